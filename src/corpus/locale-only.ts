import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { isLike } from '../text/wildcard.ts'

/** How parts of a document are told that belong to its own locale alone; in the patterns `*` stands for anything. */
export type LocaleOnly =
  /** Between two comments: `CP-NAV-START*` and `CP-NAV-END*`. */
  | { readonly from: string; readonly to: string }
  /** A callout by its words: `*was translated by a machine*`. */
  | { readonly callout: string }

/** The parts of a document that belong to its own locale alone, in the order of the text, none within another. */
export function localeOnlyRangesOf(facts: Facts, text: string, declared: readonly LocaleOnly[]): Range[] {
  const found = declared.flatMap((each) =>
    'callout' in each ? calloutsLike(each.callout, facts, text) : betweenComments(each, facts),
  )
  const ranges: Range[] = []
  for (const range of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (ranges.at(-1)?.end ?? 0)) ranges.push(range)
  }
  return ranges
}

/** From a comment that opens to the next one that closes; what is never closed is no part. */
function betweenComments({ from, to }: { from: string; to: string }, { comments }: Facts): Range[] {
  const ranges: Range[] = []
  let start: number | undefined
  for (const { value, range } of comments) {
    if (start === undefined && isLike(value, from)) start = range.start
    else if (start !== undefined && isLike(value, to)) {
      ranges.push({ start, end: range.end })
      start = undefined
    }
  }
  return ranges
}

function calloutsLike(pattern: string, { callouts, prose }: Facts, text: string): Range[] {
  return callouts.flatMap(({ range }) => {
    const words = prose
      .filter(({ start, end }) => start >= range.start && end <= range.end)
      .map(({ start, end }) => text.slice(start, end))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    return isLike(words, pattern) ? [range] : []
  })
}
