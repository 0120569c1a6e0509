import { CsvError, parse } from 'csv-parse/sync'
import type { Locale } from '../corpus/locale.ts'
import type { GivenTerm, GivenWords, GlossaryTable } from '../l10n/glossary-table.ts'
import { nearestOf } from '../text/nearest.ts'
import { lettersOf } from './format.ts'
import { between, columns, isFormula } from './glossary-csv.ts'

/** What is wrong with a table, and on which line. */
export interface TableProblem {
  readonly line: number
  readonly reason: string
}

/** Whether a file is a glossary as a table, by how it begins. */
export function isGlossaryCsv(beginning: Uint8Array): boolean {
  return /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?"?term"?(?:[,;\t]|\r?\n)/i.test(
    lettersOf(beginning),
  )
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** What a column of a locale holds. */
interface Column {
  readonly kind: keyof typeof columns | 'name'
  readonly locale?: Locale
}

/** Reads a glossary from a table, whatever program saved it: with commas, semicolons or tabs. */
export function readGlossaryCsv(
  text: string,
  isLocale: (name: string) => boolean,
): { readonly table: GlossaryTable } | { readonly problems: readonly TableProblem[] } {
  const rows = rowsIn(text.replace(/^\uFEFF/, ''))
  if ('reason' in rows) return { problems: [rows] }
  const [head = { line: 1, cells: [] }, ...rest] = rows
  const problems: TableProblem[] = []
  const kinds = columnsOf(head, isLocale, problems)
  const keep: string[] = []
  const terms = new Map<string, GivenTerm>()
  const lines = new Map<string, number>()
  for (const { line, cells } of rest) {
    const wrong = (reason: string): void => void problems.push({ line, reason })
    if (cells.length > kinds.length)
      wrong(`Unexpected ${cells.length} cells, expected ${kinds.length} as in the first line`)
    const id = (cells[0] ?? '').trim()
    if (id === '') {
      if (cells.some((cell) => cell.trim() !== '')) wrong('Unexpected row without a term, expected its name')
      continue
    }
    const isKept = keepOf(cells, kinds, wrong)
    const known = lines.get(`${isKept ? 'keep' : 'term'} ${id}`)
    if (known !== undefined) wrong(`Unexpected second \`${id}\`, expected one: the first is on line ${known}`)
    lines.set(`${isKept ? 'keep' : 'term'} ${id}`, line)
    if (isKept) {
      if (cells.some((cell, index) => cell.trim() !== '' && kinds[index]?.locale !== undefined))
        wrong(`Unexpected words of \`${id}\`, which is kept as it is, expected none`)
      if (!isWords(id)) wrong(`Unexpected \`${id}\`, expected words`)
      keep.push(id)
    } else terms.set(id, termOf(id, cells, kinds, wrong))
  }
  return problems.length > 0 ? { problems } : { table: { keep, terms: [...terms.values()] } }
}

function rowsIn(text: string): Row[] | TableProblem {
  const [first = ''] = text.split(/\r?\n/, 1)
  const signs = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }))
  const rows: Row[] = []
  let ended = { lines: 0, empty_lines: 0 }
  const nextLine = (empty: number): number => ended.lines + 1 + empty - ended.empty_lines
  try {
    parse(text, {
      delimiter: signs.reduce((best, each) => (each.count > best.count ? each : best)).sign,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1024 * 1024,
      on_record: (record: readonly string[], info) => {
        rows.push({ line: nextLine(info.empty_lines), cells: record.map(unescaped) })
        ended = info
        return undefined
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const empty = 'empty_lines' in error ? Number(error.empty_lines) : ended.empty_lines
    const reason = faults[error.code] ?? `Unexpected CSV, expected valid one: ${error.message}`
    return { line: nextLine(empty), reason }
  }
}

/** The marks that keep a spreadsheet from reading a formula; line ends are its program's. */
function unescaped(cell: string): string {
  const text = cell.replace(/\r\n?/g, '\n')
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'Unexpected end of the file between quotation marks, expected `"` at the end of the cell',
  CSV_INVALID_CLOSING_QUOTE:
    'Unexpected text behind `"`, expected the end of the cell, or `""` for a quotation mark',
  INVALID_OPENING_QUOTE:
    'Unexpected `"` within a cell, expected `"` around all of it, and `""` for one within',
  CSV_MAX_RECORD_SIZE: 'Unexpected length of the row, expected at most 1 MiB',
}

function columnsOf(
  { line, cells }: Row,
  isLocale: (name: string) => boolean,
  problems: TableProblem[],
): Column[] {
  const seen = new Set<string>()
  return cells.map((cell, index): Column => {
    const name = cell.trim()
    const wrong = (reason: string): Column => {
      problems.push({ line, reason })
      return { kind: 'note' }
    }
    const key = name.toLowerCase()
    if (index === 0 && key !== columns.id)
      return wrong(`Unexpected column \`${name}\`, expected \`${columns.id}\``)
    if (seen.has(key)) return wrong(`Unexpected second column \`${name}\`, expected one`)
    seen.add(key)
    if (key === columns.id || key === columns.note || key === columns.keep)
      return { kind: key === columns.id ? 'id' : key }
    const match = /^(\S+)(?:\s+(\S+))?$/.exec(name)
    const [, locale = '', what] = match ?? []
    const kind =
      what === undefined
        ? 'name'
        : ([columns.forms, columns.avoid] as const).find((each) => each === what.toLowerCase())
    if (isLocale(locale) && kind !== undefined) return { kind, locale }
    const known = isLocale(locale)
      ? [locale, `${locale} ${columns.forms}`, `${locale} ${columns.avoid}`]
      : [columns.note, columns.keep]
    const near = nearestOf(name, known)
    return wrong(
      `Unexpected column \`${name}\`, expected ${near === undefined ? `\`${columns.note}\`, \`${columns.keep}\`, a locale such as \`fr-fr\`, \`fr-fr ${columns.forms}\` or \`fr-fr ${columns.avoid}\`` : `\`${near}\``}`,
    )
  })
}

const yes = /^(?:yes|true|x|1)$/i
const no = /^(?:no|false|0|)$/i

function keepOf(
  cells: readonly string[],
  kinds: readonly Column[],
  wrong: (reason: string) => void,
): boolean {
  const cell = (cells[kinds.findIndex(({ kind }) => kind === 'keep')] ?? '').trim()
  if (!yes.test(cell) && !no.test(cell))
    wrong(`Unexpected \`${cell}\` in \`${columns.keep}\`, expected \`yes\` or nothing`)
  return yes.test(cell)
}

function termOf(
  id: string,
  cells: readonly string[],
  kinds: readonly Column[],
  wrong: (reason: string) => void,
): GivenTerm {
  const words = new Map<Locale, { -readonly [Key in keyof GivenWords]: GivenWords[Key] }>()
  let note: string | undefined
  for (const [index, { kind, locale }] of kinds.entries()) {
    const cell = cells[index] ?? ''
    if (kind === 'note') note = cell
    if (locale === undefined) continue
    const given = words.get(locale) ?? {}
    words.set(locale, given)
    const phrases = phrasesIn(cell)
    for (const phrase of phrases)
      if (!isWords(phrase)) wrong(`Unexpected \`${phrase}\` of \`${id}\` in ${locale}, expected words`)
    if (kind === 'avoid') given.avoid = phrases
    else if (kind === 'forms') given.forms = phrases
    else if (phrases.length > 1)
      wrong(
        `Unexpected ${phrases.length} phrases of \`${id}\` in \`${locale}\`, expected one, and the others in \`${locale} ${columns.forms}\``,
      )
    else given.name = phrases[0] ?? ''
  }
  for (const [locale, { name, forms = [] }] of words)
    if (name === '' && forms.length > 0)
      wrong(`Unexpected forms of \`${id}\` without a word, expected one in \`${locale}\``)
  return { id, ...(note !== undefined && { note }), words }
}

/** The phrases of a cell, without the space around them; `\\|` is a sign of the phrase itself. */
function phrasesIn(cell: string): string[] {
  const phrases: string[] = []
  let phrase = ''
  /** As far as what must not be taken for the space around a phrase. */
  let kept = 0
  const end = (): void => {
    const words = phrase.slice(0, kept) + phrase.slice(kept).trimEnd()
    if (words !== '') phrases.push(words)
    phrase = ''
    kept = 0
  }
  for (const [piece] of cell.matchAll(/\\[\\|\s]|[^]/gu)) {
    if (piece === between) end()
    else if (piece.length > 1 && piece.startsWith('\\')) {
      phrase += piece.slice(1)
      kept = phrase.length
    } else if (phrase !== '' || piece.trim() !== '') phrase += piece
  }
  end()
  return phrases
}

/** As the glossary's file wants them. */
function isWords(phrase: string): boolean {
  return /[\p{L}\p{N}]/u.test(phrase)
}
