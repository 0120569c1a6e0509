import { packed, type Block } from '../markdown/block.ts'
import { emptyScan, scanProse } from '../markdown/scan.ts'
import type { Cell, Row, Table } from '../markdown/table.ts'
import { written } from '../text/short-hash.ts'
import { alignAnew } from './align.ts'

/** A cell of the source and the one of the target that stands for it. */
export interface CellPair {
  readonly source: Cell
  readonly target: Cell
  readonly confidence: number
}

/** Pairs the cells of two tables: rows first, by what is in them, then cells by their columns. */
export function alignCells(source: Table, target: Table): CellPair[] {
  if (source.rows.length === target.rows.length && sameWidths(source, target)) {
    return source.rows.flatMap((row, at) => cellPairs(row, target.rows[at], 1))
  }
  const rows = alignAnew(source.rows.map(blockOfRow), target.rows.map(blockOfRow))
  return rows.flatMap(({ source: from, target: to, confidence }) => {
    const row = source.rows[from[0] ?? -1]
    return from.length === 1 && to.length === 1 && row
      ? cellPairs(row, target.rows[to[0] ?? -1], confidence)
      : []
  })
}

function sameWidths(source: Table, target: Table): boolean {
  return source.rows.every((row, at) => row.cells.length === target.rows[at]?.cells.length)
}

function cellPairs(source: Row, target: Row | undefined, confidence: number): CellPair[] {
  if (!target) return []
  if (source.cells.length === target.cells.length) {
    return source.cells.flatMap((cell, at) => {
      const other = target.cells[at]
      return other ? [{ source: cell, target: other, confidence }] : []
    })
  }
  const beads = alignAnew(source.cells.map(blockOfCell), target.cells.map(blockOfCell))
  return beads.flatMap((bead) => {
    const [from, to] = [source.cells[bead.source[0] ?? -1], target.cells[bead.target[0] ?? -1]]
    const isPair = bead.source.length === 1 && bead.target.length === 1
    return isPair && from && to
      ? [{ source: from, target: to, confidence: confidence * bead.confidence }]
      : []
  })
}

function blockOfRow({ range, cells }: Row): Block {
  return blockOf(range, cells)
}

function blockOfCell(cell: Cell): Block {
  return blockOf(cell.range, [cell])
}

/** A row or a cell as if it were a block, so that it can be aligned as blocks are. */
function blockOf(range: Block['range'], cells: readonly Cell[]): Block {
  const scan = emptyScan()
  for (const { text } of cells) scanProse(text, { start: 0, end: text.length }, scan)
  const { size, words, numbers } = scan
  const print = packed({
    size,
    count: words.length + numbers.length,
    words: written(words, 40),
    numbers: written(numbers, 40),
    marks: '',
    shape: '000000000000',
  })
  return { kind: 'item', range, level: 0, print }
}
