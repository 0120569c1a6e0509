import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globbySync } from 'globby'
import { formatOf } from '../../src/corpus/document.ts'
import { languageOf } from '../../src/corpus/locale.ts'
import { localeOfPath } from '../../src/corpus/layout.ts'
import { factsOf } from '../../src/markdown/facts-of.ts'
import { loadRemarkParse } from '../../src/markdown/parse.ts'
import { lexicons } from '../../src/settings/lexicon/index.ts'
import {
  isBound,
  type SecurityStatement,
  type Statement,
  type Statements,
} from '../../src/settings/statement.ts'
import { meaningOfSrv } from '../../src/settings/record.ts'
import { statementsOf } from '../../src/settings/statements-of.ts'
import { vocabularyOf } from '../../src/settings/vocabulary.ts'
import { lineStartsOf, placesIn } from '../../src/text/source.ts'

/** One port, host or word of security as a person reads it; without a role it is of every server. */
export interface Truth {
  readonly line: number
  readonly column?: number
  readonly text: string
  /** Which of several on the line, from 1, where no column is given. */
  readonly nth?: number
  readonly kind: 'port' | 'host' | 'security'
  readonly role?: 'incoming' | 'outgoing'
  readonly protocol?: string
  readonly value: string | number
}

export type Verdict = 'right' | 'unbound' | 'missed' | 'wrong'

/** Counts how much of what guides state is read rightly. True where nothing is read wrongly and 98 % is bound. */
export async function run(folders: readonly string[]): Promise<boolean> {
  const parse = await loadRemarkParse()
  const total = { right: 0, unbound: 0, missed: 0, wrong: 0 }
  for (const file of guidesIn(folders)) {
    const text = readFileSync(file, 'utf8')
    const facts = factsOf(parse(text, formatOf(file)), text)
    const language = languageOf(localeOfPath(file) ?? 'und')
    const statements = statementsOf({ text, facts }, { vocabulary: vocabularyOf(lexicons.get(language)) })
    const truth = truthFor(file)
    if (!truth) {
      const ports = statements.values.filter(({ kind }) => kind === 'port')
      console.log(
        `${file}: ${ports.filter(isBound).length} of ${ports.length} ports bound; nobody has read it`,
      )
      continue
    }
    const own = { right: 0, unbound: 0, missed: 0, wrong: 0 }
    for (const each of truth) {
      const offset = offsetOf(each, text)
      const verdict = verdictOn(each, offset, statements)
      own[verdict]++
      total[verdict]++
      if (verdict !== 'right')
        console.log(
          `${file}:${each.line} ${each.kind} \`${each.text}\` is ${verdict}: ${read(each, offset, statements)}`,
        )
    }
    for (const extra of extras(truth, text, statements)) {
      total.wrong++
      console.log(
        `${file}:${placesIn(text).pointAt(extra.range.start).line} ${extra.kind} \`${extra.value}\` is none, but was read as ${roleWords(extra)}`,
      )
    }
    console.log(`${file}: ${own.right} of ${truth.length} bound`)
  }
  const all = total.right + total.unbound + total.missed + total.wrong
  const share = all === 0 ? 0 : (100 * total.right) / all
  console.log(
    `${total.right} of ${all} bound to the right server (${share.toFixed(1)} %), ${total.unbound} bound to none, ${total.missed} not seen, ${total.wrong} wrong`,
  )
  return share >= 98 && total.wrong === 0
}

/** The Markdown files below some folders. */
export function guidesIn(folders: readonly string[]): string[] {
  const base = process.env.INIT_CWD ?? '.'
  return globbySync(
    folders.map((folder) => `${resolve(base, folder)}/**/*.md`),
    { absolute: true },
  ).sort()
}

/** What a person read in a guide: `truth.json` beside it, or a file of this folder named after the guide's. */
export function truthFor(file: string): readonly Truth[] | undefined {
  const beside = resolve(dirname(file), 'truth.json')
  const kept = resolve(
    dirname(fileURLToPath(import.meta.url)),
    'settings-truth',
    `${basename(resolve(file, '../..'))}-${basename(dirname(file))}.json`,
  )
  const path = [beside, kept].find((each) => existsSync(each))
  if (path === undefined) return undefined
  const data = JSON.parse(readFileSync(path, 'utf8')) as
    readonly Truth[] | Readonly<Record<string, readonly Truth[]>>
  return Array.isArray(data)
    ? (data as readonly Truth[])
    : (data as Readonly<Record<string, readonly Truth[]>>)[localeOfPath(file) ?? '']
}

/** Where a truth stands in the text. */
export function offsetOf({ line, column, text: words, nth = 1 }: Truth, text: string): number {
  const start = lineStartsOf(text)[line - 1] ?? 0
  if (column !== undefined) return start + column - 1
  let at = start - 1
  for (let count = 0; count < nth; count++) at = text.indexOf(words, at + 1)
  if (at < 0) throw new RangeError(`Unexpected truth \`${words}\` on line ${line}, which has none`)
  return at
}

export function verdictOn(truth: Truth, offset: number, statements: Statements): Verdict {
  if (truth.kind === 'security') return onSecurity(truth, securityAt(truth, offset, statements))
  const found = statements.values.find(({ kind, range }) => kind === truth.kind && range.start === offset)
  const record = statements.records.find(
    ({ portRange, hostRange }) => offset === (truth.kind === 'port' ? portRange : hostRange).start,
  )
  if (record) return meaningOfSrv(record.service)?.protocol === truth.protocol ? 'right' : 'wrong'
  if (!found) return 'missed'
  if (truth.role === undefined) return 'right'
  if (!isBound(found)) return 'unbound'
  return contradicts(found, truth) ? 'wrong' : 'right'
}

function contradicts(found: Statement, { role, protocol }: Truth): boolean {
  return (
    found.direction !== role ||
    (found.protocol !== undefined && protocol !== undefined && found.protocol !== protocol)
  )
}

function securityAt(
  { text }: Truth,
  offset: number,
  { securities }: Statements,
): SecurityStatement | undefined {
  return securities.find(({ cipher: { range } }) => range.start < offset + text.length && offset < range.end)
}

function onSecurity(truth: Truth, found: SecurityStatement | undefined): Verdict {
  if (!found) return 'unbound'
  const { value } = found.cipher
  if (value !== truth.value && !(value === 'encrypted' && truth.value !== 'none')) return 'wrong'
  return truth.role === undefined || found.of.some((each) => isBound(each) && !contradicts(each, truth))
    ? 'right'
    : 'wrong'
}

function read(truth: Truth, offset: number, statements: Statements): string {
  const security = truth.kind === 'security' ? securityAt(truth, offset, statements) : undefined
  if (security)
    return `${security.cipher.value} of ${security.of.map((each) => `${each.value} ${roleWords(each)}`).join(', ')}`
  const found = statements.values.find(({ range }) => range.start === offset)
  return found ? roleWords(found) : 'nothing'
}

function roleWords({ protocol, direction }: Statement): string {
  return [direction, protocol].filter((word) => word !== undefined).join(' ') || 'of no server'
}

/** Values that were read where a person reads none, and bound to a server. */
function extras(truth: readonly Truth[], text: string, { values }: Statements): Statement[] {
  const known = new Set(truth.map((each) => offsetOf(each, text)))
  return values.filter((value) => isBound(value) && !value.isExample && !known.has(value.range.start))
}
