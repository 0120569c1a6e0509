import type { Facts } from '../markdown/facts.ts'
import type { SegmentKind } from '../markdown/segment.ts'
import { hashOf } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import { phrasesOf, type Phrase } from './phrase.ts'

/** What the ledger keeps account of: each segment of a document, and each block of code. */
export interface Part {
  readonly kind: SegmentKind | 'code'
  /** All of it. */
  readonly range: Range
  /** The block that it lies in, by its place in the facts; undefined for a value of the front matter. */
  readonly block: number | undefined
  /** Its segment, by its place in the facts; undefined for code. */
  readonly segment: number | undefined
  /** The key of a front matter value. */
  readonly key?: string
  /** A name by its content: of its words, and behind a stop of the markup within them, where there is some. White space and wrapping are no part of it. */
  readonly hash: string
  /** The words of the part before it, shortly; empty for the first. */
  readonly context: string
  /** Which one it is of those with the same hash and context, from 0. */
  readonly occurrence: number
  /** How many words it has; none where it is values alone, which are the same in every language. */
  readonly words: number
}

const hashLength = 16
const shortLength = 8

/** The hash of a part's words alone. */
export function wordsHash(hash: string): string {
  return hash.slice(0, hashLength)
}

/** The parts of a document, in reading order. */
export function partsOf(facts: Facts, text: string): Part[] {
  const phrases = phrasesOf(facts, text)
  const fields = new Map(facts.frontMatter?.fields.map(({ key, valueRange }) => [valueRange.start, key]))
  const blockAt = blockFinder(facts)
  const drafts = facts.segments.map(({ kind, range }, segment) => {
    const phrase = phrases[segment] ?? { text: '', codes: [] }
    const key = kind === 'field' ? fields.get(range.start) : undefined
    return {
      kind,
      range,
      segment,
      block: kind === 'field' ? undefined : blockAt(range),
      ...(key !== undefined && { key }),
      hash: phraseHash(phrase),
      words: isValues(phrase.text) ? 0 : countWords(phrase.text),
    }
  })
  const code = facts.blocks.flatMap(({ kind, range }, block) => {
    if (kind !== 'code') return []
    const content = text.slice(range.start, range.end)
    return [{ kind, range, segment: undefined, block, hash: partHash(content, []), words: 0 }]
  })
  return placed([...drafts, ...code].sort((a, b) => a.range.start - b.range.start))
}

/** Gives each part its context and its occurrence. */
function placed(drafts: readonly Omit<Part, 'context' | 'occurrence'>[]): Part[] {
  const seen = new Map<string, number>()
  let context = ''
  return drafts.map((draft) => {
    const key = `${draft.hash} ${context}`
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    const part = { ...draft, context, occurrence }
    context = draft.hash.slice(0, shortLength)
    return part
  })
}

/** The hash of the part that says a phrase. */
export function phraseHash({ text, codes }: Phrase): string {
  return partHash(
    text,
    codes.map((code) => (code.kind === 'pair' ? code.open + code.close : code.text)),
  )
}

function partHash(words: string, markup: readonly string[]): string {
  const hash = hashOf(words.replace(/\s+/g, ' ').trim()).slice(0, hashLength)
  return markup.length === 0 ? hash : `${hash}.${hashOf(markup.join('\n')).slice(0, shortLength)}`
}

const numbered = /<\/?\d+>|\{\d+\}/g
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu
/** The same, for texts of these characters alone: most of them, and sooner told. */
const ascii = /^[\x20-\x7e\s]*$/
const asciiWord = /[A-Za-z0-9][A-Za-z0-9'-]*/g
/** Holds all of the scripts below. */
const mayBeDense = /[\u0e00-\u1fff\u2e80-\uffff]/
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu

/** How many words a phrase has; in scripts without spaces two characters count for one. */
export function countWords(phrase: string): number {
  const plain = phrase.replace(numbered, ' ')
  if (ascii.test(plain)) return plain.match(asciiWord)?.length ?? 0
  const characters = mayBeDense.test(plain) ? (plain.match(dense)?.length ?? 0) : 0
  const others = characters > 0 ? plain.replace(dense, ' ') : plain
  return (others.match(word)?.length ?? 0) + Math.ceil(characters / 2)
}

/** A number, a sign, a host. */
const value = /^(?:[^\p{L}]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?)$/iu

/** True of `993`, of `mail.example.com` and of `993 / 143`. */
function isValues(phrase: string): boolean {
  return phrase
    .trim()
    .split(/\s+/)
    .every((each) => value.test(each))
}

/** Finds the block that holds most of a range: a title lies in the paragraph around it, an item not in the one before. */
function blockFinder({ blocks }: Facts): (range: Range) => number | undefined {
  const order = blocks.map((_, index) => index).sort((a, b) => startOf(a) - startOf(b) || a - b)
  function startOf(index: number): number {
    return blocks[index]?.range.start ?? 0
  }
  return ({ start, end }) => {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (startOf(order[middle] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    for (let at = low - 1; at >= 0 && at >= low - reach; at--) {
      const index = order[at] ?? 0
      if ((blocks[index]?.range.end ?? 0) >= end) return index
    }
    return undefined
  }
}

/** Blocks that begin within another one are few. */
const reach = 8
