import type { Blockquote } from 'mdast'
import type { Range } from '../text/range.ts'

/** A quote with a kind in its first line: `> [!warning]`. */
export interface Callout {
  readonly range: Range
  /** As written: `warning`. */
  readonly kind: string
  /** `warning` of `[!warning]`. */
  readonly kindRange: Range
  /** `[!warning]`. */
  readonly markRange: Range
}

const mark = /\[!([\p{L}\p{N}_-]+)\]/uy

/** The callout that a quote is, if its first words are a kind. */
export function calloutOf(quote: Blockquote, range: Range, text: string): Callout | undefined {
  const first = quote.children[0]
  const start = first?.type === 'paragraph' ? first.position?.start.offset : undefined
  if (start === undefined) return undefined
  mark.lastIndex = start
  const match = mark.exec(text)
  const kind = match?.[1]
  if (kind === undefined) return undefined
  const markRange = { start, end: start + kind.length + 3 }
  return { range, kind, kindRange: { start: start + 2, end: markRange.end - 1 }, markRange }
}

/** The kinds that sites commonly know: those of GitHub, then those of a help centre. */
export const calloutKinds: readonly string[] = [
  ...['note', 'tip', 'important', 'warning', 'caution'],
  ...['primary', 'info', 'success', 'alert', 'carousel', 'faq', 'api', 'tabs'],
]
