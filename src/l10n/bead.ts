import { isPair, type Step } from './step.ts'

/** One group of an alignment: source and target blocks that stand for each other, by their places in the facts. */
export interface Bead {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** From 0 to 1: how sure it is that these belong together and no others. */
  readonly confidence: number
  /** The blocks stand in another order than those around them. */
  readonly isMoved?: true | undefined
}

/** The beads of an alignment's steps, in the order of the source; target blocks alone follow what is before them. */
export function beadsOf(steps: readonly Step[]): Bead[] {
  const ordered = steps.filter(({ isMoved }) => !isMoved)
  const beads = ordered.map((step, index) => beadOf(step, ordered[index - 1], ordered[index + 1]))
  const moved = steps.filter(({ isMoved }) => isMoved).sort((a, b) => a.source - b.source)
  if (moved.length === 0) return beads
  const result: Bead[] = []
  let next = 0
  for (const bead of beads) {
    const [source] = bead.source
    while (source !== undefined && next < moved.length && (moved[next]?.source ?? 0) < source)
      result.push(beadOf(moved[next++]))
    result.push(bead)
  }
  return [...result, ...moved.slice(next).map((step) => beadOf(step))]
}

function beadOf(step: Step | undefined, before?: Step, after?: Step): Bead {
  const { source = 0, target = 0, sources = 0, targets = 0, isMoved } = step ?? {}
  const bead = {
    source: Array.from({ length: sources }, (_, at) => source + at),
    target: Array.from({ length: targets }, (_, at) => target + at),
    confidence: step ? confidenceOf(step, [before, after]) : 0,
  }
  return isMoved ? { ...bead, isMoved } : bead
}

/**
 * How sure a step is, told by its score and by how many of its neighbours are pairs: fitted to texts that were
 * disturbed on purpose, so that of the beads with 0.8 some four in five are right.
 */
function confidenceOf(step: Step, neighbours: readonly (Step | undefined)[]): number {
  const pairs = neighbours.filter((each) => !each || isPair(each)).length
  const { sources, targets, score, isMoved } = step
  if (isMoved) return logistic(0.35 * score - 0.3)
  if (sources === 0 || targets === 0) return logistic(2.2 - 0.4 * pairs)
  return logistic(0.35 * score + 1.2 * pairs + (isPair(step) ? 0.2 : -1))
}

/** As a share between 0 and 1, to three digits. */
function logistic(weight: number): number {
  return Math.round(1000 / (1 + Math.exp(-weight))) / 1000
}
