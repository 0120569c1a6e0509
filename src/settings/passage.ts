import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'

/** What readers read of a text, with its offsets: markup is blank, and each line that they see ends in `\n`. */
export interface ReadableText {
  readonly wordsIn: (range: Range) => string
}

/** Lays the words of a document bare: prose and code, without markup, addresses and comments. */
export function readableText(text: string, facts: Facts): ReadableText {
  const spans = [
    ...facts.prose,
    ...facts.code.filter(({ form }) => form === 'inline').map(({ range }) => codeIn(text, range)),
  ]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  const ends = lineEnds(text, facts)
  return {
    wordsIn: (range) => {
      const parts: { readonly at: number; readonly words: string }[] = []
      for (let i = firstAfter(spans, range.start); i < spans.length; i++) {
        const span = spans[i]
        if (!span || span.start >= range.end) break
        const start = Math.max(span.start, range.start)
        parts.push({ at: start, words: text.slice(start, Math.min(span.end, range.end)) })
      }
      let words = ''
      for (const { at, words: own } of parts) {
        if (at < range.start + words.length) continue
        words += blank(range.start + words.length, at, ends) + own
      }
      return words + blank(range.start + words.length, range.end, ends)
    },
  }
}

/** Code without its backticks. */
function codeIn(text: string, { start, end }: Range): Range {
  const ticks = /^`+/.exec(text.slice(start, Math.min(end, start + 20)))?.[0].length ?? 0
  return { start: start + ticks, end: end - ticks }
}

/** The offsets at which readers see a line end: hard breaks, `<br>`, and the lines of `label: value`. */
function lineEnds(text: string, facts: Facts): ReadonlySet<number> {
  const ends = new Set<number>()
  for (const { start } of facts.breaks) ends.add(start)
  for (const { start, end } of facts.opaque)
    if (/^<br\s*\/?>$/i.test(text.slice(start, Math.min(end, start + 8)))) ends.add(start)
  for (const { lines } of facts.labelGroups) {
    for (const { range } of lines) {
      ends.add(range.end)
      ends.add(range.start - 1)
    }
  }
  return ends
}

function blank(start: number, end: number, ends: ReadonlySet<number>): string {
  if (end <= start) return ''
  if (ends.size === 0) return ' '.repeat(end - start)
  let result = ''
  for (let at = start; at < end; at++) result += ends.has(at) ? '\n' : ' '
  return result
}

function firstAfter(spans: readonly Range[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
