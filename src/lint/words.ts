import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'

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
