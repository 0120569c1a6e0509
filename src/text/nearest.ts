import { distance } from 'fastest-levenshtein'

/** Words longer than this are no misspelling of anything, and comparing them would cost too much. */
export const longestMeant = 200

/** How far apart two words are that differ in letters, as far as a limit; two letters swapped count as one change. */
function changesBetween(word: string, other: string, limit: number): number {
  const changes = distance(word, other)
  return changes > 1 && changes <= limit + 1 && lettersOf(word) === lettersOf(other) ? changes - 1 : changes
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('')
}

/** Whether `short` begins `long`, or is one of its parts: `warn` of `warning`, `fragment` of `link-fragment`. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || !long.includes(short)) return false
  return long.startsWith(short) || long.split(/[-/._ ]/).includes(short)
}

/** How unlike a known word is, letter case set aside; undefined where nobody would have meant it. */
function unlikeness(word: string, known: string): number | undefined {
  if (known.length > longestMeant) return undefined
  const limit = Math.max(1, Math.floor(Math.max(word.length, known.length) / 3))
  if (Math.abs(word.length - known.length) <= limit) {
    const changes = changesBetween(word, known, limit)
    if (changes <= limit && changes < word.length) return changes
  }
  return abbreviates(word, known) ? limit + 1 : undefined
}

/**
 * The known word that a person most likely meant, for "did you mean"; undefined where none is near.
 * The same words in another order give the same answer.
 */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  if (word === '' || word.length > longestMeant) return undefined
  const lower = word.toLowerCase()
  let best: { word: string; rank: readonly number[] } | undefined
  for (const candidate of known) {
    const unlike = unlikeness(lower, candidate.toLowerCase())
    if (unlike === undefined) continue
    const rank = [unlike, distance(word, candidate)]
    if (!best || before(rank, best.rank) || (same(rank, best.rank) && candidate < best.word)) {
      best = { word: candidate, rank }
    }
  }
  return best?.word
}

/** True where a word is another with a slip or two in it: near enough to be put right without knowing what it is about. */
export function isSlipOf(word: string, known: string): boolean {
  const limit = Math.max(1, Math.floor(word.length / 6))
  if (Math.max(word.length, known.length) > longestMeant || Math.abs(word.length - known.length) > limit)
    return false
  return changesBetween(word, known, limit) <= limit
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => value === b[index])
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place])
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0)
}
