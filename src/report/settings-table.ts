import type { Document } from '../corpus/document.ts'
import { isBound, type Statement, type Statements } from '../settings/statement.ts'
import type { Place } from '../text/source.ts'
import { terminalSafe } from './escape.ts'
import { widthOf } from '../text/width.ts'

/** What one document states, with its places as people read them. */
export interface Shown {
  readonly document: Document
  readonly statements: Statements
  readonly places: { readonly placeOf: (range: Statement['range']) => Place }
  readonly service: string | undefined
}

/** What is stated where: a section a document, a line a value, and how many ports could be bound to a server. */
export function showTable(shown: readonly Shown[]): string {
  const told = shown.filter(({ statements }) => statements.values.length > 0)
  const sections = told.map(section)
  const ports = told.flatMap(({ statements }) => statements.values.filter(({ kind }) => kind === 'port'))
  const silent = shown.length - told.length
  const rest = silent > 0 ? `; ${count(silent, 'document')} ${silent === 1 ? 'states' : 'state'} none` : ''
  return `${[...sections, `${boundWords(ports)} in ${count(told.length, 'document')}${rest}`].join('\n\n')}\n`
}

function section({ document, statements, places, service }: Shown): string {
  const about = [document.guide, document.locale, service].filter((word) => word !== undefined).join(' · ')
  const rows = statements.values.map((value) => rowFor(value, places))
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('  ')}`.trimEnd(),
  )
  const ports = statements.values.filter(({ kind }) => kind === 'port')
  return [`${terminalSafe(document.path)}  ${terminalSafe(about)}`, ...lines, `  ${boundWords(ports)}`].join(
    '\n',
  )
}

function rowFor(value: Statement, places: Shown['places']): string[] {
  const { line, column } = places.placeOf(value.range).start
  const role = [value.direction, value.protocol].filter((word) => word !== undefined).join(' ')
  return [
    `${line}:${column}`,
    `${value.kind} ${terminalSafe(value.value)}`,
    role || 'not bound',
    value.cipher?.value ?? '',
    value.place,
  ]
}

function boundWords(ports: readonly Statement[]): string {
  return `${ports.filter(isBound).length} of ${count(ports.length, 'port')} bound`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** The same for other programs: a statement a line. */
export function showJson(shown: readonly Shown[]): string {
  const lines = shown.flatMap(({ document, statements, places, service }) =>
    statements.values.map((value) => {
      const { kind, value: words, protocol, direction, cipher, confidence, place, basis, range } = value
      return JSON.stringify({
        path: document.path,
        guide: document.guide,
        locale: document.locale,
        service: value.service ?? service,
        kind,
        value: words,
        protocol,
        direction,
        security: cipher?.value,
        bound: isBound(value),
        confidence,
        basis,
        in: place,
        place: places.placeOf(range),
      })
    }),
  )
  return `[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]\n`
}
