import type { Heading } from './facts.ts'

/** A heading, and the one that it stands below: undefined at the top. */
export interface OutlineEntry {
  readonly heading: Heading
  readonly section: Heading | undefined
}

/** The headings of a page with their sections, in the order of the page. */
export function outlineOf(headings: readonly Heading[]): OutlineEntry[] {
  const above: Heading[] = []
  return headings.map((heading) => {
    while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop()
    const section = above.at(-1)
    above.push(heading)
    return { heading, section }
  })
}
