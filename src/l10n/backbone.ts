import type { Meeting } from './affinity.ts'

/**
 * The heaviest chain of meetings that runs forward in both texts: what an alignment can be hung on.
 * Fenwick tree over the targets, n log n.
 */
export function backboneOf(meetings: readonly Meeting[], targets: number): Meeting[] {
  const pairs = merged(meetings).sort((a, b) => a.source - b.source || b.target - a.target)
  const best = new Int32Array(targets + 1).fill(-1)
  const weights = new Float64Array(pairs.length)
  const before = new Int32Array(pairs.length).fill(-1)
  let last = -1
  for (const [index, pair] of pairs.entries()) {
    const previous = queried(best, weights, pair.target)
    before[index] = previous
    weights[index] = pair.weight + (previous < 0 ? 0 : (weights[previous] ?? 0))
    for (let at = pair.target + 1; at <= targets; at += at & -at)
      if (weightAt(weights, best[at] ?? -1) < (weights[index] ?? 0)) best[at] = index
    if (weightAt(weights, last) < (weights[index] ?? 0)) last = index
  }
  const chain: Meeting[] = []
  for (let at = last; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}

/** The end of the heaviest chain before a target. */
function queried(best: Int32Array, weights: Float64Array, target: number): number {
  let found = -1
  for (let at = target; at > 0; at -= at & -at) {
    const each = best[at] ?? -1
    if (weightAt(weights, each) > weightAt(weights, found)) found = each
  }
  return found
}

function weightAt(weights: Float64Array, index: number): number {
  return index < 0 ? 0 : (weights[index] ?? 0)
}

function merged(meetings: readonly Meeting[]): Meeting[] {
  const pairs = new Map<string, Meeting>()
  for (const { source, target, weight } of meetings) {
    const key = `${String(source)} ${String(target)}`
    pairs.set(key, { source, target, weight: weight + (pairs.get(key)?.weight ?? 0) })
  }
  return [...pairs.values()]
}
