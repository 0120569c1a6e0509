import { overlaps, trimmed } from '../text/range.ts'
import { addSegment, hasLetter, type Reading } from './reading.ts'
import type { Table } from './table.ts'

/** Notes a table and its cells. */
export function addTable(table: Table, reading: Reading): void {
  reading.facts.tables.push(table)
  for (const row of table.rows) {
    for (const { range, text } of row.cells) if (hasLetter(text)) addSegment(reading, 'cell', range, [range])
  }
}

/** The words of pipe rows, cell by cell, as those of a table are; those around the rows stay as they are. */
export function clipProse(since: number, { range, rows }: Table, { facts, text }: Reading): void {
  const cells = rows.flatMap((row) => row.cells)
  let next = 0
  for (const stretch of facts.prose.splice(since)) {
    if (!overlaps(stretch, range)) {
      facts.prose.push(stretch)
      continue
    }
    while (next < cells.length && (cells[next]?.range.end ?? 0) <= stretch.start) next++
    for (let at = next; at < cells.length && (cells[at]?.range.start ?? 0) < stretch.end; at++) {
      const cell = cells[at]?.range ?? stretch
      const start = Math.max(cell.start, stretch.start)
      const words = trimmed(text, { start, end: Math.min(cell.end, stretch.end) })
      if (words.end > words.start) facts.prose.push(words)
    }
  }
}
