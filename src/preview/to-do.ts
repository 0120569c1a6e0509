import type { PairRow } from './pair-rows.ts'

/** True of a row that waits for words. */
export function isToDo({ state }: Pick<PairRow, 'state'>): boolean {
  return state === 'untranslated' || state === 'fuzzy'
}
