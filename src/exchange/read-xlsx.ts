import { strFromU8, unzipSync } from 'fflate'
import type { UnitState } from '../l10n/unit.ts'
import { isSomeones } from './given.ts'
import { KitFault, type ReturnedKit, type ReturnedUnit } from './kit.ts'
import { listenToXml } from './xml.ts'

/** What a unit's state may be called. */
const states: readonly UnitState[] = ['untranslated', 'fuzzy', 'translated']

/** What unpacks to more is no kit. */
const largest = 256 * 1024 * 1024

const wanted =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]+\.xml)$/

/**
 * Reads a workbook, whatever program saved it: the first sheet whose header is a kit's.
 * @throws KitFault for what is none, or damaged.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReturnedKit[]> {
  const parts = unpacked(bytes)
  const strings = await stringsIn(parts['xl/sharedStrings.xml'])
  const names = Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .sort()
  if (names.length === 0)
    throw new KitFault(1, 'Unexpected file without a sheet of Excel, expected a workbook saved as `.xlsx`')
  for (const name of names) {
    const rows = await rowsIn(parts[name] ?? new Uint8Array(), strings)
    const [head, ...rest] = rows
    const languages = head && languagesOf(head)
    if (languages) return kitsOf(rest, languages)
  }
  throw new KitFault(1, 'Unexpected workbook, expected one with the columns that `hexapla export` gave it')
}

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let size = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!wanted.test(name)) return false
    size += originalSize
    if (size > largest)
      throw new KitFault(
        1,
        `Unexpected size of ${Math.ceil(size / 1024 / 1024)} MiB unpacked, expected at most ${largest / 1024 / 1024}`,
      )
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof KitFault) throw error
    throw new KitFault(1, 'Unexpected end or damage of the file, expected a workbook')
  }
}

/** The texts that cells name by their numbers; runs of one are joined, readings above them left out. */
async function stringsIn(bytes: Uint8Array | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!bytes) return strings
  let isText = false
  let isReading = false
  await listenToXml([strFromU8(bytes)], {
    open: ({ name }) => {
      if (name === 'si') strings.push('')
      if (name === 't') isText = true
      if (name === 'rPh') isReading = true
    },
    text: (words) => {
      if (isText && !isReading) strings.push((strings.pop() ?? '') + words)
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
    },
  })
  return strings
}

interface CellFound {
  readonly text: string
  /** What it holds where that is no text. */
  readonly other: string | undefined
}

/** By the types of cells, what they hold where that is no text. */
const others: Readonly<Record<string, string>> = { b: 'truth value', e: 'error', d: 'date' }

interface RowFound {
  readonly number: number
  readonly cells: ReadonlyMap<string, CellFound>
}

async function rowsIn(bytes: Uint8Array, strings: readonly string[]): Promise<RowFound[]> {
  const rows: { number: number; cells: Map<string, CellFound> }[] = []
  let cell: { column: string; type: string; text: string; isFormula: boolean } | undefined
  let isText = false
  await listenToXml([strFromU8(bytes)], {
    open: ({ name, attributes }) => {
      if (name === 'row') rows.push({ number: Number(attributes.r ?? rows.length + 1), cells: new Map() })
      else if (name === 'c')
        cell = {
          column: (attributes.r ?? '').replace(/\d/g, ''),
          type: attributes.t ?? 'n',
          text: '',
          isFormula: false,
        }
      else if (name === 'f' && cell) cell.isFormula = true
      else if (name === 'v' || name === 't') isText = true
    },
    text: (words) => {
      if (isText && cell) cell.text += words
    },
    close: (name) => {
      if (name === 'v' || name === 't') isText = false
      if (name !== 'c' || !cell) return
      const { column, type, text, isFormula } = cell
      const value = type === 's' ? (strings[Number(text)] ?? '') : text
      rows.at(-1)?.cells.set(column, { text: unescaped(value), other: isFormula ? 'formula' : others[type] })
      cell = undefined
    },
  })
  return rows
}

/** Programs write signs that a sheet cannot hold by their numbers; line ends are as they were given out. */
function unescaped(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function languagesOf({ cells }: RowFound): ReturnedKit['languages'] | undefined {
  const source = /^Source \(([\w-]+)\)$/.exec(cells.get('C')?.text ?? '')?.[1]
  const target = /^Translation \(([\w-]+)\)$/.exec(cells.get('D')?.text ?? '')?.[1]
  return source === undefined || target === undefined ? undefined : { source, target }
}

function kitsOf(rows: readonly RowFound[], languages: ReturnedKit['languages']): ReturnedKit[] {
  const kits = new Map<string, ReturnedUnit[]>()
  for (const { number, cells } of rows) {
    const name = cells.get('A')?.text ?? ''
    const words = cells.get('D')
    if (name === '' && (words?.text ?? '') === '') continue
    const match = /^(.+)#([\w-]+)#(given-[\w-]+)$/s.exec(name)
    if (!match)
      throw new KitFault(
        number,
        'Unexpected row without the name of its unit, expected the hidden first column untouched',
      )
    const [, path = '', id = '', given] = match
    const units = kits.get(path) ?? []
    const target = words?.text ?? ''
    const state = states.find((each) => each === cells.get('E')?.text.trim().toLowerCase())
    units.push({
      id,
      source: cells.get('C')?.text ?? '',
      target,
      isDone: isSomeones(target, state, given),
      line: number,
      ...(words?.other !== undefined && { fault: `Unexpected ${words.other}, expected text` }),
    })
    kits.set(path, units)
  }
  return [...kits].map(([path, units]) => ({ path, languages, units }))
}
