import type { Facts } from '../markdown/facts.ts'
import { groupBy } from '../text/group-by.ts'
import type { Bead } from './bead.ts'
import { alignCells } from './cells.ts'
import type { Part } from './part.ts'

/** A document's facts and its parts. */
export interface Side {
  readonly facts: Facts
  readonly parts: readonly Part[]
}

/** Parts of the source that parts of the target stand for, by their places among the parts. */
export interface PartBead {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** From 0 to 1. */
  readonly confidence: number
}

/** Pairs the parts of two documents by the beads of their blocks; the values of front matter go by their keys. */
export function pairParts(source: Side, target: Side, beads: readonly Bead[]): PartBead[] {
  const sourceParts = partsByBlock(source.parts)
  const targetParts = partsByBlock(target.parts)
  const pairs = pairFields(source.parts, target.parts)
  for (const bead of beads) {
    const from = bead.source.flatMap((block) => sourceParts.get(block) ?? [])
    const to = bead.target.flatMap((block) => targetParts.get(block) ?? [])
    const tables = tablesOf(bead, source.facts, target.facts)
    pairs.push(
      ...(tables
        ? pairCells(tables, { from, to, source, target, confidence: bead.confidence })
        : pairInOrder({ from, to, source, target, confidence: bead.confidence })),
    )
  }
  return pairs.sort((a, b) => (a.source[0] ?? Infinity) - (b.source[0] ?? Infinity))
}

/** The places of parts by their blocks; those of the front matter are in none. */
function partsByBlock(parts: readonly Part[]): ReadonlyMap<number | undefined, readonly number[]> {
  return groupBy(parts.keys(), (index) => parts[index]?.block)
}

function pairFields(source: readonly Part[], target: readonly Part[]): PartBead[] {
  const keyed = (parts: readonly Part[]): Map<string, number> =>
    new Map(parts.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index]])))
  const [from, to] = [keyed(source), keyed(target)]
  const pairs = [...from].map(([key, index]): PartBead => {
    const other = to.get(key)
    return { source: [index], target: other === undefined ? [] : [other], confidence: 1 }
  })
  const alone = [...to].filter(([key]) => !from.has(key))
  return [...pairs, ...alone.map(([, index]): PartBead => ({ source: [], target: [index], confidence: 1 }))]
}

interface Pairing {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly source: Side
  readonly target: Side
  readonly confidence: number
}

type Tables = readonly [Facts['tables'][number], Facts['tables'][number]]

function tablesOf({ source, target }: Bead, from: Facts, to: Facts): Tables | undefined {
  const [a, b] = [from.blocks[source[0] ?? -1], to.blocks[target[0] ?? -1]]
  if (a?.kind !== 'table' || b?.kind !== 'table') return undefined
  const tables = [
    from.tables.find(({ range }) => range.start === a.range.start),
    to.tables.find(({ range }) => range.start === b.range.start),
  ]
  return tables[0] && tables[1] ? [tables[0], tables[1]] : undefined
}

/** Cells by their rows and columns; what lies in a cell, such as an alternative text, with it. */
function pairCells([source, target]: Tables, pairing: Pairing): PartBead[] {
  const left = { from: new Set(pairing.from), to: new Set(pairing.to) }
  const take = (
    side: 'from' | 'to',
    parts: readonly Part[],
    within: { start: number; end: number },
  ): number[] => {
    const found = [...left[side]].filter((index) => {
      const range = parts[index]?.range
      return range !== undefined && range.start >= within.start && range.end <= within.end
    })
    for (const index of found) left[side].delete(index)
    return found
  }
  const pairs = alignCells(source, target).flatMap((cells) =>
    pairInOrder({
      ...pairing,
      from: take('from', pairing.source.parts, cells.source.range),
      to: take('to', pairing.target.parts, cells.target.range),
      confidence: pairing.confidence * cells.confidence,
    }),
  )
  return [...pairs, ...alone([...left.from], [...left.to], pairing.confidence)]
}

/** Parts of one kind stand in the same order; what is the words of a block belongs together, however many there are. */
function pairInOrder({ from, to, source, target, confidence }: Pairing): PartBead[] {
  const pairs: PartBead[] = []
  const groups = new Map<string, { from: number[]; to: number[] }>()
  const add = (side: 'from' | 'to', index: number, part: Part | undefined): void => {
    const kind = minor.has(part?.kind ?? '') ? (part?.kind ?? '') : 'words'
    const group = groups.get(kind) ?? { from: [], to: [] }
    group[side].push(index)
    groups.set(kind, group)
  }
  for (const index of from) add('from', index, source.parts[index])
  for (const index of to) add('to', index, target.parts[index])
  for (const [kind, group] of groups) {
    const isWhole = !minor.has(kind) && group.from.length > 0 && group.to.length > 0
    if (isWhole && group.from.length !== group.to.length) {
      pairs.push({ source: group.from, target: group.to, confidence })
      continue
    }
    const count = Math.min(group.from.length, group.to.length)
    for (let at = 0; at < count; at++)
      pairs.push({ source: [group.from[at] ?? 0], target: [group.to[at] ?? 0], confidence })
    pairs.push(...alone(group.from.slice(count), group.to.slice(count), confidence))
  }
  return pairs
}

/** What may stand several times in one block, each for itself. */
const minor: ReadonlySet<string> = new Set(['alt', 'title'])

function alone(from: readonly number[], to: readonly number[], confidence: number): PartBead[] {
  return [
    ...from.map((index): PartBead => ({ source: [index], target: [], confidence })),
    ...to.map((index): PartBead => ({ source: [], target: [index], confidence })),
  ]
}
