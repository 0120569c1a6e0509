import { kindGains, mostShape, mostSize, shapeGain, sizeGain } from './looks.ts'
import { classOf, kinds, type Profile, type TokenClass } from './profile.ts'

/** What the tokens of a source block say of each target block. */
export interface TokenRows {
  readonly all: Float64Array
  /** Of its tokens that the source block before it lacks. */
  readonly sourceFresh: Float64Array
  /** Of those that the target block before lacks. */
  readonly targetFresh: Float64Array
  /** Of those that either block before lacks. */
  readonly bothFresh: Float64Array
}

/** A source and a target block that share something rare. */
export interface Meeting {
  readonly source: number
  readonly target: number
  readonly weight: number
}

interface Gain {
  readonly targets: readonly number[]
  readonly gain: number
  readonly isFresh: boolean
}

/** How sure a token is to be found again in the translation of its block: a word that both texts have, a number, a mark. */
const carried: Readonly<Record<TokenClass, number>> = { 0: 0.55, 1: 0.93, 2: 0.93 }

/** Tokens that are nearly everywhere tell nothing, and would cost much. */
const mostMeetings = 4000

/** Tokens in no more blocks than this are what an alignment can be hung on. */
const rare = 2

/** What equal levels say for a pair. */
const mostLevel = 0.3

/** What a lack of tokens can say against a block at most. */
const leastBase = -5

/**
 * How much more likely two blocks are to be translations of each other than to meet by chance, as a logarithm:
 * above 0 they speak for each other. No dictionary: kind, level, length, punctuation, and what both texts share.
 */
export class Affinity {
  readonly #source: Profile
  readonly #target: Profile
  readonly #gains: readonly Gain[][]
  readonly #kinds: Float64Array
  #ratio: number
  /** How much deeper the target's headings are. */
  #deeper = 0
  /** What a block's tokens say against every partner that lacks them. */
  readonly sourceBase: Float64Array
  readonly targetBase: Float64Array
  /** The same, of the tokens that the block before it lacks. */
  readonly sourceFresh: Float64Array
  readonly targetFresh: Float64Array
  /** Pairs that share tokens which each text has but once or twice, with what these say. */
  readonly meetings: readonly Meeting[]

  constructor(source: Profile, target: Profile) {
    this.#source = source
    this.#target = target
    this.#gains = Array.from({ length: source.length }, () => [])
    this.sourceBase = new Float64Array(source.length)
    this.targetBase = new Float64Array(target.length)
    this.sourceFresh = new Float64Array(source.length)
    this.targetFresh = new Float64Array(target.length)
    this.meetings = this.#weighTokens()
    this.#kinds = kindGains(source, target)
    this.#ratio = ratioOf(source, target)
  }

