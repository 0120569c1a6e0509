import type { Range } from '../text/range.ts'
import type { Contradiction } from './contradiction.ts'
import { endpointsFor, roleName, type Yardstick } from './endpoints.ts'
import type { Meaning } from './lexicon/lexicon.ts'
import { roleWordOf, type RoleWord } from './role.ts'
import type { Statement } from './statement.ts'
import type { TableReading } from './table-records.ts'
import type { Token } from './token.ts'

type Cell = readonly Token[]

/** What a heading promises of the cells that it heads. */
type Field = 'port' | 'host' | 'security' | 'protocol'

const fieldNames: Readonly<Record<Field, string>> = {
  port: 'a port',
  host: 'a host',
  security: 'words on encryption',
  protocol: 'names of protocols',
}

/** Headings of tables and the cells below or beside them that do not go together: two of either may have changed places. */
export function tableContradictions(
  tables: readonly TableReading[],
  values: readonly Statement[],
  yardstick: Yardstick,
): Contradiction[] {
  return tables.flatMap((table, index) => {
    const own = values.filter(({ cell }) => cell?.table === index)
    if (own.length === 0) return []
    return [
      ...swappedHeads(own, yardstick),
      ...(table.isByColumn ? [...strayCorner(table, own), ...strayCells(table)] : strayHeads(table)),
    ]
  })
}

/** `IMAP | POP3` over `995 | 993`: each head is of what stands below the other. */
function swappedHeads(values: readonly Statement[], yardstick: Yardstick): Contradiction[] {
  const columns = new Map<string, { word: RoleWord; ports: Statement[] }>()
  for (const value of values) {
    const [word] = value.roleWords
    if (!word || value.kind !== 'port' || value.protocol === undefined) continue
    const key = `${word.range.start} ${value.protocol}`
    const column = columns.get(key) ?? { word, ports: [] }
    column.ports.push(value)
    columns.set(key, column)
  }
  const all = [...columns.values()]
  return all.flatMap(({ word, ports }) => {
    const [first] = ports
    if (!first || !isHeadOf(word, first)) return []
    const other = all.find(
      (each) =>
        each.word !== word &&
        each.ports[0] &&
        isHeadOf(each.word, each.ports[0]) &&
        isOf(ports, each.ports[0], yardstick) &&
        isOf(each.ports, first, yardstick),
    )
    const [better] = other?.ports ?? []
    if (!better) return []
    const [actual, expected] = [roleName(first), roleName(better)]
    return [
      {
        kind: 'label',
        range: word.range,
        actual,
        reason: `Unexpected ${actual} over ${ports.map(({ value }) => `\`${value}\``).join(' and ')}, expected ${expected}`,
        isSafe: false,
        places: [],
        others: ports.map(({ range, value }) => ({ range, reason: `\`${value}\` stands here` })),
      },
    ]
  })
}

/** Whether a word heads the column of a value: it stands in the first row. */
function isHeadOf({ range }: RoleWord, { range: own, cell }: Statement): boolean {
  return cell !== undefined && cell.row > 0 && range.end < own.start && cell.isByColumn
}

/** Whether all ports are of another server than their own words say, and of that of `better`. */
function isOf(ports: readonly Statement[], better: Statement, yardstick: Yardstick): boolean {
  return ports.every(
    (port) =>
      port.protocol !== better.protocol &&
      endpointsFor(better, yardstick).some((endpoint) =>
        endpoint.ports.some(({ number }) => number === port.value),
      ),
  )
}

/** `IMAP | Setting | POP3`: a server over the names of settings, and none over values. */
function strayCorner({ heads }: TableReading, values: readonly Statement[]): Contradiction[] {
  const [corner = [], ...others] = heads
  const [word] = rolesIn(corner)
  const isNameless = (head: Cell, index: number): boolean =>
    rolesIn(head).length === 0 && values.some(({ cell }) => cell?.column === index + 1)
  if (!word || !others.some(isNameless) || !others.some((head) => rolesIn(head).length > 0)) return []
  const name = roleName(word)
  const range = { start: corner[0]?.range.start ?? 0, end: corner.at(-1)?.range.end ?? 0 }
  return [stray(range, name, `Unexpected ${name} over the names of settings, expected it over their values`)]
}

