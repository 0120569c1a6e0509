import { anchorsBy } from '../corpus/anchors.ts'
import type { Config } from '../corpus/config.ts'
import type { Locale } from '../corpus/locale.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import { applyEdits } from '../text/edit.ts'
import type { Addresses } from './carry.ts'
import type { Page, Passage } from './passage.ts'
import { alignPages } from './plan.ts'

/** Whose words a source's addresses are put into. */
interface Route {
  readonly urls: Config['urls']
  readonly source: Locale
  readonly target: Locale
  readonly slugs: SlugAlgorithm
  /** The address of the target's own document for a relative one of the source's; undefined where there is none. */
  readonly documentOf: (url: string) => string | undefined
}

/** Puts a source's addresses into those of a target: by the families of the config, and by the headings that fragments name. */
export function addressesOf(
  head: Page,
  target: Page,
  { urls, source, target: locale, slugs, documentOf }: Route,
): Addresses {
  const families = Object.values(urls).flatMap((family) => {
    const [from, to] = [family[source], family[locale]]
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  families.sort((a, b) => b.from.length - a.from.length)
  let fragments: ReadonlyMap<string, string> | undefined
  return {
    ownOf: (url) => {
      if (url.startsWith('#')) {
        fragments ??= fragmentsBetween(head, target, slugs)
        return fragments.get(url) ?? url
      }
      const family = families.find(
        ({ from }) => url === from || url.startsWith(from.endsWith('/') ? from : `${from}/`),
      )
      return family ? family.to + url.slice(family.from.length) : (documentOf(url) ?? url)
    },
  }
}

function fragmentsBetween(head: Page, target: Page, slugs: SlugAlgorithm): ReadonlyMap<string, string> {
  const [from, to] = [head, target].map(({ facts }) => {
    const byStart = new Map<number, string>()
    for (const { id, heading } of anchorsBy(facts, slugs).values())
      if (heading) byStart.set(heading.contentRange.start, id)
    return byStart
  })
  const fragments = new Map<string, string>()
  for (const bead of alignPages(head, target)) {
    const [a, b] = [head.passages[bead.source[0] ?? -1], target.passages[bead.target[0] ?? -1]]
    const [id, own] = [from?.get(a?.body.start ?? -1), to?.get(b?.body.start ?? -1)]
    if (id !== undefined && own !== undefined) fragments.set(`#${id}`, `#${own}`)
  }
  return fragments
}

/** A whole document with its addresses in the target's words. */
export function localizedDocument(page: Page, { ownOf }: Addresses): string {
  const edits = page.passages.flatMap(({ tokens }) =>
    tokens.flatMap(({ kind, range, value }) =>
      kind === 'url' && ownOf(value) !== value ? [{ range, text: ownOf(value) }] : [],
    ),
  )
  return applyEdits(page.text, edits)
}

/** The lines of a passage with its addresses in the target's words. */
export function localizedText({ text }: Page, { range, tokens }: Passage, { ownOf }: Addresses): string {
  const edits = tokens.flatMap(({ kind, range: place, value }) =>
    kind === 'url' && ownOf(value) !== value
      ? [{ range: { start: place.start - range.start, end: place.end - range.start }, text: ownOf(value) }]
      : [],
  )
  return applyEdits(text.slice(range.start, range.end), edits)
}
