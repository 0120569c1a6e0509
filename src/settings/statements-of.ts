import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { registered, type Knowledge } from './knowledge.ts'
import { readableText } from './passage.ts'
import { recordsIn } from './record.ts'
import { combinedRole, directionOf, roleWordOf } from './role.ts'
import { sectionsOf } from './section.ts'
import { sentencesOf, linesOf } from './sentences.ts'
import type { Mention, Place, Statements } from './statement.ts'
import { Stream, type Topic } from './stream.ts'
import { readTable, type TableReading } from './table-records.ts'
import { isMark, means, tokensOf, type Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A document as far as its statements are concerned. */
export interface Source {
  readonly text: string
  readonly facts: Facts
}

/** What reading statements needs besides the document. */
export interface ReadingAid {
  readonly vocabulary: Vocabulary
  readonly knowledge?: Knowledge
  /** The id of the service that words name. */
  readonly serviceIn?: (words: string) => string | undefined
  /** True where hosts and ports that nothing can contradict may be left out: those of prose, where no canon names any. */
  readonly isBrief?: boolean
}

/** Words without which no document speaks of settings. */
const subject =
  /\b(?:IMAP|POP|SMTP|SSL|TLS|STARTTLS|FTPS?|SFTP|SSH|LDAP|XMPP|MySQL|(?:Cal|Card)DAV)|\d{2,5}|[a-z\d]\.[a-z\d-]{1,63}\.[a-z]{2}/i

const nothing: Statements = { values: [], securities: [], loose: [], mentions: [], records: [], tables: [] }

/** What a document says of ports, hosts and encryption, in its order, each with the server that it is of. */
export function statementsOf({ text, facts }: Source, aid: ReadingAid): Statements {
  const { vocabulary, knowledge = registered, serviceIn = () => undefined, isBrief = false } = aid
  if (!subject.test(text)) return nothing
  const loud = isBrief && !knowledge.lend ? loudSections({ text, facts }, vocabulary, knowledge) : undefined
  if (loud?.size === 0) return { ...nothing, records: recordsIn(text, facts) }
  const { wordsIn } = readableText(text, facts)
  const read = (range: Range): Token[] => tokensOf(wordsIn(range), range.start, vocabulary)
  const headings = facts.headings.map(({ contentRange: range }) =>
    vocabulary.hasSign(text.slice(range.start, range.end)) ? read(range) : [],
  )
  const grids = facts.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ range }) => read(range))))
  const saysSomething = signsFor(vocabulary, isBrief && !isComparable() ? knowledge : undefined)
  const sections = sectionsOf(facts.headings, (index) => headings[index] ?? [], serviceIn)
  const stream = new Stream(knowledge, vocabulary.isKnown)
  const mentions: Mention[] = []
  const tables: TableReading[] = []
  let section = -1
  const enterBefore = (offset: number): void => {
    for (
      let next = facts.headings[section + 1];
      next && next.range.start <= offset;
      next = facts.headings[section + 1]
    ) {
      section++
      mentions.push(...mentionsIn(headings[section] ?? [], section, 'heading'))
      stream.enter(sections[section] ?? {}, section)
    }
  }
  for (const block of blocksOf(facts)) {
    enterBefore(block.range.start)
    if (block.kind === 'table') readGrid(block.index)
    else if (loud?.has(section) !== false) readProse(block.range, block.kind)
  }
  enterBefore(Infinity)
  return { ...stream.statements(), mentions, records: recordsIn(text, facts), tables }

  /** Values of prose are held against those of tables, and against headings that name a protocol of mail. */
  function isComparable(): boolean {
    const namesIncoming = headings
      .flat()
      .some((token) => token.kind === 'protocol' && directionOf(token.value) === 'incoming')
    if (namesIncoming) return true
    const holdsValues = grids.flat(3).some(({ kind }) => kind === 'number' || kind === 'host')
    return holdsValues && (vocabulary.hasSign(text) || holdsKnown(text, knowledge))
  }

  function readProse(range: Range, kind: Exclude<Block['kind'], 'table'>): void {
    if (stream.isIdle && !saysSomething(text.slice(range.start, range.end))) return
    const isPicture = kind === 'alt' || kind === 'title'
    const tokens = isPicture
      ? tokensOf(text.slice(range.start, range.end), range.start, vocabulary)
      : read(range)
    mentions.push(...mentionsIn(tokens, section, isPicture ? 'picture' : 'sentence'))
    const lines = linesOf(tokens)
    const topic = kind === 'item' ? topicOf(tokens) : undefined
    for (const line of lines) {
      const sentences = sentencesOf(line)
      const isLine =
        !isPicture && sentences.length === 1 && isLineOf(line, kind === 'item' || lines.length > 1)
      if (!isLine) stream.forget()
      const place = isPicture ? 'picture' : isLine ? 'line' : 'sentence'
      let isAfterServer = false
      for (const sentence of sentences) {
        const service = serviceIn(wordsIn(spanOf(sentence)))
        stream.read({
          tokens: sentence,
          place,
          ports: false,
          isLine,
          ...(service !== undefined && { service }),
          ...(topic && { topic }),
          ...(isAfterServer && isNamed(sentence) && { isOfServer: true }),
        })
        isAfterServer = sentence.some((token) => means(token, 'server'))
      }
      if (!isLine) stream.forget()
    }
  }

  function readGrid(table: number): void {
    const grid = grids[table] ?? []
    for (const cell of grid.flat()) mentions.push(...mentionsIn(cell, section, 'table'))
    const likely = grid
      .flat(2)
      .some((token) => token.kind === 'cipher' || token.kind === 'protocol' || token.kind === 'host')
    const reading = readTable(grid)
    tables[table] = reading
    for (const { role, roleWords, fields } of reading.records) {
      stream.close()
      let open: string | undefined
      for (const { tokens, ports, row, column, isOfOwn } of fields) {
        const own = isOfOwn ? `${row} ${column}` : undefined
        if (own !== open) stream.close()
        open = own
        const unit = {
          tokens,
          place: 'table',
          ports,
          likely,
          isLine: true,
          cell: { table, row, column, isByColumn: reading.isByColumn },
        } as const
        stream.read({ ...unit, roleWords, ...(role && { role }) })
      }
    }
    stream.forget()
  }
}

