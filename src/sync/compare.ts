import { diffArrays } from 'diff'
import { groupBy } from '../text/group-by.ts'
import type { Page, Passage } from './passage.ts'

/** How two states of one document go together, in one language. */
export interface Comparison {
  /** The passage of the later state for each of the former one; undefined where it is gone. */
  readonly after: readonly (number | undefined)[]
  /** The passage of the former state for each of the later one; undefined where it is new. */
  readonly before: readonly (number | undefined)[]
  /** Passages of the former state that stand in another order than those around them. */
  readonly moved: ReadonlySet<number>
}

/** Pairs that are less alike than this are two passages, not one that changed. */
const leastAlike = 0.3
/** And those that stand elsewhere. */
const leastMoved = 0.75
/** Larger gaps are not compared one by one. */
const mostCells = 60_000

/** Pairs the passages of two states of a document: what is equal first, then what is alike between it, then what was moved. */
export function comparePages(before: Page, after: Page): Comparison {
  const a = before.passages
  const b = after.passages
  const forth = new Array<number | undefined>(a.length).fill(undefined)
  const back = new Array<number | undefined>(b.length).fill(undefined)
  const pair = (i: number, j: number): void => {
    forth[i] = j
    back[j] = i
  }
  const bags = { a: a.map(bagOf), b: b.map(bagOf) }
  let [i, j] = [0, 0]
  let gap = { i: 0, j: 0 }
  const close = (): void => {
    const from = range(gap.i, i)
    const to = range(gap.j, j)
    if (from.length > 0 && to.length > 0) for (const [x, y] of alike(from, to, a, b, bags)) pair(x, y)
  }
  for (const { added, removed, count } of diffArrays(a.map(keyOf), b.map(keyOf))) {
    if (added) j += count
    else if (removed) i += count
    else {
      close()
      for (let n = 0; n < count; n++) pair(i++, j++)
      gap = { i, j }
    }
  }
  close()
  const moved = pairMoved(a, b, bags, { forth, back, pair })
  return { after: forth, before: back, moved }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function keyOf({ kind, content }: Passage): string {
  return `${kind} ${content}`
}

/** Words with their counts. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

interface Bags {
  readonly a: readonly Bag[]
  readonly b: readonly Bag[]
}

const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu

function bagOf({ content }: Passage): Bag {
  const counts = new Map<string, number>()
  const all = content.toLowerCase().match(dense) ?? []
  const own = all.filter((word) => /[\p{L}\p{N}]/u.test(word))
  const words = own.length > 0 ? own : all
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

function likeness(a: Bag | undefined, b: Bag | undefined): number {
  if (!a || !b || a.size + b.size === 0) return 0
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.counts) shared += Math.min(count, large.counts.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

const prose: ReadonlySet<string> = new Set(['paragraph', 'item'])

function mayPair(a: Passage | undefined, b: Passage | undefined): boolean {
  return a !== undefined && b !== undefined && (a.kind === b.kind || (prose.has(a.kind) && prose.has(b.kind)))
}

/** A pair before another one is the likelier; a heading the more so, which belongs to what follows it. */
const besideOthers = { heading: 0.3, other: 0.1 }

/** The best pairs in order between two runs of passages, and the lone leftovers of one kind. */
function alike(
  from: readonly number[],
  to: readonly number[],
  a: readonly Passage[],
  b: readonly Passage[],
  bags: Bags,
): [number, number][] {
  if (from.length * to.length > mostCells) return []
  const width = to.length + 1
  const best = new Float64Array((from.length + 1) * width)
  const paired = new Float64Array((from.length + 1) * width).fill(-1)
  paired[from.length * width + to.length] = 0
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const [x, y] = [from[i] ?? 0, to[j] ?? 0]
      const like = mayPair(a[x], b[y]) ? likeness(bags.a[x], bags.b[y]) : 0
      const at = i * width + j
      const next = at + width + 1
      if (like >= leastAlike) {
        const own = like - leastAlike + 0.05 + (a[x]?.kind === b[y]?.kind ? 0.12 : 0)
        const first = i === 0 && j === 0 && a[x]?.kind !== 'heading' ? besideOthers.other : 0
        paired[at] =
          own +
          first +
          Math.max(best[next] ?? 0, (paired[next] ?? -1) < 0 ? 0 : (paired[next] ?? 0) + besideBonus(a[x]))
      }
      best[at] = Math.max(paired[at] ?? 0, best[at + width] ?? 0, best[at + 1] ?? 0)
    }
  }
  return traced(best, paired, { from, to, a, b })
}

