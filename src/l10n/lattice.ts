import type { Affinity, TokenRows } from './affinity.ts'
import type { Corridor } from './corridor.ts'
import { kinds, type Profile } from './profile.ts'
import { skipPriors } from './skip-priors.ts'
import type { Step } from './step.ts'

/** The steps by number: source and target blocks taken. */
const moves = [
  { sources: 1, targets: 1 },
  { sources: 1, targets: 0 },
  { sources: 0, targets: 1 },
  { sources: 2, targets: 1 },
  { sources: 1, targets: 2 },
  { sources: 2, targets: 2 },
] as const

const pairPrior = Math.log(0.9)
const joinPrior = Math.log(0.03)
/** Of two blocks for two others, between which words were moved: a pair that stays a pair must not be taken for half of one. */
const shiftPrior = Math.log(0.003)
const impossible = -1e9
/** What the tokens of a pair can say against it at most. */
const leastTokens = -5

const joined = new Set(['paragraph', 'item', 'image'].map((kind) => kinds.findIndex((each) => each === kind)))
const isJoined = Uint8Array.from(kinds, (_, kind) => (joined.has(kind) ? 1 : 0))
const picture = kinds.indexOf('image')

/** The best way through two texts, by dynamic programming along a corridor. */
export function stepsOf(
  source: Profile,
  target: Profile,
  affinity: Affinity,
  corridor: Corridor,
  former?: readonly Step[],
): Step[] {
  const n = source.length
  const m = target.length
  const { low, high } = corridor
  const sourceSkips = skipPriors(n, m, former, ({ targets }) => targets === 0)
  const targetSkips = skipPriors(m, n, former, ({ sources }) => sources === 0)
  const { sourceBase, targetBase, sourceFresh, targetFresh } = affinity
  const sourceJoins = joinsOf(source)
  const targetJoins = joinsOf(target)
  const starts = startsOf(corridor)
  const choices = new Uint8Array(starts[n + 1] ?? 0)
  const scores = new Float32Array(starts[n + 1] ?? 0)
  const widest = widestOf(starts)
  const [rowOne, rowTwo, rowThree] = [unreached(widest), unreached(widest), unreached(widest)]
  let row = rowOne
  let totals = rowTwo
  let before = rowThree
  let current = tokenRows(m)
  let previous = tokenRows(m)
  /** What two blocks say for two others in the other order: such are two pairs, of which one was moved. */
  const crosswise = (i: number, j: number, first: Float64Array, second: Float64Array): number =>
    (sourceBase[i] ?? 0) +
    (sourceBase[i + 1] ?? 0) +
    (targetBase[j] ?? 0) +
    (targetBase[j + 1] ?? 0) +
    (first[j + 1] ?? 0) +
    (second[j] ?? 0) +
    affinity.local(i, j + 1, -Infinity) +
    affinity.local(i + 1, j, -Infinity)
  for (let i = 0; i <= n; i++) {
    const from = low[i] ?? 0
    const to = high[i] ?? 0
    const width = to - from + 1
    const start = starts[i] ?? 0
    const fromOne = low[i - 1] ?? 0
    const above = (starts[i - 1] ?? 0) - fromOne
    const fromTwo = low[i - 2] ?? 0
    if (i > 0) {
      for (const each of [current.all, current.sourceFresh, current.targetFresh, current.bothFresh])
        each.fill(0, Math.max(0, fromTwo - 2), to)
      affinity.fill(i - 1, current, Math.max(0, from - 2), to)
    }
    for (let j = from; j <= to; j++) {
      const at = j - from
      let best = i === 0 && j === 0 ? 0 : impossible
      let move = 0
      let own = 0
      const skipped =
        (totals[j - fromOne] ?? impossible) +
        (choices[above + j] === 1 ? sourceSkips.next : sourceSkips.first)
      if (skipped > best) {
        best = skipped
        move = 1
      }
      if (at > 0) {
        const added =
          (row[at - 1] ?? 0) + (choices[start + at - 1] === 2 ? targetSkips.next : targetSkips.first)
        if (added > best) {
          best = added
          move = 2
        }
      }
      const paired = totals[j - 1 - fromOne] ?? impossible
      if (paired > impossible && j > 0) {
        const tokens = (sourceBase[i - 1] ?? 0) + (targetBase[j - 1] ?? 0) + (current.all[j - 1] ?? 0)
        const known = Math.max(leastTokens, tokens)
        const gain = affinity.local(i - 1, j - 1, best - paired - pairPrior - known) + known
        if (paired + gain + pairPrior > best) {
          best = paired + gain + pairPrior
          move = 0
          own = gain
        }
      }
      const two = before[j - 1 - fromTwo] ?? impossible
      if (two > impossible && j > 0 && sourceJoins[i - 2] === 1 && isJoined[target.kinds[j - 1] ?? 0] === 1) {
        const lacks = (sourceBase[i - 2] ?? 0) + (sourceFresh[i - 1] ?? 0) + (targetBase[j - 1] ?? 0)
        const tokens = lacks + (previous.all[j - 1] ?? 0) + (current.sourceFresh[j - 1] ?? 0)
        const known = Math.max(leastTokens, tokens)
        const gain = affinity.localOfTwo(i - 2, j - 1, best - two - joinPrior - known) + known
        if (two + gain + joinPrior > best) {
          best = two + gain + joinPrior
          move = 3
          own = gain
        }
      }
      const parts = totals[j - 2 - fromOne] ?? impossible
      if (
        parts > impossible &&
        j > 1 &&
        targetJoins[j - 2] === 1 &&
        isJoined[source.kinds[i - 1] ?? 0] === 1
      ) {
        const lacks = (sourceBase[i - 1] ?? 0) + (targetBase[j - 2] ?? 0) + (targetFresh[j - 1] ?? 0)
        const tokens = lacks + (current.all[j - 2] ?? 0) + (current.targetFresh[j - 1] ?? 0)
        const known = Math.max(leastTokens, tokens)
        const gain = affinity.localOfParts(i - 1, j - 2, best - parts - joinPrior - known) + known
        if (parts + gain + joinPrior > best) {
          best = parts + gain + joinPrior
          move = 4
          own = gain
        }
      }
      const shifted = before[j - 2 - fromTwo] ?? impossible
      if (shifted > impossible && j > 1 && sourceJoins[i - 2] === 1 && targetJoins[j - 2] === 1) {
        const lacks =
          (sourceBase[i - 2] ?? 0) +
          (sourceFresh[i - 1] ?? 0) +
          (targetBase[j - 2] ?? 0) +
          (targetFresh[j - 1] ?? 0)
        const tokens =
          lacks +
          (previous.all[j - 2] ?? 0) +
          (previous.targetFresh[j - 1] ?? 0) +
          (current.sourceFresh[j - 2] ?? 0) +
          (current.bothFresh[j - 1] ?? 0)
        const known = Math.max(leastTokens, tokens)
        const gain = affinity.localOfBoth(i - 2, j - 2, best - shifted - shiftPrior - known) + known
        if (shifted + gain + shiftPrior > best && crosswise(i - 2, j - 2, previous.all, current.all) < gain) {
          best = shifted + gain + shiftPrior
          move = 5
          own = gain
        }
      }
      row[at] = best
      choices[start + at] = move
      scores[start + at] = own
    }
    // What this row was three rows ago reached so far.
    row.fill(impossible, width, (starts[i - 2] ?? 0) - (starts[i - 3] ?? 0))
    const free = before
    before = totals
    totals = row
    row = free
    const spare = previous
    previous = current
    current = spare
  }
  return traced(choices, scores, corridor, starts)
}

