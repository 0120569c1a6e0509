import type { Message } from '../lint/message.ts'
import { groupBy } from '../text/group-by.ts'

/** What one locale has to translate. */
export interface StaleRow {
  readonly locale: string
  /** Of the source, those that it lacks included. */
  readonly words: number
  /** Of these, those of passages that are not there at all. */
  readonly missing: number
  readonly passages: number
  readonly guides: number
}

/** What is to be translated by the findings of a run, the locale with the most words first. */
export function staleRows(messages: readonly Message[]): StaleRow[] {
  const stale = messages.filter(({ words }) => words !== undefined)
  const rows = Array.from(
    groupBy(stale, ({ locale }) => locale ?? 'und'),
    ([locale, own]) => ({
      locale,
      words: wordsOf(own),
      missing: wordsOf(own.filter(({ ruleId }) => ruleId === 'structure-parity')),
      passages: own.length,
      guides: new Set(own.map(({ guide }) => guide)).size,
    }),
  )
  return rows.sort((a, b) => b.words - a.words || (a.locale < b.locale ? -1 : 1))
}

function wordsOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { words = 0 }) => sum + words, 0)
}
