import type { PartState, State } from '../l10n/state.ts'
import { lineIndexAt, lineStartsOf } from '../text/source.ts'
import type { Sheet } from './sheet.ts'

/** Something that a translator has to do. */
export interface Left {
  readonly state: Extract<State, 'fuzzy' | 'untranslated'>
  /** Of the target; of what it lacks, the line of what stands before it. From 1. */
  readonly line: number
  /** How many words the source has there. */
  readonly words: number
  /** What the source says. */
  readonly source: string
  /** What it said when the target was made from it, where that is known. */
  readonly before?: string
}

/** Counts of the source's words by how their targets stand. */
export interface Words {
  readonly translated: number
  readonly fuzzy: number
  readonly untranslated: number
}

/** The words of a source by the states of their targets. */
export function wordsIn(states: readonly PartState[], source: Pick<Sheet, 'parts'>): Words {
  const words = { translated: 0, fuzzy: 0, untranslated: 0 }
  for (const { state, source: indexes } of states) {
    if (state === undefined || state === 'obsolete') continue
    words[state] += wordsOf(indexes, source)
  }
  return words
}

function wordsOf(indexes: readonly number[], { parts }: Pick<Sheet, 'parts'>): number {
  return indexes.reduce((sum, index) => sum + (parts[index]?.words ?? 0), 0)
}

/** What is left to translate in a target, in its order; `beforeOf` knows the words of sources that were. */
export function leftIn(
  states: readonly PartState[],
  source: Sheet,
  target: Sheet,
  beforeOf: (blob: string, hashes: string) => string | undefined,
): Left[] {
  const starts = lineStartsOf(target.text)
  let last = 1
  return states.flatMap(({ state, source: indexes, target: own, lines }): Left[] => {
    const part = target.parts[own[0] ?? -1]
    if (part) last = lineIndexAt(starts, part.range.start) + 1
    if (state !== 'fuzzy' && state !== 'untranslated') return []
    const words = indexes.flatMap((index) => source.parts[index] ?? [])
    const [line] = lines
    const before = state === 'fuzzy' && line ? beforeOf(line.blob, line.source) : undefined
    return [
      {
        state,
        line: last,
        words: wordsOf(indexes, source),
        source: words.map(({ range }) => source.text.slice(range.start, range.end)).join('\n'),
        ...(before !== undefined && { before }),
      },
    ]
  })
}