/** Where each row of a corridor begins, were they written one behind the other. */
function startsOf({ low, high }: Corridor): Int32Array {
  const starts = new Int32Array(low.length + 1)
  for (const [row, from] of low.entries()) starts[row + 1] = (starts[row] ?? 0) + (high[row] ?? 0) - from + 1
  return starts
}

function widestOf(starts: Int32Array): number {
  return starts.reduce((most, start, row) => Math.max(most, start - (starts[row - 1] ?? 0)), 0)
}

function unreached(width: number): Float64Array {
  return new Float64Array(width).fill(impossible)
}

/** Rows for the tokens of a text of some length. */
export function tokenRows(length: number): TokenRows {
  const row = (): Float64Array => new Float64Array(length)
  return { all: row(), sourceFresh: row(), targetFresh: row(), bothFresh: row() }
}

/** 1 where a block and the next one may stand for one block together. */
function joinsOf({ kinds: each, length }: Profile): Uint8Array {
  const joins = new Uint8Array(length)
  for (let at = 0; at + 1 < length; at++) {
    const may = each[at] !== picture && joined.has(each[at] ?? 0) && joined.has(each[at + 1] ?? 0)
    joins[at] = may ? 1 : 0
  }
  return joins
}

/** The way back from the end. */
function traced(
  choices: Uint8Array,
  scores: Float32Array,
  { low, high }: Corridor,
  starts: Int32Array,
): Step[] {
  const steps: Step[] = []
  const n = low.length - 1
  for (let i = n, j = high[n] ?? 0; i > 0 || j > 0;) {
    const at = (starts[i] ?? 0) + j - (low[i] ?? 0)
    const { sources, targets } = moves[(choices[at] ?? 0) as 0]
    i -= sources
    j -= targets
    steps.push({ source: i, target: j, sources, targets, score: scores[at] ?? 0 })
  }
  return steps.reverse()
}
