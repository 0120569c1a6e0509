import type { Range } from '../text/range.ts'
import { lineIndexAt, linesOf } from '../text/source.ts'
import { terminalSafe, visibleSpace } from './escape.ts'
import { cellsOf, widthOf } from '../text/width.ts'

/** A line of a document with a mark below it, ready for the terminal. */
export interface Frame {
  /** From 1. */
  readonly line: number
  readonly source: string
  /** `^^^` below the place, with the spaces before it; ends in `…` where the place goes on. */
  readonly mark: string
}

/** One visible character; it knows whether the place covers it. */
interface ShownCell {
  readonly text: string
  readonly width: number
  readonly start: number
  readonly isMarked: boolean
}

const tabStop = 4

/** Shows where a range begins: its line, cut to some columns around the place, and a mark below the part in it. */
export function frameOf(text: string, lineStarts: readonly number[], range: Range, columns: number): Frame {
  const index = lineIndexAt(lineStarts, range.start)
  const start = lineStarts[index] ?? 0
  const next = lineStarts[index + 1] ?? text.length
  const [line = { start, end: start }] = linesOf(text, {
    start: hasMark(text, start) ? start + 1 : start,
    end: next,
  })
  const place = { start: Math.min(range.start, line.end), end: Math.min(range.end, line.end) }
  const near = nearbyPart(text, line, place, columns)
  const cells = shownCells(text, near, place)
  const window = windowOf(cells, place, columns, near.start > line.start, near.end < line.end)
  return { line: index + 1, ...drawn(window, place, range.end > next) }
}

function hasMark(text: string, offset: number): boolean {
  return offset === 0 && text.startsWith('\ufeff')
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

/** Tabs as spaces up to their stop; white space that is itself the matter made visible; the rest escaped. */
function shownCells(text: string, part: Range, place: Range): ShownCell[] {
  const isBlank = text.slice(place.start, Math.min(place.end, part.end)).trim() === ''
  const cells: ShownCell[] = []
  let start = part.start
  let column = 0
  for (const cell of cellsOf(text.slice(part.start, part.end))) {
    const isMarked = start < place.end && start + cell.text.length > place.start
    const shown = isMarked && isBlank ? visibleSpace(cell.text) : cell.text
    const safe = cell.text === '\t' ? shown.trim().padEnd(tabStop - (column % tabStop)) : terminalSafe(shown)
    const width = safe === cell.text ? cell.width : widthOf(safe)
    cells.push({ text: safe, width, start, isMarked })
    column += width
    start += cell.text.length
  }
  return cells
}

interface Window {
  readonly cells: readonly ShownCell[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** The cells that fit, the beginning of the place among them, with as much before it as behind it. */
function windowOf(
  cells: readonly ShownCell[],
  place: Range,
  columns: number,
  isCutBefore: boolean,
  isCutAfter: boolean,
): Window {
  if (!isCutBefore && !isCutAfter && widthOfCells(cells) <= columns) return { cells, isCutBefore, isCutAfter }
  const room = columns - 2
  const found = cells.findIndex((cell) => cell.isMarked || cell.start >= place.start)
  let first = found < 0 ? cells.length : found
  let last = first
  const marked = Math.min(widthOfCells(cells.filter(({ isMarked }) => isMarked)), room)
  let left = room - Math.max(Math.floor((room - marked) / 2), Math.floor(room / 4))
  const take = (cell: ShownCell | undefined): boolean => {
    if (!cell || cell.width > left) return false
    left -= cell.width
    return true
  }
  while (take(cells[last])) last++
  left = room - widthOfCells(cells.slice(first, last))
  while (take(cells[first - 1])) first--
  while (take(cells[last])) last++
  return {
    cells: cells.slice(first, last),
    isCutBefore: isCutBefore || first > 0,
    isCutAfter: isCutAfter || last < cells.length,
  }
}

function widthOfCells(cells: readonly ShownCell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

function drawn(
  { cells, isCutBefore, isCutAfter }: Window,
  place: Range,
  goesOn: boolean,
): Omit<Frame, 'line'> {
  const source = cells.map(({ text }) => text).join('')
  const before = widthOfCells(cells.filter(({ start, isMarked }) => !isMarked && start < place.start))
  const marked = widthOfCells(cells.filter(({ isMarked }) => isMarked))
  const isCutMark = isCutAfter && cells.at(-1)?.isMarked === true
  return {
    source: `${isCutBefore ? '…' : ''}${source}${isCutAfter ? '…' : ''}`,
    mark: `${' '.repeat(before + (isCutBefore ? 1 : 0))}${'^'.repeat(Math.max(marked, 1))}${goesOn || isCutMark ? '…' : ''}`,
  }
}