/**
 * The sections whose prose may contradict itself: those with two words on encryption, by the indexes of their headings.
 * Undefined for a document that has to be read as a whole: with a known port, or a table of values.
 */
function loudSections(
  { text, facts }: Source,
  vocabulary: Vocabulary,
  known: Knowledge,
): ReadonlySet<number> | undefined {
  if (holdsKnown(text, known)) return undefined
  if (facts.headings.some(({ contentRange: { start, end } }) => /IMAP|POP/i.test(text.slice(start, end))))
    return undefined
  const holdsValues = ({ range }: { readonly range: Range }): boolean =>
    /\d|\.[\p{L}%]/u.test(text.slice(range.start, range.end))
  if (facts.tables.some(holdsValues) && vocabulary.hasSign(text)) return undefined
  const loud = new Set<number>()
  let [section, ciphers] = [-1, 0]
  for (const { range } of blocksOf(facts)) {
    for (; (facts.headings[section + 1]?.range.start ?? Infinity) <= range.start; section++) ciphers = 0
    if (ciphers > 1) continue
    ciphers += vocabulary.ciphersIn(text, range, 2 - ciphers)
    if (ciphers > 1) loud.add(section)
  }
  return loud
}

/** What tells passages that are worth reading; with `known`, values alone that it does not know are no reason. */
function signsFor({ hasSign }: Vocabulary, known: Knowledge | undefined): (passage: string) => boolean {
  if (!known || known.lend) return (passage) => /\d|\.[\p{L}%]/u.test(passage) || hasSign(passage)
  return (passage) => /[\p{L}%]:\d/u.test(passage) || holdsKnown(passage, known) || hasSign(passage)
}

function holdsKnown(passage: string, { knows }: Knowledge): boolean {
  for (const number of passage.match(/\d+/g) ?? []) if (knows(String(Number(number)))) return true
  return false
}

/** `Both have the same name: ssl0.ovh.net` */
function isNamed(sentence: readonly Token[]): boolean {
  return sentence.at(-1)?.kind === 'host' && isMark(sentence.at(-2), ':')
}

/** What a list item is about, where its first words say so: `- with **SSL/TLS**, …`. */
function topicOf(tokens: readonly Token[]): Topic | undefined {
  const first = tokens.filter(({ kind }) => kind !== 'mark').slice(0, 3)
  const isCipher = first.some(({ kind }) => kind === 'cipher')
  const role = combinedRole(first.flatMap((token, at) => roleWordOf(token, at) ?? []))
  return isCipher || role ? { isCipher, ...(role && { role }) } : undefined
}

/** A line that may lead to the next one: `label: value` or a title; a sentence with a full stop is none. */
function isLineOf(tokens: readonly Token[], isAmongOthers: boolean): boolean {
  const [last, hasColon] = [tokens.at(-1), tokens.some((token) => isMark(token, ':'))]
  if (last?.kind === 'mark' && /^[.!?]$/.test(last.value)) return isAmongOthers && hasColon
  return isAmongOthers || (hasColon ? tokens.length <= 16 : tokens.length <= 8)
}

function spanOf(tokens: readonly Token[]): Range {
  return { start: tokens[0]?.range.start ?? 0, end: tokens.at(-1)?.range.end ?? 0 }
}

function mentionsIn(tokens: readonly Token[], section: number, place: Place | 'heading'): Mention[] {
  return tokens
    .filter((token) => token.kind === 'protocol')
    .map(({ value: protocol, range }) => ({ protocol, range, section, place }))
}

type Block =
  | { readonly kind: 'paragraph' | 'item' | 'alt' | 'title'; readonly range: Range }
  | { readonly kind: 'table'; readonly range: Range; readonly index: number }

/** What may hold statements, in the order of the text. */
function blocksOf({ segments, tables }: Facts): Block[] {
  const blocks: Block[] = tables.map(({ range }, index) => ({ kind: 'table', range, index }))
  for (const { kind, range } of segments) {
    if (kind === 'paragraph' || kind === 'item' || kind === 'alt' || kind === 'title')
      blocks.push({ kind, range })
  }
  return blocks.sort((a, b) => a.range.start - b.range.start)
}
