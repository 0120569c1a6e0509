import type { Table as TableNode } from 'mdast'
import { sliceOf, trimmed, type Range } from '../text/range.ts'
import { plainOf } from './plain.ts'

/** One cell; its range is its content without the white space and the pipes around it. */
export interface Cell {
  readonly range: Range
  /** What a reader reads. */
  readonly text: string
}

/** One row, header included. */
export interface Row {
  readonly range: Range
  readonly cells: readonly Cell[]
}

/** A table, or rows of pipes that lack their delimiter row and so are none to Markdown. */
export interface Table {
  readonly range: Range
  /** The first is the header. */
  readonly rows: readonly Row[]
  /** False where `|---|---|` is missing: readers see a paragraph. */
  readonly delimited: boolean
}

/** Reads a table that the parser found. */
export function tableOf(node: TableNode, text: string): Table {
  const rows = node.children.map((row) => ({
    range: rangeOf(row),
    cells: row.children.map((cell) => ({
      range: cellRange(text, rangeOf(cell)),
      text: plainOf(cell, { images: true }),
    })),
  }))
  return { range: rangeOf(node), rows, delimited: true }
}

function rangeOf(node: {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

/** A cell's content: its node covers the pipe before it, and the one that ends the row. */
function cellRange(text: string, { start, end }: Range): Range {
  const from = text.charAt(start) === '|' ? start + 1 : start
  const to = end > from && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\' ? end - 1 : end
  return trimmed(text, { start: from, end: to })
}

/**
 * The rows of pipes among a paragraph's lines: two or more in a row that begin and end with a pipe and
 * have as many cells as the first.
 */
export function pipeRowsOf(text: string, lines: readonly Range[]): Table | undefined {
  const first = lines.findIndex((line) => isPipeRow(text, line))
  if (first < 0) return undefined
  let last = first
  while (last + 1 < lines.length && isPipeRow(text, lines[last + 1])) last++
  const rows = lines.slice(first, last + 1).map((line) => ({ range: line, cells: cellsOf(text, line) }))
  const [header] = rows
  const end = rows.at(-1)?.range.end
  if (header === undefined || end === undefined || rows.length < 2 || header.cells.length < 2)
    return undefined
  if (rows.some((row) => row.cells.length !== header.cells.length)) return undefined
  return { range: { start: header.range.start, end }, rows, delimited: false }
}

function isPipeRow(text: string, line: Range | undefined): boolean {
  if (line === undefined || line.end - line.start < 3) return false
  return (
    text.charAt(line.start) === '|' && text.charAt(line.end - 1) === '|' && text.charAt(line.end - 2) !== '\\'
  )
}

function cellsOf(text: string, line: Range): Cell[] {
  const cells: Cell[] = []
  let start = line.start + 1
  for (let at = start; at < line.end; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '|') {
      const range = trimmed(text, { start, end: at })
      cells.push({ range, text: sliceOf(text, range) })
      start = at + 1
    }
  }
  return cells
}
