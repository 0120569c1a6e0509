import type { Range } from '../text/range.ts'

/** What a block is. A table is one block, cells included; a callout, or an element of JSX, is the mark that opens it. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  /** The first paragraph of a list item. */
  | 'item'
  | 'table'
  | 'image'
  | 'code'
  | 'callout'
  | 'markup'

/** One block of a document, with what an alignment of two locales needs to know of it without its text. */
export interface Block {
  readonly kind: BlockKind
  readonly range: Range
  /** The level of a heading; of all else, how many lists and quotes it lies in. */
  readonly level: number
  /** What is in it, packed: `printOf` reads it. */
  readonly print: string
}

/** What is in a block. Hashes are short ones, written one behind the other, each as often as it occurs. */
export interface Print {
  /** How many letters and digits its words have; in scripts without spaces a character counts for two. */
  readonly size: number
  /** How many words and numbers. */
  readonly count: number
  /** Of its words, of the first ones where there are many; of code, of its names. */
  readonly words: string
  /** Of its numbers. */
  readonly numbers: string
  /** Of what is no language: inline code, addresses, pictures, attribute lists, tags; of code, all but its words. */
  readonly marks: string
  /** Counts of signs, emphases, links, code spans and pictures, a digit each; the last digit tells how it ends. */
  readonly shape: string
}

/** Packs what is in a block: `12.2.abcdef.ghi..000000`. */
export function packed({ size, count, words, numbers, marks, shape }: Print): string {
  return `${size}.${count}.${words}.${numbers}.${marks}.${shape}`
}

/** What is in a block. */
export function printOf({ print }: Pick<Block, 'print'>): Print {
  const size = print.indexOf('.')
  const count = print.indexOf('.', size + 1)
  const words = print.indexOf('.', count + 1)
  const numbers = print.indexOf('.', words + 1)
  const marks = print.indexOf('.', numbers + 1)
  return {
    size: Number(print.slice(0, size)),
    count: Number(print.slice(size + 1, count)),
    words: print.slice(count + 1, words),
    numbers: print.slice(words + 1, numbers),
    marks: print.slice(numbers + 1, marks),
    shape: print.slice(marks + 1),
  }
}

/** How many words and numbers are in a block. */
export function countIn({ print }: Pick<Block, 'print'>): number {
  const from = print.indexOf('.') + 1
  return Number(print.slice(from, print.indexOf('.', from)))
}

/** The numbers in a block, as `written` puts hashes. */
export function numberHashesIn({ print }: Pick<Block, 'print'>): string {
  const words = print.indexOf('.', print.indexOf('.') + 1) + 1
  const from = print.indexOf('.', words) + 1
  return print.slice(from, print.indexOf('.', from))
}
