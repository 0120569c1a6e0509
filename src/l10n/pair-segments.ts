import type { OpenDocument } from '../corpus/document.ts'
import type { Segment, SegmentKind } from '../markdown/segment.ts'
import type { Range } from '../text/range.ts'
import { alignBlocks } from './align.ts'
import { alignCells } from './cells.ts'
import { keyAt } from './field.ts'

/** What two documents are to each other, as far as pairing needs it. */
type Side = Pick<OpenDocument, 'facts' | 'text'>

/** Pairs that are less sure than this are left alone: a translation in a wrong place is worse than none. */
const leastConfidence = 0.5

/** By the places of the source's segments, the places of the target's that stand for them. */
export function pairSegments(source: Side, target: Side): ReadonlyMap<number, number> {
  const outer = hasSameFrame(source, target) ? inOrder(source, target) : byAlignment(source, target)
  return withNested(outer, source, target)
}

/** The places of segments that lie in no other. */
export function outermost(segments: readonly Segment[]): number[] {
  const places: number[] = []
  let end = -1
  for (const [place, { range }] of segments.entries()) {
    if (range.start < end) continue
    places.push(place)
    end = range.end
  }
  return places
}

/** Whether all that stands around the segments is the same: a document that was translated and nothing else. */
function hasSameFrame(source: Side, target: Side): boolean {
  const [own, others] = [frameOf(source), frameOf(target)]
  return own.length === others.length && own.every((part, at) => part === others[at])
}

function frameOf({ facts: { segments }, text }: Side): string[] {
  const parts: string[] = []
  let at = 0
  let before: SegmentKind | undefined
  for (const place of outermost(segments)) {
    const segment = segments[place]
    if (!segment) continue
    parts.push(segment.kind, gapOf(text.slice(at, segment.range.start), before, segment.kind))
    at = segment.range.end
    before = segment.kind
  }
  return [...parts, gapOf(text.slice(at), before, undefined)]
}

/** What stands between two segments, without what a translation may need around its words: a label, quotation marks. */
function gapOf(text: string, before: SegmentKind | undefined, behind: SegmentKind | undefined): string {
  const own = before === 'alt' ? text.replace(/^\](?:\[(?:\\.|[^\]\\])*\])?/s, ']') : text
  const bare = before === 'field' ? own.replace(/^["']/, '') : own
  return behind === 'field' ? bare.replace(/["']$/, '') : bare
}

function inOrder(source: Side, target: Side): Map<number, number> {
  const others = outermost(target.facts.segments)
  return new Map(outermost(source.facts.segments).map((place, index) => [place, others[index] ?? -1]))
}

function byAlignment(source: Side, target: Side): Map<number, number> {
  const pairs = fieldPairs(source, target)
  const [own, others] = [finder(source), finder(target)]
  for (const bead of alignBlocks(source.facts.blocks, target.facts.blocks)) {
    if (bead.source.length !== 1 || bead.target.length !== 1 || bead.confidence < leastConfidence) continue
    const from = source.facts.blocks[bead.source[0] ?? -1]
    const to = target.facts.blocks[bead.target[0] ?? -1]
    if (!from || !to) continue
    if (from.kind === 'table' && to.kind === 'table') tablePairs(from.range, to.range, source, target, pairs)
    else samePairs(own(from.range), others(to.range), source, target, pairs)
  }
  return pairs
}

/** Finds the outermost segments in a range. */
function finder({ facts: { segments } }: Side): (range: Range) => number[] {
  const places = outermost(segments)
  return ({ start, end }) => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((segments[places[middle] ?? 0]?.range.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (; low < places.length; low++) {
      const place = places[low] ?? 0
      if ((segments[place]?.range.end ?? Infinity) > end) break
      found.push(place)
    }
    return found
  }
}

/** Segments of two blocks in order, where they are of the same kinds. */
function samePairs(
  from: readonly number[],
  to: readonly number[],
  source: Side,
  target: Side,
  pairs: Map<number, number>,
): void {
  const kindsOf = (places: readonly number[], { facts }: Side): string =>
    places.map((place) => facts.segments[place]?.kind).join()
  if (kindsOf(from, source) !== kindsOf(to, target)) return
  for (const [index, place] of from.entries()) pairs.set(place, to[index] ?? -1)
}

function tablePairs(from: Range, to: Range, source: Side, target: Side, pairs: Map<number, number>): void {
  const own = source.facts.tables.find(({ range }) => range.start === from.start)
  const other = target.facts.tables.find(({ range }) => range.start === to.start)
  if (!own || !other) return
  const [places, others] = [placesByStart(source), placesByStart(target)]
  for (const pair of alignCells(own, other)) {
    const place = places.get(pair.source.range.start)
    const otherPlace = others.get(pair.target.range.start)
    if (place !== undefined && otherPlace !== undefined && pair.confidence >= leastConfidence)
      pairs.set(place, otherPlace)
  }
}

const startsOf = new WeakMap<Side['facts'], Map<number, number>>()

function placesByStart({ facts }: Side): Map<number, number> {
  const known =
    startsOf.get(facts) ??
    new Map(facts.segments.map(({ range }, place) => [range.start, place]).reverse() as [number, number][])
  startsOf.set(facts, known)
  return known
}

/** Front matter is paired by its keys. */
function fieldPairs(source: Side, target: Side): Map<number, number> {
  const keysOf = ({ facts }: Side): Map<string, number> => {
    const keys = new Map<string, number>()
    for (const [place, { kind, range }] of facts.segments.entries()) {
      const key = kind === 'field' ? keyAt(facts, range) : undefined
      if (key !== undefined && !keys.has(key)) keys.set(key, place)
    }
    return keys
  }
  const others = keysOf(target)
  return new Map(
    [...keysOf(source)].flatMap(([key, place]): [number, number][] => {
      const other = others.get(key)
      return other === undefined ? [] : [[place, other]]
    }),
  )
}

/** Adds the segments that lie in others: alternative texts by their pictures, and what is left in its order. */
function withNested(outer: ReadonlyMap<number, number>, source: Side, target: Side): Map<number, number> {
  const pairs = new Map(outer)
  const taken = new Set<number>()
  const [own, others] = [nestedOf(source), nestedOf(target)]
  for (const [place, other] of outer) {
    const from = own.get(place) ?? []
    const to = others.get(other) ?? []
    for (const keyOf of [pictureKey, kindKey]) {
      const left = to.filter((each) => !taken.has(each))
      const open = from.filter((each) => !pairs.has(each))
      // What is told by its kind alone is told by its order, too, and needs all the others.
      if (keyOf === kindKey && left.length !== open.length) continue
      for (const each of open) {
        const key = keyOf(source, each)
        const at = left.findIndex((candidate) => key !== undefined && keyOf(target, candidate) === key)
        if (at < 0) continue
        const [other = -1] = left.splice(at, 1)
        pairs.set(each, other)
        taken.add(other)
      }
    }
  }
  return pairs
}

function nestedOf({ facts: { segments } }: Side): Map<number, number[]> {
  const nested = new Map<number, number[]>()
  let around = -1
  for (const [place, { range }] of segments.entries()) {
    if (range.start >= (segments[around]?.range.end ?? -1)) around = place
    else nested.set(around, [...(nested.get(around) ?? []), place])
  }
  return nested
}

function pictureKey({ facts }: Side, place: number): string | undefined {
  const segment = facts.segments[place]
  if (segment?.kind !== 'alt') return undefined
  return facts.images.find(({ altRange }) => altRange?.start === segment.range.start)?.url
}

function kindKey({ facts }: Side, place: number): string | undefined {
  return facts.segments[place]?.kind
}
