import { sliceOf, type Range } from '../text/range.ts'

/** A line such as `Serwer poczty: ssl0.ovh.net`. */
export interface LabelLine {
  readonly range: Range
  /** Without markup: `Serwer poczty`. */
  readonly label: string
  readonly labelRange: Range
  /** The offset of the colon, full-width ones included. */
  readonly colon: number
  /** What follows the colon, without the space: `ssl0.ovh.net`. */
  readonly valueRange: Range
  /** False where the line flows into the next one: readers see one paragraph. */
  readonly breaks: boolean
}

/** The label lines of one paragraph, in its order; lines of other kinds may stand between them. */
export interface LabelGroup {
  /** The paragraph. */
  readonly range: Range
  readonly lines: readonly LabelLine[]
}

const labelLine =
  /^(\*\*|__)?(?=[\p{Lu}\p{Lo}\p{N}])([\p{L}\p{N}][^:：*_`[\]<>|{}!?]{0,60}?)[ \t\u00A0\u202F]*\1?[ \t\u00A0\u202F]*([:：])(?!\/\/|[:：])(?:\*\*|__)?/u
const sentenceEnd = /[.…]\s|\.$/
const space = /[ \t\u00A0\u202F]/
const mostWords = 9

/** Reads the label lines among a paragraph's content lines; `ends` tells whether a hard break follows a line. */
export function labelGroupOf(
  text: string,
  range: Range,
  lines: readonly Range[],
  ends: (line: Range) => boolean,
): LabelGroup | undefined {
  const found: LabelLine[] = []
  for (const line of lines) {
    const read = labelLineOf(text, line, ends)
    if (read) found.push(read)
  }
  return found.length === 0 ? undefined : { range, lines: found }
}

function labelLineOf(text: string, range: Range, ends: (line: Range) => boolean): LabelLine | undefined {
  const words = sliceOf(text, range)
  if (!/[:：]/.test(words)) return undefined
  const match = labelLine.exec(words)
  const label = match?.[2]?.trimEnd()
  if (match === null || label === undefined) return undefined
  const open = match[1]?.length ?? 0
  const colon = range.start + open + match[0].slice(open).search(/[:：]/)
  const isTime = /\d$/.test(label) && /\d/.test(text.charAt(colon + 1))
  if (isTime || sentenceEnd.test(label) || label.split(/\s+/).length > mostWords) return undefined
  let valueStart = range.start + match[0].length
  while (valueStart < range.end && space.test(text.charAt(valueStart))) valueStart++
  if (valueStart === range.end) return undefined
  const labelRange = { start: range.start + open, end: range.start + open + label.length }
  return {
    range,
    label,
    labelRange,
    colon,
    valueRange: { start: valueStart, end: range.end },
    breaks: ends(range),
  }
}