function besideBonus(passage: Passage | undefined): number {
  return passage?.kind === 'heading' ? besideOthers.heading : besideOthers.other
}

interface Runs {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly a: readonly Passage[]
  readonly b: readonly Passage[]
}

/** The way through the table, with the leftovers between two pairs that stand in one place. */
function traced(best: Float64Array, paired: Float64Array, { from, to, a, b }: Runs): [number, number][] {
  const width = to.length + 1
  const pairs: [number, number][] = []
  let loose: { from: number[]; to: number[] } = { from: [], to: [] }
  const settle = (): void => {
    pairs.push(...inPlace(loose, a, b))
    loose = { from: [], to: [] }
  }
  let [i, j] = [0, 0]
  let isForced = false
  while (i < from.length && j < to.length) {
    const at = i * width + j
    const here = best[at] ?? 0
    if ((paired[at] ?? -1) >= 0 && (isForced || here === paired[at])) {
      settle()
      pairs.push([from[i++] ?? 0, to[j++] ?? 0])
      const next = at + width + 1
      isForced =
        (paired[next] ?? -1) >= 0 &&
        (paired[next] ?? 0) + besideBonus(a[from[i - 1] ?? -1]) > (best[next] ?? 0)
    } else if (here === best[at + width]) loose.from.push(from[i++] ?? 0)
    else loose.to.push(to[j++] ?? 0)
  }
  loose.from.push(...from.slice(i))
  loose.to.push(...to.slice(j))
  settle()
  return pairs
}

/** Leftovers in one place that are of the same kinds in the same order were rewritten. */
function inPlace(
  { from, to }: { readonly from: readonly number[]; readonly to: readonly number[] },
  a: readonly Passage[],
  b: readonly Passage[],
): [number, number][] {
  if (from.length !== to.length) return []
  const isSame = from.every((x, at) => a[x]?.kind === b[to[at] ?? -1]?.kind)
  return isSame ? from.map((x, at): [number, number] => [x, to[at] ?? 0]) : []
}

interface Pairs {
  readonly forth: (number | undefined)[]
  readonly back: (number | undefined)[]
  readonly pair: (i: number, j: number) => void
}

/** Pairs what is left on both sides: what is equal, best where its neighbour went the same way, then what is very much alike. */
function pairMoved(
  a: readonly Passage[],
  b: readonly Passage[],
  bags: Bags,
  { forth, back, pair }: Pairs,
): ReadonlySet<number> {
  const moved = new Set<number>()
  const alone = a.flatMap((passage, i) => (forth[i] === undefined ? [{ i, key: keyOf(passage) }] : []))
  const left = groupBy(alone, ({ key }) => key)
  const take = (i: number, j: number): void => {
    pair(i, j)
    moved.add(i)
  }
  b.forEach((passage, j) => {
    const group = left.get(keyOf(passage))
    if (back[j] !== undefined || !group) return
    const free = group.flatMap(({ i }) => (forth[i] === undefined ? [i] : []))
    const next = free.find((i) => i > 0 && forth[i - 1] === j - 1) ?? free[0]
    const goesOn = next !== undefined && followsAlike(a[next + 1], b[j + 1])
    if (next !== undefined && (goesOn || isTelling(passage, next, j, forth))) take(next, j)
  })
  const sources = a.flatMap((_, i) => (forth[i] === undefined ? [i] : []))
  const targets = b.flatMap((_, j) => (back[j] === undefined ? [j] : []))
  if (sources.length * targets.length > mostCells) return moved
  for (const j of targets) {
    let top = { i: -1, like: leastMoved }
    for (const i of sources) {
      if (forth[i] !== undefined || a[i]?.kind !== b[j]?.kind || (bags.b[j]?.size ?? 0) < fewestWords)
        continue
      const like = likeness(bags.a[i], bags.b[j])
      if (like > top.like) top = { i, like }
    }
    if (top.i >= 0) take(top.i, j)
  }
  return moved
}

function followsAlike(a: Passage | undefined, b: Passage | undefined): boolean {
  return a !== undefined && b !== undefined && keyOf(a) === keyOf(b)
}

const fewestWords = 4

/** Short passages such as `Note` are everywhere: alone they tell of no move. */
function isTelling(
  { content }: Passage,
  i: number,
  j: number,
  forth: readonly (number | undefined)[],
): boolean {
  return content.length >= 12 || (i > 0 && forth[i - 1] === j - 1)
}
