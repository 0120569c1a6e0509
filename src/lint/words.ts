import type { Facts } from '../markdown/facts.ts'
import { overlaps, type Range } from '../text/range.ts'

/** A match of a pattern in the words of a document. */
export interface WordMatch {
  readonly range: Range
  readonly match: RegExpExecArray
}

/** The matches of a global pattern that begin in a document's prose: in words that readers read, not in code or markup. */
export function* matchesInProse(text: string, prose: Facts['prose'], pattern: RegExp): Iterable<WordMatch> {
  let next = 0
  for (const match of text.matchAll(pattern)) {
    while (next < prose.length && (prose[next]?.end ?? 0) <= match.index) next++
    const stretch = prose[next]
    if (stretch === undefined) return
    if (match.index < stretch.start) continue
    yield { range: { start: match.index, end: match.index + match[0].length }, match }
  }
}

const codeTag = /<(\/?)(code|pre|kbd|samp|var|tt)(?=[\s>])/gi

/** The prose of a document without what stands in elements such as `<code>`: words of machines. */
export function wordsOfPeople(text: string, { prose, opaque }: Facts): Facts['prose'] {
  const tags = new Set(opaque.map(({ start }) => start))
  const code: Range[] = []
  let open: { readonly start: number; readonly name: string } | undefined
  for (const { 1: slash, 2: name = '', index } of text.matchAll(codeTag)) {
    if (!open && slash === '' && tags.has(index)) open = { start: index, name: name.toLowerCase() }
    else if (open && slash !== '' && name.toLowerCase() === open.name) {
      code.push({ start: open.start, end: index })
      open = undefined
    }
  }
  return outside(prose, code)
}

/** The stretches that touch none of some ranges; both in the order of the text. */
export function outside(stretches: readonly Range[], ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 0) return stretches
  let next = 0
  return stretches.filter((stretch) => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= stretch.start) next++
    const range = ranges[next]
    return !range || !overlaps(range, stretch)
  })
}
