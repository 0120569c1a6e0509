import type { Meeting } from './affinity.ts'

/** The columns that an alignment may pass through, row by row: from `low` to `high`, both included. */
export interface Corridor {
  readonly low: Int32Array
  readonly high: Int32Array
}

/** How far from its backbone an alignment may stray: a wrong meeting must not bar the right way. */
const slack = 12

/** Where a stretch without meetings is wider than this, the way through it keeps near its diagonal. */
const widest = 400

/** The way along a backbone, from nothing read of two texts to all of both. */
export function corridorOf(backbone: readonly Meeting[], sources: number, targets: number): Corridor {
  const low = new Int32Array(sources + 1)
  const high = new Int32Array(sources + 1)
  const posts = [{ source: -1, target: -1 }, ...backbone, { source: sources, target: targets }]
  for (let at = 1; at < posts.length; at++) {
    const from = posts[at - 1]
    const to = posts[at]
    if (!from || !to) continue
    const rows = to.source - from.source
    const columns = to.target - from.target
    for (let row = from.source + 1; row <= to.source; row++) {
      const diagonal = from.target + Math.round((columns * (row - from.source)) / rows)
      const reach = Math.max(slack, widest, Math.ceil(columns / rows))
      low[row] = Math.max(0, from.target - slack, diagonal - reach)
      high[row] = Math.min(targets, to.target + slack, diagonal + reach)
    }
  }
  low[0] = 0
  high[sources] = targets
  // Neither border runs back, so that the way is open all along.
  for (let row = 1; row <= sources; row++) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0)
  for (let row = sources - 1; row >= 0; row--) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0)
  return { low, high }
}
