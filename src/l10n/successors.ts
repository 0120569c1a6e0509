import { distance } from 'fastest-levenshtein'
import { namesUnit, type Unit } from './unit.ts'

/** A unit that was given out, and whose source says something else by now. */
export interface FormerUnit {
  readonly id: string
  /** What its source said. */
  readonly words: string
  /** The places in the source of its nearest neighbours that are still there. */
  readonly after: number
  readonly before: number
}

/** How alike a sentence and what became of it are, at least. */
const leastAlike = 0.5

/** Words longer than this are compared by their beginnings. */
const longest = 2000

/** The units that took the place of those that are gone: of the same kind, between the same neighbours, the most alike first; each serves once. */
export function successorsOf(gone: readonly FormerUnit[], free: readonly Unit[]): Map<string, Unit> {
  const pairs = gone.flatMap(({ id, words, after, before }) =>
    free
      .filter(({ place, kind }) => place > after && place < before && namesUnit(id, kind, words))
      .map((unit) => ({ id, unit, score: likeness(words, unit.source.text) }))
      .filter(({ score }) => score >= leastAlike),
  )
  const found = new Map<string, Unit>()
  const taken = new Set<Unit>()
  for (const { id, unit } of pairs.sort((a, b) => b.score - a.score || a.unit.place - b.unit.place)) {
    if (found.has(id) || taken.has(unit)) continue
    found.set(id, unit)
    taken.add(unit)
  }
  return found
}

function likeness(words: string, others: string): number {
  const [a, b] = [words, others].map((each) => each.replace(/\s+/g, ' ').slice(0, longest))
  const length = Math.max(a?.length ?? 0, b?.length ?? 0, 1)
  return 1 - distance(a ?? '', b ?? '') / length
}
