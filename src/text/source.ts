import type { Range } from './range.ts'
import { countUpTo } from './search.ts'

const byteOrderMark = 0xfeff

/** Where a person looks: line and column from 1, offset from 0, columns counted without a byte order mark. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A range as a person reads it. */
export interface Place {
  readonly start: Point
  readonly end: Point
}

/** The offset at which each line begins; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** The index of the line that holds an offset, from 0, by binary search. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  return Math.max(countUpTo(lineStarts, offset, (start) => start) - 1, 0)
}

/** Turns offsets into lines and columns. Built once for a text, asked often. */
export function placesIn(text: string): { pointAt(offset: number): Point; placeOf(range: Range): Place } {
  const starts = lineStartsOf(text)
  const mark = text.charCodeAt(0) === byteOrderMark ? 1 : 0
  const pointAt = (offset: number): Point => {
    const index = lineIndexAt(starts, offset)
    const before = index === 0 ? Math.min(mark, offset) : (starts[index] ?? 0)
    return { line: index + 1, column: offset - before + 1, offset }
  }
  return { pointAt, placeOf: ({ start, end }) => ({ start: pointAt(start), end: pointAt(end) }) }
}

/** The range of each line without its line end: for `a\r\nb` the ranges of `a` and of `b`. */
export function linesOf(text: string, within: Range = { start: 0, end: text.length }): Range[] {
  const lines: Range[] = []
  let start = within.start
  for (let i = within.start; i < within.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    lines.push({ start, end: i })
    if (code === 13 && text.charCodeAt(i + 1) === 10 && i + 1 < within.end) i++
    start = i + 1
  }
  lines.push({ start, end: within.end })
  return lines
}

/** The line end that the text uses most: `\r\n` or `\n`. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  let windows = 0
  let all = 0
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    all++
    if (text.charCodeAt(i - 1) === 13) windows++
  }
  return windows * 2 > all ? '\r\n' : '\n'
}

/** The offset at which the line of an offset begins; it costs no more than the line is long. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--
  return at
}

/** The offset at which the line of an offset ends, before its line end; it costs no more than the line is long. */
export function lineEndAt(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++
  return at
}

/** The line that an offset lies in, without its line end and the white space before that. */
export function lineAround(text: string, offset: number): Range {
  const start = lineStartAt(text, offset)
  return { start, end: start + text.slice(start, lineEndAt(text, offset)).trimEnd().length }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}
