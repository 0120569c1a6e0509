import type { Step } from './lattice.ts'
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
  const sources = frequent(source, target)
  const targets = frequent(target, source)
  const meetings = new Map<number, Map<number, number>>()
  for (const { source: i, target: j, sources: rows, targets: columns } of steps) {
    if (rows !== 1 || columns !== 1) continue
    for (const word of target.tokens[j] ?? []) {
      if (!targets.has(word)) continue
      const met = meetings.get(word) ?? new Map<number, number>()
      meetings.set(word, met)
      for (const other of source.tokens[i] ?? [])
        if (sources.has(other)) met.set(other, (met.get(other) ?? 0) + 1)
    }
  }
  const lexicon = new Map<number, number>()
  for (const [word, met] of meetings) {
    let best = 0
    let chosen = -1
    for (const [other, count] of met) {
      const dice = (2 * count) / ((targets.get(word) ?? 0) + (sources.get(other) ?? 0))
      if (count < 2 || dice < best) continue
      best = dice
      chosen = other
    }
    if (best >= least && chosen >= 0) lexicon.set(word, chosen)
  }
  return lexicon
}

/** The words that one text alone has, in at least two blocks and not in most. */
function frequent(profile: Profile, other: Profile): Map<number, number> {
  const counts = new Map<number, number>()
  for (const tokens of profile.tokens)
    for (const token of tokens) if (classOf(token) === 0) counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const tokens of other.tokens) for (const token of tokens) counts.delete(token)
  for (const [token, count] of counts)
    if (count < 2 || count > profile.length * mostFrequent) counts.delete(token)
  return counts
}

/** A profile in whose tokens the words of a lexicon are those that they stand for. */
export function translated(profile: Profile, lexicon: ReadonlyMap<number, number>): Profile {
  const tokens = profile.tokens.map((each) =>
    Int32Array.from(new Set(Array.from(each, (token) => lexicon.get(token) ?? token))).sort(),
  )
  return { ...profile, tokens }
}
