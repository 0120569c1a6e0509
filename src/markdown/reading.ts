import type { Nodes } from 'mdast'
import type { Block } from './block.ts'
import type { Draft } from './facts.ts'
import { sliceOf, type Range } from '../text/range.ts'
import type { SegmentKind } from './segment.ts'

/** Makes a block of the facts as they stood when all was read. */
export type BlockNote = (facts: Draft) => Block

/**
 * What lies around a node. All have every field, and in one order: they are made for each block and link, and the engine
 * takes objects of one form several times faster than those to which fields come and go.
 */
export interface Surroundings {
  /** How many quotes: so many `>` begin each line. */
  readonly quotes: number
  readonly inItem: boolean
  /** How many lists and quotes. */
  readonly depth: number
  /** The first paragraph of a list item comes next. */
  readonly startsItem: boolean
  /** Within a paragraph, a heading or a table: what stands here belongs to that block. */
  readonly isInline: boolean
  /** Bare addresses in a link's words are no links of their own. */
  readonly inLink: boolean
  /** Offset behind the `[!kind]` of the callout whose first paragraph comes next. */
  readonly afterMark: number | undefined
}

/** Where blocks stand: in so many quotes, in an item or not, so deep. */
export function amongBlocks(
  quotes: number,
  inItem: boolean,
  depth: number,
  { startsItem = false, afterMark }: Partial<Pick<Surroundings, 'startsItem' | 'afterMark'>> = {},
): Surroundings {
  return { quotes, inItem, depth, startsItem, isInline: false, inLink: false, afterMark }
}

/** Within a block that stands there. */
export function inBlock({
  quotes,
  inItem,
  depth,
  startsItem,
  inLink,
  afterMark,
}: Surroundings): Surroundings {
  return { quotes, inItem, depth, startsItem, isInline: true, inLink, afterMark }
}

/** Among the words of a link that stands there. */
export function inLinkAt({
  quotes,
  inItem,
  depth,
  startsItem,
  isInline,
  afterMark,
}: Surroundings): Surroundings {
  return { quotes, inItem, depth, startsItem, isInline, inLink: true, afterMark }
}

/** One walk over a tree. */
export interface Reading {
  readonly text: string
  readonly facts: Draft
  /** A block each, made when somebody asks for blocks: most runs never do. */
  readonly notes: BlockNote[]
  /** The sibling before the node that is being read. */
  previous: Nodes | undefined
  /** Reads what lies within a node. */
  readonly within: (node: Nodes, around: Surroundings) => void
}

/** Reads one kind of node into facts, and what lies within it. */
export type Reader<Kind extends Nodes['type']> = (
  node: Extract<Nodes, { type: Kind }>,
  range: Range,
  around: Surroundings,
  reading: Reading,
) => void

/** Readers by the kind of node that they read. */
export type Readers = { readonly [Kind in Nodes['type']]?: Reader<Kind> }

/** Where a node stands in the text. */
export function rangeOf({ position }: Nodes): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** True of words that hold a letter or a digit: others need no translation. */
export function hasLetter(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

/** Notes a stretch that needs translation. */
export function addSegment(
  { facts }: Reading,
  kind: SegmentKind,
  range: Range,
  lines: readonly Range[],
): void {
  facts.segments.push({ kind, range, lines })
}

/** True where prose that was read since some point, or from one point to another, holds words. */
export function wordsSince(
  since: number,
  { facts, text }: Reading,
  until: number = facts.prose.length,
): boolean {
  for (let at = since; at < until; at++) {
    const range = facts.prose[at]
    if (range && hasLetter(sliceOf(text, range))) return true
  }
  return false
}

const openings: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' }

/** Notes the words of a title, somewhere behind an address: `Mail` of ` "Mail")`. */
export function addTitle({ start, end }: Range, reading: Reading): void {
  const { text } = reading
  let at = start
  while (at < end && !((openings[text.charAt(at)] ?? '') && /\s/.test(text.charAt(at - 1)))) at++
  const close = text.lastIndexOf(openings[text.charAt(at)] ?? '"', end - 1)
  const range = { start: at + 1, end: close }
  const words = sliceOf(text, range)
  if (close > at && hasLetter(words) && !/[\r\n]/.test(words)) addSegment(reading, 'title', range, [range])
}
