import type { BeadMemory } from '../l10n/bead-memory.ts'
import { packed, type Block, type BlockKind } from '../markdown/block.ts'
import type { Facts } from '../markdown/facts.ts'
import { overlaps, trimmed, type Range } from '../text/range.ts'
import { linesOf, lineStartAt } from '../text/source.ts'
import { shortHashOf, written } from '../text/short-hash.ts'
import { tokensOf, type Token } from './token.ts'

/** A stretch of a document that is taken over, inserted, moved or removed as one: a block with the whole of its lines. */
export interface Passage {
  readonly kind: BlockKind
  /** From the begin of its first line to the end of its last one, the line end left out: `- Open it`. */
  readonly range: Range
  /** Without what its containers put before it: `Open it`. */
  readonly body: Range
  /** As an alignment needs it. */
  readonly block: Block
  /** Its blocks, by their places in the facts; none for lines that readers do not see, such as a definition. */
  readonly blocks: readonly number[]
  /** What in it is no language. */
  readonly tokens: readonly Token[]
  /** Its body with white space made one: equal for passages that say the same. */
  readonly content: string
}

/** A document cut into passages. */
export interface Page {
  readonly text: string
  readonly facts: Facts
  readonly passages: readonly Passage[]
  /** What is remembered of how it goes together with others. */
  readonly beads?: BeadMemory
}

/**
 * Cuts a document into passages: every line but blank ones and the front matter is in one. What belongs to its own
 * locale alone is in none.
 */
export function pageOf(facts: Facts, text: string, localeOnly: readonly Range[] = []): Page {
  const drafts = withLooseLines(blockDrafts(facts, text), facts, text).filter(
    ({ range }) => !localeOnly.some((own) => overlaps(own, range)),
  )
  const tokens = tokensOf(facts, text)
  let next = 0
  const passages = drafts.map((draft): Passage => {
    while (next < tokens.length && (tokens[next]?.range.start ?? 0) < draft.body.start) next++
    const own: Token[] = []
    for (let token = tokens[next]; token && token.range.start < draft.range.end; token = tokens[++next])
      own.push(token)
    return { ...draft, tokens: own, content: contentOf(text, draft.body) }
  })
  return { text, facts, passages }
}

type Draft = Omit<Passage, 'tokens' | 'content'>

/** Blocks with their lines; those that share a line are one passage. */
function blockDrafts({ blocks }: Facts, text: string): Draft[] {
  const drafts: Draft[] = []
  const order = blocks.map((_, index) => index)
  order.sort((a, b) => (blocks[a]?.range.start ?? 0) - (blocks[b]?.range.start ?? 0) || a - b)
  for (const index of order) {
    const block = blocks[index]
    if (!block) continue
    const range = {
      start: lineStartAt(text, block.range.start),
      end: lineEndAt(text, Math.max(block.range.end, block.range.start)),
    }
    const last = drafts.at(-1)
    if (!last || range.start > last.range.end) {
      drafts.push({ kind: block.kind, range, body: block.range, block, blocks: [index] })
      continue
    }
    drafts[drafts.length - 1] = {
      ...last,
      range: { start: last.range.start, end: Math.max(last.range.end, range.end) },
      body: { start: last.body.start, end: Math.max(last.body.end, block.range.end) },
      blocks: [...last.blocks, index],
    }
  }
  return drafts
}

function lineEndAt(text: string, offset: number): number {
  let end = offset
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  return end
}

/** Adds the lines that are in no block: definitions, comments, rules, the ends of directives. */
function withLooseLines(drafts: readonly Draft[], { frontMatter }: Facts, text: string): Draft[] {
  const all: Draft[] = []
  let at = frontMatter?.range.end ?? 0
  const addLoose = (end: number): void => {
    for (const line of linesOf(text, { start: at, end })) {
      const body = trimmed(text, line)
      const words = text.slice(body.start, body.end).replace(/^[>\s\uFEFF]+/, '')
      if (words === '' || line.start < at) continue
      const start = body.end - words.length
      all.push({
        kind: 'markup',
        range: { start: line.start, end: body.end },
        body: { start, end: body.end },
        block: looseBlock({ start, end: body.end }, words),
        blocks: [],
      })
    }
  }
  for (const draft of drafts) {
    if (draft.range.start > at) addLoose(draft.range.start)
    all.push(draft)
    at = Math.max(at, draft.range.end)
  }
  addLoose(text.length)
  return all
}

function looseBlock(range: Range, words: string): Block {
  const name = /^\[[^\]]+\]:/.exec(words)?.[0] ?? words.slice(0, 80)
  const marks = written([shortHashOf(name)], 1)
  return {
    kind: 'markup',
    range,
    level: 0,
    print: packed({ size: 0, count: 0, words: '', numbers: '', marks, shape: '000000000000' }),
  }
}

/** What a range says, white space made one and the quotes' signs left out. */
function contentOf(text: string, { start, end }: Range): string {
  return text
    .slice(start, end)
    .replace(/\r?\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What stands before a passage's body on its first line: `  - `, `### `, `> `. */
export function leadOf({ range, body }: Passage, text: string): string {
  return text.slice(range.start, body.start)
}
