import { printOf, type Block } from '../../src/markdown/block.ts'

/** A pair of one source and one target block. */
export type Pair = readonly [source: number, target: number]

/** Match, deletion, insertion, contraction, expansion, melding, with their priors. */
const moves: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [2, 1, 0.0445],
  [1, 2, 0.0445],
  [2, 2, 0.011],
]

const variance = 6.8

/**
 * The 1-1 beads of the aligner that others are measured by: by the lengths of blocks alone.
 * Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993.
 */
export function galeChurch(source: readonly Block[], target: readonly Block[]): Pair[] {
  const [a, b] = [source, target].map((blocks) => blocks.map((block) => printOf(block).size + 1)) as [
    number[],
    number[],
  ]
  const ratio = sum(b) / sum(a)
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width).fill(Infinity)
  const choice = new Uint8Array(cost.length)
  cost[0] = 0
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      for (const [index, [rows, columns, prior]] of moves.entries()) {
        const before = cost[(i - rows) * width + j - columns]
        if (i < rows || j < columns || before === undefined) continue
        const own = lengthCost(sum(a.slice(i - rows, i)), sum(b.slice(j - columns, j)), ratio)
        const total = before + own - Math.log(prior)
        if (total < (cost[i * width + j] ?? 0)) {
          cost[i * width + j] = total
          choice[i * width + j] = index
        }
      }
    }
  }
  const pairs: Pair[] = []
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const [rows = 1, columns = 1] = moves[choice[i * width + j] ?? 0] ?? []
    i -= rows
    j -= columns
    if (rows === 1 && columns === 1) pairs.push([i, j])
  }
  return pairs
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The logarithm of how unlikely two lengths are to be of one text and its translation. */
function lengthCost(source: number, target: number, ratio: number): number {
  if (source === 0 && target === 0) return 0
  const mean = (source + target / ratio) / 2
  const delta = Math.abs(target - source * ratio) / Math.sqrt(variance * mean)
  return -Math.log(Math.max(1e-12, 2 * (1 - normal(delta))))
}

/** The normal distribution below a value; Abramowitz and Stegun 26.2.17. */
function normal(value: number): number {
  const t = 1 / (1 + 0.2316419 * value)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
