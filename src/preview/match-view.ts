import { contextsOf } from '../l10n/memory.ts'
import type { Phrase } from '../l10n/phrase.ts'
import type { Unit } from '../l10n/unit.ts'
import { wordDifference, type Stretch } from '../text/word-difference.ts'
import type { SourcePair } from './pair-for.ts'
import type { Memories } from './memories.ts'

/** Something that was translated before and is like a segment. */
export interface MatchView {
  /** From 0 to 100. */
  readonly percent: number
  /** Its source and its neighbours are the same, or its source alone; only numbers differed and were put right; it is alike. */
  readonly kind: 'context' | 'exact' | 'numbers' | 'fuzzy'
  readonly guide?: string
  /** Its source, and what of it is not in the segment, and of the segment not in it. */
  readonly difference: readonly Stretch[]
  /** Its target, numbered as its source is. */
  readonly words: Phrase['text']
}

/** What was translated before and is like one segment, the likest first. */
export interface MatchesView {
  readonly unit: string
  readonly matches: readonly MatchView[]
}

/** Shows what the guides have for a unit, but for what already stands there. */
export async function matchesViewOf(
  id: string,
  units: readonly Unit[],
  { target }: SourcePair,
  memories: Memories,
): Promise<MatchesView | undefined> {
  const place = units.findIndex((each) => each.id === id)
  const unit = units[place]
  if (!unit) return undefined
  const context = contextsOf(units)[place] ?? ''
  const found = await memories.matches(target.locale ?? '', unit.source.text, { context })
  return {
    unit: id,
    matches: found
      .filter((each) => each.target !== unit.target?.text)
      .map(({ score, source, target: words, guide }) => ({
        percent: Math.min(100, score),
        kind: kinds.get(score) ?? 'fuzzy',
        ...(guide !== undefined && { guide }),
        difference: wordDifference(source, unit.source.text),
        words,
      })),
  }
}

const kinds: ReadonlyMap<number, MatchView['kind']> = new Map([
  [101, 'context'],
  [100, 'exact'],
  [99, 'numbers'],
])
