import type { Step } from './step.ts'
import { kinds, type Profile } from './profile.ts'

/** Blocks of fewer letters say little by their length. */
const shortest = 30
/** How many times longer or shorter than the others a translation may be. */
const widest = 2.2
/** So many blocks may look unlike each other, none next to another. */
const mostUnlike = 0.1
const heading = kinds.indexOf('heading')

/**
 * The pairs of two texts that go side by side from the first block to the last, as most translations do: the same kinds
 * in the same order, and hardly a block that does not carry what its partner has. Undefined for all others.
 */
export function evenSteps(source: Profile, target: Profile): Step[] | undefined {
  const { length } = source
  if (length !== target.length || source.kinds.some((kind, at) => kind !== target.kinds[at])) return undefined
  const deeper = (at: number): number => (target.levels[at] ?? 0) - (source.levels[at] ?? 0)
  const first = source.kinds.indexOf(heading)
  const ratio = ratioOf(source, target)
  const steps: Step[] = []
  let unlike = 0
  let wasUnlike = false
  for (let at = 0; at < length; at++) {
    if (source.kinds[at] === heading && deeper(at) !== deeper(first)) return undefined
    const isUnlike = !isLike(source, target, at, ratio)
    if (isUnlike && (wasUnlike || ++unlike > length * mostUnlike)) return undefined
    wasUnlike = isUnlike
    steps.push({ source: at, target: at, sources: 1, targets: 1, score: isUnlike ? -3 : 6 })
  }
  return steps
}

function ratioOf(source: Profile, target: Profile): number {
  const total = ({ sizes }: Profile): number => sizes.reduce((sum, size) => sum + size, 0)
  return (total(target) + 1) / (total(source) + 1)
}

/** Whether two blocks are as long as each other, and share what is no language, where they have any of it. */
function isLike(source: Profile, target: Profile, at: number, ratio: number): boolean {
  const size = (source.sizes[at] ?? 0) * ratio
  const other = target.sizes[at] ?? 0
  const [short, long] = size < other ? [size, other] : [other, size]
  if (long > shortest && long > short * widest) return false
  return shareMarks(source.marks[at], target.marks[at])
}

/** Marks are sorted. */
function shareMarks(own: Int32Array | undefined, others: Int32Array | undefined): boolean {
  let [i, j] = [(own?.length ?? 0) - 1, (others?.length ?? 0) - 1]
  let shared = 0
  let count = 0
  while (i >= 0 || j >= 0) {
    const [a = -1, b = -1] = [own?.[i], others?.[j]]
    count++
    if (a === b) shared++
    if (a >= b) i--
    if (b >= a) j--
  }
  return count === 0 || shared * 2 >= count
}
