import type { Range } from '../text/range.ts'
import { lineEndAt, lineStartAt } from '../text/source.ts'
import { cellsOf, isNarrow, widthOf } from '../text/width.ts'
import { isTerminalSafe, terminalSafe, visibleSpace } from './escape.ts'

/** A line of a document with a mark below it, ready for the terminal. */
export interface Frame {
  readonly source: string
  /** `^^^` below the place, with the spaces before it; ends in `…` where the place goes on. */
  readonly mark: string
}

/** A stretch of a line as it is shown, character by character; all numbers but widths are indexes of these. */
interface Strip {
  readonly count: number
  /** The characters that the place covers; where it covers none, the one behind it. */
  readonly place: Range
  /** The columns of some characters. */
  readonly width: (from: number, to: number) => number
  readonly shown: (from: number, to: number) => string
}

const tabStop = 4

/** Shows where a range begins: its line, cut to some columns around the place, and a mark below the part in it. */
export function frameOf(text: string, range: Range, columns: number): Frame {
  const at = text.startsWith('\r\n', range.start - 1) ? range.start - 1 : range.start
  const begin = lineStartAt(text, at)
  const line = { start: hasMark(text, begin) ? begin + 1 : begin, end: lineEndAt(text, at) }
  const place = { start: Math.min(range.start, line.end), end: Math.min(range.end, line.end) }
  const near = nearbyPart(text, line, place, columns)
  const strip = stripOf(text, near, place)
  const window = windowOf(strip, columns, near.start > line.start, near.end < line.end)
  return drawn(strip, window, range.end > nextLineAt(text, line.end))
}

function hasMark(text: string, offset: number): boolean {
  return offset === 0 && text.startsWith('\ufeff')
}

function nextLineAt(text: string, lineEnd: number): number {
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1)
}

/** As much of a line as could be shown: long ones are cut before they are taken apart, which costs time. */
function nearbyPart(text: string, line: Range, place: Range, columns: number): Range {
  const start = Math.max(line.start, place.start - columns)
  const end = Math.min(line.end, place.start + 2 * columns)
  return { start: start + (isInsidePair(text, start) ? 1 : 0), end: end - (isInsidePair(text, end) ? 1 : 0) }
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(offset - 1, 0), offset + 1))
}

function stripOf(text: string, part: Range, place: Range): Strip {
  const words = text.slice(part.start, part.end)
  const count = words.length
  const marked = { start: place.start - part.start, end: Math.min(place.end - part.start, count) }
  const own = words.slice(marked.start, marked.end)
  const isBlank = own.trim() === ''
  const all = isBlank ? words.slice(0, marked.start) + visibleSpace(own) + words.slice(marked.end) : words
  if (words.includes('\t') || !isNarrow(all) || !isTerminalSafe(all))
    return stripOfCells(words, part, place, isBlank)
  return { count, place: marked, width: (from, to) => to - from, shown: (from, to) => all.slice(from, to) }
}

/** Tabs as spaces up to their stop; white space that is itself the matter made visible; the rest escaped. */
function stripOfCells(words: string, part: Range, place: Range, isBlank: boolean): Strip {
  const texts: string[] = []
  const widths: number[] = []
  const marked = { start: Infinity, end: Infinity }
  let start = part.start
  let column = 0
  for (const [index, cell] of cellsOf(words).entries()) {
    const end = start + cell.text.length
    if (end > place.start) marked.start = Math.min(marked.start, index)
    if (start >= place.end) marked.end = Math.min(marked.end, index)
    const isMarked = start < place.end && end > place.start
    const shown = isMarked && isBlank ? visibleSpace(cell.text) : cell.text
    const safe = cell.text === '\t' ? shown.trim().padEnd(tabStop - (column % tabStop)) : terminalSafe(shown)
    const width = safe === cell.text ? cell.width : widthOf(safe)
    texts.push(safe)
    widths.push(width)
    column += width
    start = end
  }
  const count = texts.length
  const first = Math.min(marked.start, count)
  return {
    count,
    place: { start: first, end: Math.max(first, Math.min(marked.end, count)) },
    width: (from, to) => widths.slice(from, to).reduce((sum, width) => sum + width, 0),
    shown: (from, to) => texts.slice(from, to).join(''),
  }
}

interface Window extends Range {
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** The characters that fit, the beginning of the place among them, with as much before it as behind it. */
function windowOf(strip: Strip, columns: number, isCutBefore: boolean, isCutAfter: boolean): Window {
  const { count, place, width } = strip
  if (!isCutBefore && !isCutAfter && width(0, count) <= columns)
    return { start: 0, end: count, isCutBefore, isCutAfter }
  const room = columns - 2
  const marked = Math.min(width(place.start, place.end), room)
  let start = place.start
  let end = start
  let left = room - Math.max(Math.floor((room - marked) / 2), Math.floor(room / 4))
  const fits = (index: number): boolean => {
    if (index < 0 || index >= count || width(index, index + 1) > left) return false
    left -= width(index, index + 1)
    return true
  }
  while (fits(end)) end++
  left = room - width(start, end)
  while (fits(start - 1)) start--
  while (fits(end)) end++
  return { start, end, isCutBefore: isCutBefore || start > 0, isCutAfter: isCutAfter || end < count }
}

function drawn({ place, width, shown }: Strip, window: Window, goesOn: boolean): Frame {
  const { start, end, isCutBefore, isCutAfter } = window
  const before = width(start, place.start) + (isCutBefore ? 1 : 0)
  const marked = width(place.start, Math.min(place.end, end))
  const isCutMark = isCutAfter && place.start < end && end <= place.end
  return {
    source: `${isCutBefore ? '…' : ''}${shown(start, end)}${isCutAfter ? '…' : ''}`,
    mark: `${' '.repeat(before)}${'^'.repeat(Math.max(marked, 1))}${goesOn || isCutMark ? '…' : ''}`,
  }
}
