import type { Step } from './step.ts'

/** How likely a block is to have no partner, as a logarithm: the first of a row, and those behind it. */
export interface SkipPriors {
  readonly first: number
  readonly next: number
}

/** A text that is longer must leave some out; what an alignment from before left out tells how, in few rows or in many. */
export function skipPriors(
  own: number,
  other: number,
  known: readonly Step[] | undefined,
  isSkip: (step: Step) => boolean,
): SkipPriors {
  const even = Math.log(Math.min(0.6, Math.max(0.03, (own - other) / (own + 1))))
  if (!known) return { first: even, next: even }
  let skips = 0
  let rows = 0
  known.forEach((step, at) => {
    if (!isSkip(step) || step.isMoved) return
    skips++
    const before = known[at - 1]
    if (!before || !isSkip(before)) rows++
  })
  const first = Math.log(Math.min(0.6, Math.max(0.015, (rows + 0.5) / (own + 1))))
  const next = Math.log(Math.min(0.9, Math.max(0.1, (skips - rows + 1) / (skips + 2))))
  return { first, next }
}