function rolesIn(cell: Cell): RoleWord[] {
  return cell.flatMap((token, at) => roleWordOf(token, at) ?? [])
}

/** Heads of columns over cells of another kind. */
function strayHeads({ heads, rows }: TableReading): Contradiction[] {
  const isOfPorts = hasMeaning(heads[0] ?? [], 'port') && !heads.slice(1).some((head) => fieldOf(head))
  return heads.flatMap((head, column): Contradiction[] => {
    // `Ports | SSL on`: the first head is of the whole table.
    if (column === 0 && isOfPorts) return []
    const cells = rows.map((row) => row[column] ?? []).filter((cell) => cell.length > 0)
    const [first, last] = [head[0], head.at(-1)]
    if (cells.length === 0 || !first || !last) return []
    const range = { start: first.range.start, end: last.range.end }
    const promised = fieldOf(head)
    if (promised === undefined) {
      const isOverWords = has(head, 'cipher') && cells.every((cell) => holds(cell).length === 0)
      const isBeside = rows.some((row) => row.some((cell) => holds(cell).includes('port')))
      const reason = 'Unexpected words on encryption over cells without a port, expected them over ports'
      return isOverWords && isBeside ? [stray(range, 'encryption', reason)] : []
    }
    const held = cells.map((cell) => (promised === 'host' ? holds(cell) : holdsOrNames(cell)))
    const isOther =
      held.every((each) => each.length > 0 && !each.includes(promised)) && !has(head, 'protocol')
    const [kind] = held[0] ?? []
    if (!isOther || kind === undefined) return []
    return [
      stray(
        range,
        promised,
        `Unexpected head for ${fieldNames[promised]} over ${fieldNames[kind]}, expected one for ${fieldNames[kind]}`,
      ),
    ]
  })
}

/** Cells in a row that is named for another kind. */
function strayCells({ rows }: TableReading): Contradiction[] {
  return rows.flatMap(([label = [], ...cells]) => {
    const promised = fieldOf(label)
    return cells.flatMap((cell): Contradiction[] => {
      const held = holds(cell)
      const [first, last] = [cell[0], cell.at(-1)]
      const isIdentity = promised === undefined && hasMeaning(label, 'identity')
      const isOther =
        promised === undefined ? isIdentity && held.length > 0 : held.length > 0 && !held.includes(promised)
      const [kind] = held
      if (!isOther || !first || !last || kind === undefined) return []
      const range = { start: first.range.start, end: last.range.end }
      const expected = promised === undefined ? 'none of these' : fieldNames[promised]
      return [stray(range, kind, `Unexpected ${fieldNames[kind]} in this row, expected ${expected}`)]
    })
  })
}

function stray(range: Range, actual: string, reason: string): Contradiction {
  return { kind: 'label', range, actual, reason, isSafe: false, places: [], others: [] }
}

/** The one kind of thing that a head promises. */
function fieldOf(head: Cell): Field | undefined {
  const found: Field[] = []
  if (hasMeaning(head, 'port')) found.push('port')
  if (hasMeaning(head, 'server')) found.push('host')
  if (hasMeaning(head, 'encryption')) found.push('security')
  if (found.includes('port') && found.includes('host')) return 'port'
  return found.length === 1 ? found[0] : undefined
}

/** What a cell holds. A number alone is a port; a number in words may be anything. */
function holds(cell: Cell): Field[] {
  const found: Field[] = []
  if (cell.some(({ kind }) => kind === 'host')) found.push('host')
  if (has(cell, 'cipher') || hasMeaning(cell, 'plain')) found.push('security')
  if (
    cell.every(({ kind }) => kind === 'number' || kind === 'mark') &&
    cell.some(({ kind }) => kind === 'number')
  )
    found.push('port')
  else if (found.length > 0 && cell.some(({ kind }) => kind === 'number')) found.push('port')
  return found
}

/** A cell that holds nothing may name a protocol. */
function holdsOrNames(cell: Cell): Field[] {
  const held = holds(cell)
  return held.length === 0 && has(cell, 'protocol') ? ['protocol'] : held
}

function has(tokens: Cell, kind: Token['kind']): boolean {
  return tokens.some((token) => token.kind === kind)
}

function hasMeaning(tokens: Cell, meaning: Meaning): boolean {
  return tokens.some((token) => token.kind === 'word' && token.meanings.has(meaning))
}
