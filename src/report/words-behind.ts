import type { Words } from '../sync/left.ts'
import { countOf } from './sentences.ts'

/** All counts put together. */
export function sumOf(counts: readonly Words[]): Words {
  const sum = { translated: 0, fuzzy: 0, untranslated: 0 }
  for (const { translated, fuzzy, untranslated } of counts) {
    sum.translated += translated
    sum.fuzzy += fuzzy
    sum.untranslated += untranslated
  }
  return sum
}

/** How many words in a hundred are up to date; 100 where all are. */
export function percentUpToDate({ translated, fuzzy, untranslated }: Words): number {
  const all = translated + fuzzy + untranslated
  return all === 0 ? 100 : Math.floor((100 * translated) / all)
}

/** What is behind: `12 words fuzzy, 1 word untranslated`; empty where nothing is. */
export function behindWords({ fuzzy, untranslated }: Omit<Words, 'translated'>): string {
  return [
    ...(fuzzy > 0 ? [`${countOf(fuzzy, 'word')} fuzzy`] : []),
    ...(untranslated > 0 ? [`${countOf(untranslated, 'word')} untranslated`] : []),
  ].join(', ')
}
