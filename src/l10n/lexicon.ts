import { isPair, type Step } from './step.ts'
import { classOf, type Profile } from './profile.ts'

/** Words in more blocks than this share of them tell nothing. */
const mostFrequent = 0.35

/** How much more often two words must meet than by chance: their meetings against the blocks of either. */
const least = 0.55

/**
 * The target's words by the source's words that they stand for, learnt from an alignment of the two texts: words that
 * meet again and again in blocks that stand for each other.
 */
export function lexiconOf(source: Profile, target: Profile, steps: readonly Step[]): Map<number, number> {
  const [sources, targets] = [frequent(source, target), frequent(target, source)]
  const lexicon = new Map<number, number>()
  if (sources.words.length * targets.words.length === 0) return lexicon
  const blockOf = new Int32Array(target.length).fill(-1)
  for (const step of steps) if (isPair(step)) blockOf[step.target] = step.source
  const met = new Int32Array(sources.words.length)
  for (const [at, word] of targets.words.entries()) {
    const count = targets.places[at]?.length ?? 0
    const seen: number[] = []
    for (const j of targets.places[at] ?? [])
      for (const other of sources.blocks[blockOf[j] ?? -1] ?? []) {
        if (met[other] === 0) seen.push(other)
        met[other] = (met[other] ?? 0) + 1
      }
    let best = 0
    let chosen = -1
    for (const other of seen) {
      const meetings = met[other] ?? 0
      met[other] = 0
      const dice = (2 * meetings) / (count + (sources.places[other]?.length ?? 0))
      if (meetings < 2 || dice < best) continue
      best = dice
      chosen = sources.words[other] ?? -1
    }
    if (best >= least && chosen >= 0) lexicon.set(word, chosen)
  }
  return lexicon
}

/** Words by numbers of their own, with the blocks that have them, and the blocks with the words that they have. */
interface Words {
  readonly words: readonly number[]
  readonly places: readonly (readonly number[])[]
  readonly blocks: readonly (readonly number[])[]
}

/** The words that one text alone has, in at least two blocks and not in most. */
function frequent(profile: Profile, other: Profile): Words {
  const places = new Map<number, number[]>()
  for (const [block, tokens] of profile.tokens.entries())
    for (const token of tokens) {
      if (classOf(token) !== 0) break
      const own = places.get(token)
      if (own) own.push(block)
      else places.set(token, [block])
    }
  for (const tokens of other.tokens) for (const token of tokens) places.delete(token)
  const most = profile.length * mostFrequent
  const kept = [...places].filter(([, { length }]) => length >= 2 && length <= most)
  const indexes = new Map(kept.map(([word], index) => [word, index]))
  const blocks = profile.tokens.map((tokens) => {
    const own: number[] = []
    for (const token of tokens) {
      const index = indexes.get(token)
      if (index !== undefined) own.push(index)
    }
    return own
  })
  return { words: kept.map(([word]) => word), places: kept.map(([, own]) => own), blocks }
}

/** A profile in whose tokens the words of a lexicon are those that they stand for. */
export function translated(profile: Profile, lexicon: ReadonlyMap<number, number>): Profile {
  const tokens = profile.tokens.map((each) =>
    each.some((token) => lexicon.has(token))
      ? Int32Array.from(new Set(Array.from(each, (token) => lexicon.get(token) ?? token))).sort()
      : each,
  )
  const { length, kinds, levels, sizes, shapes, marks } = profile
  return { length, kinds, levels, sizes, shapes, marks, tokens }
}
