import { printOf, type Block, type BlockKind, type Print } from '../markdown/block.ts'
import { rememberingOf } from '../text/remembering.ts'
import { hashCount, readHashes } from '../text/short-hash.ts'

/** The kinds of blocks by number. */
export const kinds: readonly BlockKind[] = [
  'heading',
  'paragraph',
  'item',
  'table',
  'image',
  'code',
  'callout',
  'markup',
]

/** What a token is: a word, a number, or a mark, which is no language at all. */
export type TokenClass = 0 | 1 | 2

/** The class of a token. */
export function classOf(token: number): TokenClass {
  return (token >> 18) as TokenClass
}

/** How many counts a shape holds, the ending not counted. */
export const shapeCounts = 11

/** The counts, and how the block ends. */
export const shapeWidth: number = shapeCounts + 1

/** The blocks of one document as columns of numbers, ready to be compared with another's. */
export interface Profile {
  readonly length: number
  readonly kinds: Uint8Array
  readonly levels: Uint8Array
  readonly sizes: Float64Array
  /** `shapeCounts` counts a block, and how it ends. */
  readonly shapes: Uint8Array
  /** A block's numbers and marks, as tokens: each once, in ascending order. */
  readonly marks: readonly Int32Array[]
  /** A block's tokens, each once, in ascending order: short hashes with their class above them. */
  readonly tokens: readonly Int32Array[]
}

/** The columns of some blocks; a source stands beside many targets. */
export const profileOf: (blocks: readonly Block[]) => Profile = rememberingOf(madeOf)

function madeOf(blocks: readonly Block[]): Profile {
  const { length } = blocks
  const marks = new Array<Int32Array>(length)
  const words = new Array<string>(length)
  let tokens: readonly Int32Array[] | undefined
  const profile = {
    length,
    kinds: new Uint8Array(length),
    levels: new Uint8Array(length),
    sizes: new Float64Array(length),
    shapes: new Uint8Array(length * shapeWidth),
    marks,
    /** Texts that go side by side are paired without their words. */
    get tokens() {
      return (tokens ??= marks.map((own, at) => withWords(own, words[at] ?? '')))
    },
  }
  for (const [index, block] of blocks.entries()) {
    const print = printOf(block)
    profile.kinds[index] = numberOf.get(block.kind) ?? 0
    profile.levels[index] = block.level
    profile.sizes[index] = print.size
    for (let at = 0; at <= shapeCounts; at++)
      profile.shapes[index * shapeWidth + at] = print.shape.charCodeAt(at) - 48
    words[index] = print.words
    marks[index] = marksOf(print)
  }
  return profile
}

const numberOf: ReadonlyMap<BlockKind, number> = new Map(kinds.map((kind, at) => [kind, at]))

const none = new Int32Array(0)

function marksOf({ numbers, marks }: Print): Int32Array {
  const count = hashCount(numbers) + hashCount(marks)
  if (count === 0) return none
  const tokens = new Int32Array(count)
  const end = readHashes(numbers, tokens, 0, 1 << 18)
  readHashes(marks, tokens, end, 2 << 18)
  return distinct(tokens)
}

/** Words have lower numbers than all marks. */
function withWords(marks: Int32Array, words: string): Int32Array {
  const own = new Int32Array(hashCount(words))
  readHashes(words, own, 0, 0)
  const sorted = distinct(own)
  if (marks.length === 0) return sorted
  const tokens = new Int32Array(sorted.length + marks.length)
  tokens.set(sorted)
  tokens.set(marks, sorted.length)
  return tokens
}

/** Puts numbers in order, each once: few at a time, so that the plainest way is the quickest. */
function distinct(numbers: Int32Array): Int32Array {
  let count = 0
  for (const number of numbers) {
    let at = count
    while (at > 0 && (numbers[at - 1] ?? 0) > number) at--
    if (at > 0 && numbers[at - 1] === number) continue
    numbers.copyWithin(at + 1, at, count)
    numbers[at] = number
    count++
  }
  return numbers.subarray(0, count)
}