  /** Takes how long translations are, and how deep their headings, from pairs that surely are some: the middle one. */
  measure(pairs: readonly Pick<Meeting, 'source' | 'target'>[]): void {
    const ratios: number[] = []
    const depths: number[] = []
    for (const { source: i, target: j } of pairs) {
      if (this.#source.kinds[i] === heading && this.#target.kinds[j] === heading)
        depths.push((this.#target.levels[j] ?? 0) - (this.#source.levels[i] ?? 0))
      const size = this.#source.sizes[i] ?? 0
      if (!prose.has(this.#source.kinds[i] ?? 0) || size < shortest) continue
      ratios.push((this.#target.sizes[j] ?? 0) / size)
    }
    this.#deeper = middleOf(depths) ?? 0
    const ratio = middleOf(ratios)
    if (ratio !== undefined) this.#ratio = Math.min(5, Math.max(0.2, ratio))
  }

  /** Adds what a source block's tokens say of the target blocks from one column up to another. */
  fill(i: number, rows: TokenRows, from: number, to: number): void {
    const { all, sourceFresh, targetFresh, bothFresh } = rows
    for (const { targets, gain, isFresh } of this.#gains[i] ?? []) {
      for (let at = firstFrom(targets, from); at < targets.length; at++) {
        const j = targets[at] ?? 0
        if (j >= to) break
        const isNext = targets[at - 1] === j - 1
        all[j] = (all[j] ?? 0) + gain
        if (isFresh) sourceFresh[j] = (sourceFresh[j] ?? 0) + gain
        if (isNext) continue
        targetFresh[j] = (targetFresh[j] ?? 0) + gain
        if (isFresh) bothFresh[j] = (bothFresh[j] ?? 0) + gain
      }
    }
  }

  /** The target blocks that share a token with a source block, each once; what these say is added to an empty row. */
  meetingsOf(i: number, row: Float64Array): ReadonlySet<number> {
    const met = new Set<number>()
    for (const { targets, gain } of this.#gains[i] ?? [])
      for (const j of targets) {
        met.add(j)
        row[j] = (row[j] ?? 0) + gain
      }
    return met
  }

  /**
   * What all but the tokens say of a pair.
   *
   * @param least what it must say to be of use; where it cannot, anything lower is the answer
   */
  local(i: number, j: number, least: number): number {
    const { levels, sizes, shapes } = this.#source
    const target = this.#target
    const kind = this.#kindGain(i, j)
    if (kind < -10 || kind + mostLevel + mostSize + mostShape < least) return Math.min(kind, least - 1)
    const isHeading = this.#source.kinds[i] === heading && target.kinds[j] === heading
    const level = (levels[i] ?? 0) + (isHeading ? this.#deeper : 0) === target.levels[j] ? mostLevel : -0.6
    const ratio = isProse[this.#source.kinds[i] ?? 0] === 1 ? this.#ratio : 1
    const size = sizeGain((sizes[i] ?? 0) * ratio, target.sizes[j] ?? 0)
    if (kind + level + size + mostShape < least) return least - 1
    return kind + level + size + shapeGain(shapes, i, -1, target.shapes, j, -1)
  }

  /** The same of two source blocks that stand for one target block. */
  localOfTwo(i: number, j: number, least: number): number {
    const { sizes, shapes } = this.#source
    const total = ((sizes[i] ?? 0) + (sizes[i + 1] ?? 0)) * this.#ratio
    const gain = this.#joinedGain(i, j, total, this.#target.sizes[j] ?? 0)
    return gain + mostShape < least ? gain : gain + shapeGain(shapes, i + 1, i, this.#target.shapes, j, -1)
  }

  /** The same of one source block for which two target blocks stand. */
  localOfParts(i: number, j: number, least: number): number {
    const { sizes, shapes } = this.#target
    const total = (sizes[j] ?? 0) + (sizes[j + 1] ?? 0)
    const gain = this.#joinedGain(i, j, (this.#source.sizes[i] ?? 0) * this.#ratio, total)
    return gain + mostShape < least ? gain : gain + shapeGain(this.#source.shapes, i, -1, shapes, j + 1, j)
  }

  /** The same of two source blocks for which two target blocks stand, their words parted otherwise. */
  localOfBoth(i: number, j: number, least: number): number {
    const source = this.#source
    const target = this.#target
    const expected = ((source.sizes[i] ?? 0) + (source.sizes[i + 1] ?? 0)) * this.#ratio
    const gain = this.#joinedGain(i, j, expected, (target.sizes[j] ?? 0) + (target.sizes[j + 1] ?? 0))
    return gain + mostShape < least
      ? gain
      : gain + shapeGain(source.shapes, i + 1, i, target.shapes, j + 1, j)
  }

  #joinedGain(i: number, j: number, expected: number, size: number): number {
    const gain = sizeGain(expected, size)
    return gain < -1 ? -Infinity : this.#kindGain(i, j) + gain
  }

  #kindGain(i: number, j: number): number {
    return this.#kinds[(this.#source.kinds[i] ?? 0) * kinds.length + (this.#target.kinds[j] ?? 0)] ?? -12
  }

  #weighTokens(): Meeting[] {
    const source = this.#source
    const target = this.#target
    const postings = new Map<number, { source: number[]; target: number[] }>()
    for (let at = 0; at < source.length; at++) {
      for (const token of source.tokens[at] ?? []) {
        const posting = postings.get(token)
        if (posting) posting.source.push(at)
        else postings.set(token, { source: [at], target: [] })
      }
    }
    for (let at = 0; at < target.length; at++)
      for (const token of target.tokens[at] ?? []) postings.get(token)?.target.push(at)
    const rareMeetings: Meeting[] = []
    for (const [token, { source: sources, target: targets }] of postings) {
      if (targets.length === 0 || sources.length * targets.length > mostMeetings) continue
      const chance = carried[classOf(token)]
      const sourceShare = sources.length / (source.length + 1)
      const targetShare = targets.length / (target.length + 1)
      const lackInTarget = Math.min(0, Math.log((1 - chance) / (1 - targetShare)))
      const lackInSource = Math.min(0, Math.log((1 - chance) / (1 - sourceShare)))
      const found = Math.log(chance) - (Math.log(sourceShare) + Math.log(targetShare)) / 2
      const gain = found - lackInTarget - lackInSource
      for (let at = 0; at < sources.length; at++) {
        const i = sources[at] ?? 0
        const isFresh = at === 0 || sources[at - 1] !== i - 1
        lower(this.sourceBase, i, lackInTarget)
        if (isFresh) lower(this.sourceFresh, i, lackInTarget)
        this.#gains[i]?.push({ targets, gain, isFresh })
      }
      for (let at = 0; at < targets.length; at++) {
        const j = targets[at] ?? 0
        lower(this.targetBase, j, lackInSource)
        if (at === 0 || targets[at - 1] !== j - 1) lower(this.targetFresh, j, lackInSource)
      }
      if (sources.length > rare || targets.length > rare) continue
      const weight = found / (sources.length * targets.length)
      for (const i of sources) for (const j of targets) rareMeetings.push({ source: i, target: j, weight })
    }
    return rareMeetings
  }
}

/** The place of the first of some numbers in ascending order that is not below a bound. */
function firstFrom(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}

function middleOf(values: number[]): number | undefined {
  return values.length < fewest ? undefined : values.sort((a, b) => a - b)[values.length >> 1]
}

function lower(bases: Float64Array, at: number, by: number): void {
  bases[at] = Math.max(leastBase, (bases[at] ?? 0) + by)
}

const heading = kinds.indexOf('heading')
const prose = new Set(
  ['heading', 'paragraph', 'item'].map((kind) => kinds.findIndex((each) => each === kind)),
)

const isProse = Uint8Array.from(kinds, (_, kind) => (prose.has(kind) ? 1 : 0))

/** How much longer the target's words are than the source's, told by the whole texts: one may lack a part. */
function ratioOf(source: Profile, target: Profile): number {
  const total = ({ kinds: each, sizes }: Profile): number =>
    sizes.reduce((sum, size, at) => (prose.has(each[at] ?? 0) ? sum + size : sum), 0)
  const ratio = (total(target) + 50) / (total(source) + 50)
  return Math.min(2.5, Math.max(0.4, ratio))
}

/** Shorter blocks than this say little of how long translations are. */
const shortest = 15
const fewest = 4
