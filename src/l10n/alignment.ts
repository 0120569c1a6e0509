import type { Config } from '../corpus/config.ts'
import type { Document } from '../corpus/document.ts'
import { localeOnlyRangesOf } from '../corpus/locale-only.ts'
import { Recent } from '../corpus/recent.ts'
import type { Block } from '../markdown/block.ts'
import type { Facts } from '../markdown/facts.ts'
import { overlaps, type Range } from '../text/range.ts'
import { alignBlocks } from './align.ts'
import type { Bead } from './bead.ts'
import type { BeadMemory } from './bead-memory.ts'

/** Two documents of a guide side by side. */
export interface Alignment {
  readonly source: Document
  readonly target: Document
  /** In the order of the source; they name blocks by their places in the facts. */
  readonly beads: readonly Bead[]
  /** The beads by their blocks. */
  readonly groups: readonly Group[]
}

/** Blocks on both sides that stand for each other; one side is empty where a block has no partner. */
export interface Group extends Pick<Bead, 'confidence' | 'isMoved'> {
  readonly source: readonly Block[]
  readonly target: readonly Block[]
}

/** Parts of both documents that belong to their own locale alone: they are in no bead. */
export interface Asides {
  readonly source: readonly Range[]
  readonly target: readonly Range[]
}

/** The parts of two documents that a config declares to belong to their own locales. */
export function asidesOf(
  source: Document,
  target: Document,
  { localeOnly }: Pick<Config, 'localeOnly'>,
  textOf: (document: Document) => string,
): Asides {
  if (localeOnly.length === 0) return noAsides
  const [own, others] = [source, target].map((document) =>
    localeOnlyRangesOf(document.facts, textOf(document), localeOnly),
  )
  return { source: own ?? [], target: others ?? [] }
}

const noAsides: Asides = { source: [], target: [] }
const none: readonly never[] = []

/** One document after the other is looked at by many rules; more pairs than these are in nobody's hand at a time. */
const recent = new Recent<string, Alignment>(32)

/** Aligns two documents; of those that were aligned last, the beads are remembered by the facts' hashes. */
export function alignmentOf(
  source: Document,
  target: Document,
  asides: Asides = noAsides,
  memory?: BeadMemory,
): Alignment {
  const places = [asides.source, asides.target].map((ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => `${start}-${end}`),
  )
  const key = [source.path, source.hash, target.path, target.hash, ...places].join('\n')
  return recent.getOr(key, () => {
    const beads = beadsBetween(source, target, asides, memory)
    return { source, target, beads, groups: beads.map((bead) => groupOf(bead, source.facts, target.facts)) }
  })
}

function groupOf({ source, target, confidence, isMoved }: Bead, own: Facts, others: Facts): Group {
  return { source: blocksAt(own, source), target: blocksAt(others, target), confidence, isMoved }
}

function blocksAt({ blocks }: Facts, places: readonly number[]): readonly Block[] {
  const [first] = places
  if (first === undefined) return none
  if (places.length === 1) return blocks.slice(first, first + 1)
  return places.flatMap((place) => blocks[place] ?? [])
}

function beadsBetween(
  source: Document,
  target: Document,
  asides: Asides,
  memory: BeadMemory | undefined,
): readonly Bead[] {
  if (asides.source.length + asides.target.length === 0)
    return alignBlocks(source.facts.blocks, target.facts.blocks, memory)
  const own = outside(source.facts.blocks, asides.source)
  const others = outside(target.facts.blocks, asides.target)
  const beads = alignBlocks(
    own.map(({ block }) => block),
    others.map(({ block }) => block),
    memory,
  )
  return beads.map((bead) => ({
    ...bead,
    source: bead.source.map((at) => own[at]?.place ?? 0),
    target: bead.target.map((at) => others[at]?.place ?? 0),
  }))
}

interface Placed {
  readonly block: Block
  readonly place: number
}

function outside(blocks: readonly Block[], ranges: readonly Range[]): Placed[] {
  const all = blocks.map((block, place) => ({ block, place }))
  return all.filter(({ block }) => !ranges.some((range) => overlaps(range, block.range)))
}
