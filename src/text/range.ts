/** A half-open stretch `[start, end)` of a text, in UTF-16 code units of the text as stored. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** The characters that a range covers. */
export function sliceOf(text: string, range: Range): string {
  return text.slice(range.start, range.end)
}

/**
 * Where words next stand within a range, from an offset on; -1 where they do not. Looks no further than the range's
 * end, as `indexOf` would.
 */
export function indexIn(text: string, words: string, { start, end }: Range, from: number = start): number {
  const found = text.slice(from, end).indexOf(words)
  return found < 0 ? -1 : from + found
}

/** True where the two share at least one code unit, or where an empty one lies inside the other. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The range without the white space at both ends; empty at its start where there is nothing else. */
export function trimmed(text: string, { start, end }: Range): Range {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  while (start < end && isSpace(text.charCodeAt(start))) start++
  return { start, end }
}

/** Space, tab, line feed or carriage return: what Markdown calls white space between blocks. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

/** Of what stands in the order of the text, what begins in a range; binary search. */
export function factsWithin<Fact extends Range | { readonly range: Range }>(
  facts: readonly Fact[],
  { start, end }: Range,
): Fact[] {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(facts[middle]) < start) low = middle + 1
    else high = middle
  }
  let last = low
  while (startOf(facts[last]) < end) last++
  return facts.slice(low, last)
}

function startOf(fact: Range | { readonly range: Range } | undefined): number {
  if (fact === undefined) return Infinity
  return 'range' in fact ? fact.range.start : fact.start
}
