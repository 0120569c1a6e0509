import type { Meaning } from './lexicon/lexicon.ts'
import { combinedRole, roleWordOf, type Role, type RoleWord } from './role.ts'
import { linesOf } from './sentences.ts'
import type { Token } from './token.ts'

/** One cell, or one line of it, with the words that head it. */
export interface Field {
  /** The heading words, a colon, the cell's words. */
  readonly tokens: readonly Token[]
  /** Whether its numbers are ports. */
  readonly ports: boolean
  readonly row: number
  readonly column: number
  /** Lines of one cell that pair its ports with their encryption by themselves. */
  readonly isOfOwn: boolean
}

/** What a row or a column of a table says of one endpoint, or of some. */
export interface TableRecord {
  readonly role?: Role
  /** The words at its head that tell the role. */
  readonly roleWords: readonly RoleWord[]
  readonly fields: readonly Field[]
}

/** The words of a table, cell by cell. */
export type Grid = readonly (readonly (readonly Token[])[])[]

/** A table, taken apart. */
export interface TableReading {
  /** True where each column is an endpoint. */
  readonly isByColumn: boolean
  /** The row of heads, empty where there is none. */
  readonly heads: Grid[number]
  /** The rows below it; the index of the first one in the table is `first`. */
  readonly rows: Grid
  readonly first: number
  readonly records: readonly TableRecord[]
}

/** Reads a table as records: its rows or its columns, whichever stand for endpoints. */
export function readTable(grid: Grid): TableReading {
  const [header = []] = grid
  const isHeaded = header.every((cell, column) => column === 0 || !holdsValue(cell)) && grid.length > 1
  const rows = isHeaded ? grid.slice(1) : grid
  const first = isHeaded ? 1 : 0
  const heads = isHeaded ? header : []
  const namesFields = (cells: readonly (readonly Token[])[]): boolean =>
    cells.some((cell) => !holdsValue(cell) && isFieldName(cell))
  const inRows = namesFields(rows.map(([label = []]) => label)) && !namesFields(heads.slice(1))
  const allPorts = has(heads[0] ?? [], 'port') && !namesFields(heads.slice(1))
  const records = inRows ? columnRecords(rows, heads, first) : rowRecords(rows, heads, first, allPorts)
  return { isByColumn: inRows, heads, rows, first, records }
}

/** Each column is one endpoint: its fields are named at the beginnings of the rows. */
function columnRecords(rows: Grid, heads: readonly (readonly Token[])[], first: number): TableRecord[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: Math.max(0, width - 1) }, (_, index) => {
    const column = index + 1
    const roleWords = wordsIn(heads[column] ?? [])
    const role = combinedRole(roleWords)
    return {
      ...(role && { role }),
      roleWords,
      fields: rows.flatMap(([label = [], ...cells], row) =>
        fieldsOf(label, cells[index] ?? [], row + first, column, has(label, 'port')),
      ),
    }
  })
}

/** Each row is one endpoint; a row that names none goes on with the one above. */
function rowRecords(
  rows: Grid,
  heads: readonly (readonly Token[])[],
  first: number,
  allPorts: boolean,
): TableRecord[] {
  let above: Role | undefined
  return rows.map((row, index) => {
    const roleWords = row.filter((cell) => !holdsValue(cell)).flatMap(wordsIn)
    const own = combinedRole(roleWords)
    const role = own ?? above
    above = role
    const fields = row.flatMap((cell, column) => {
      const head = heads[column] ?? []
      const isMatrix =
        heads.length > 0 && !namesField(head) && isNumbers(cell) && (role !== undefined || isOfPorts(head))
      return fieldsOf(head, cell, index + first, column, allPorts || has(head, 'port') || isMatrix)
    })
    return { ...(role && { role }), roleWords, fields }
  })
}

function fieldsOf(
  head: readonly Token[],
  cell: readonly Token[],
  row: number,
  column: number,
  ports: boolean,
): Field[] {
  const lines = linesOf(cell)
  const isOfOwn = lines.length > 1 && lines.some((line) => line.some(({ kind }) => kind === 'cipher'))
  if (lines.length === 0) return [{ tokens: head, ports, row, column, isOfOwn }]
  return lines.map((line) => {
    const colon = { start: line[0]?.range.start ?? 0, end: line[0]?.range.start ?? 0 }
    const tokens =
      head.length === 0 ? line : [...head, { kind: 'mark', value: ':', range: colon } as const, ...line]
    return {
      tokens,
      ports: ports && (lines.length === 1 || line.some((token) => token.kind === 'number')),
      row,
      column,
      isOfOwn,
    }
  })
}

function wordsIn(tokens: readonly Token[]): RoleWord[] {
  return tokens.flatMap((token, at) => roleWordOf(token, at) ?? [])
}

function holdsValue(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'number' || kind === 'host')
}

function isNumbers(tokens: readonly Token[]): boolean {
  return (
    holdsValue(tokens) &&
    tokens.every(
      (token) =>
        token.kind === 'number' || token.kind === 'mark' || has([token], 'or') || has([token], 'and'),
    )
  )
}

/** `SSL on`, `IMAP`: what stands below in digits is a port. */
function isOfPorts(head: readonly Token[]): boolean {
  return head.some(({ kind }) => kind === 'cipher' || kind === 'protocol')
}

function isFieldName(tokens: readonly Token[]): boolean {
  return has(tokens, 'port') || has(tokens, 'server') || has(tokens, 'encryption')
}

function namesField(tokens: readonly Token[]): boolean {
  return isFieldName(tokens) || has(tokens, 'identity')
}

function has(tokens: readonly Token[], meaning: Meaning): boolean {
  return tokens.some((token) => token.kind === 'word' && token.meanings.has(meaning))
}
