import type { Affinity, TokenRows } from './affinity.ts'
import { isPair, type Step } from './step.ts'

/** What two blocks must say for each other to be taken for one that was moved, for a text of one block. */
const leastScore = -2
/** How far a pair must be ahead of the next best of either block. */
const leastLead = 2
/** A pair in the order of the texts that says less than this may be given up for a better one out of order. */
const weak = 1.5
/** Of more leftovers than this on both sides only those that share a token are compared: others are hardly ever said to be moved. */
const mostPairs = 10_000

interface Pair {
  readonly source: number
  readonly target: number
  readonly score: number
}

/** The steps that a block is in, of blocks without a partner and of those with a poor one. */
interface Loose {
  readonly sources: ReadonlyMap<number, Step>
  readonly targets: ReadonlyMap<number, Step>
}

/** An alignment with the blocks paired that stand in one order in one text and in another in the other. */
export function withMoved(steps: readonly Step[], affinity: Affinity, rows: TokenRows): readonly Step[] {
  const loose = looseIn(steps)
  const { sources, targets } = loose
  if (sources.size === 0 || targets.size === 0) return steps
  const least = leastScore + Math.log(sources.size + targets.size)
  const pairs = candidates(loose, affinity, rows, least - leastLead)
  const leads = leadsOf(pairs)
  const clear = pairs.filter((pair) => pair.score >= least && (leads.get(pair) ?? 0) >= leastLead)
  const { moved, gone } = settled(clear, loose)
  if (moved.length === 0) return steps
  const movedSources = new Set(moved.map(({ source }) => source))
  const movedTargets = new Set(moved.map(({ target }) => target))
  const rest = steps.flatMap((step): Step[] => {
    if (!gone.has(step)) return [step]
    const left: Step[] = []
    if (step.sources === 1 && !movedSources.has(step.source)) left.push({ ...step, targets: 0, score: 0 })
    if (step.targets === 1 && !movedTargets.has(step.target)) left.push({ ...step, sources: 0, score: 0 })
    return left
  })
  return [...rest, ...moved.map((pair): Step => ({ ...pair, sources: 1, targets: 1, isMoved: true }))]
}

function looseIn(steps: readonly Step[]): Loose {
  const loose = { sources: new Map<number, Step>(), targets: new Map<number, Step>() }
  for (const step of steps) {
    if (step.sources + step.targets > 1 && !(isPair(step) && step.score < weak)) continue
    if (step.sources === 1) loose.sources.set(step.source, step)
    if (step.targets === 1) loose.targets.set(step.target, step)
  }
  return loose
}

/** Gives each block one partner, the best pairs first, and names the steps that are given up for it. */
function settled(
  pairs: readonly Pair[],
  { sources, targets }: Loose,
): { moved: Pair[]; gone: ReadonlySet<Step> } {
  const moved: Pair[] = []
  const gone = new Set<Step>()
  for (const pair of pairs) {
    const held = [sources.get(pair.source), targets.get(pair.target)]
    const isTaken = held[0] === held[1] || held.some((step) => step === undefined || gone.has(step))
    const isHeld = held.some((step) => step && isPair(step) && step.score + leastLead > pair.score)
    if (isTaken || isHeld) continue
    for (const step of held) if (step) gone.add(step)
    moved.push(pair)
  }
  return { moved, gone }
}

/** The pairs that say enough for each other, the best first. */
function candidates(
  { sources, targets }: Loose,
  affinity: Affinity,
  { all }: TokenRows,
  least: number,
): Pair[] {
  const pairs: Pair[] = []
  const isFew = sources.size * targets.size <= mostPairs
  for (const source of sources.keys()) {
    const met = affinity.meetingsOf(source, all)
    for (const target of isFew ? targets.keys() : met) {
      if (!targets.has(target)) continue
      const tokens =
        (affinity.sourceBase[source] ?? 0) + (affinity.targetBase[target] ?? 0) + (all[target] ?? 0)
      const score = affinity.local(source, target, least - tokens) + tokens
      if (score >= least) pairs.push({ source, target, score })
    }
    for (const target of met) all[target] = 0
  }
  return pairs.sort((a, b) => b.score - a.score || a.source - b.source || a.target - b.target)
}

/** How far each pair is ahead of the best other one of its blocks. */
function leadsOf(pairs: readonly Pair[]): Map<Pair, number> {
  const best = { source: new Map<number, number[]>(), target: new Map<number, number[]>() }
  for (const { source, target, score } of pairs) {
    for (const [map, key] of [
      [best.source, source],
      [best.target, target],
    ] as const) {
      const scores = map.get(key) ?? []
      map.set(key, scores)
      if (scores.length < 2) scores.push(score)
    }
  }
  return new Map(
    pairs.map((pair) => {
      const rivals = [best.source.get(pair.source), best.target.get(pair.target)].map((scores) => {
        const [first = -Infinity, second = -Infinity] = scores ?? []
        return pair.score >= first ? second : first
      })
      return [pair, pair.score - Math.max(...rivals)]
    }),
  )
}
