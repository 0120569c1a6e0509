import { printOf, type Block, type BlockKind } from '../markdown/block.ts'
import { hashesIn } from '../text/short-hash.ts'

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
  /** A block's tokens, each once, in ascending order: short hashes with their class above them. */
  readonly tokens: readonly Int32Array[]
}

/** A source stands beside many targets. */
const known = new WeakMap<readonly Block[], Profile>()

/** The columns of some blocks. */
export function profileOf(blocks: readonly Block[]): Profile {
  const profile = known.get(blocks) ?? madeOf(blocks)
  known.set(blocks, profile)
  return profile
}

function madeOf(blocks: readonly Block[]): Profile {
  const { length } = blocks
  const profile = {
    length,
    kinds: new Uint8Array(length),
    levels: new Uint8Array(length),
    sizes: new Float64Array(length),
    shapes: new Uint8Array(length * shapeWidth),
    tokens: new Array<Int32Array>(length),
  }
  blocks.forEach((block, index) => {
    const { size, words, numbers, marks, shape } = printOf(block)
    profile.kinds[index] = kinds.indexOf(block.kind)
    profile.levels[index] = block.level
    profile.sizes[index] = size
    for (let at = 0; at <= shapeCounts; at++)
      profile.shapes[index * shapeWidth + at] = shape.charCodeAt(at) - 48
    profile.tokens[index] = tokensOf(hashesIn(words), hashesIn(numbers), hashesIn(marks))
  })
  return profile
}

function tokensOf(words: number[], numbers: readonly number[], marks: readonly number[]): Int32Array {
  const tokens = words
  for (const number of numbers) tokens.push(number | (1 << 18))
  for (const mark of marks) tokens.push(mark | (2 << 18))
  const sorted = Int32Array.from(tokens).sort()
  return sorted.filter((token, at) => at === 0 || token !== sorted[at - 1])
}
