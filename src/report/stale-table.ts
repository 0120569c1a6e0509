import type { Message } from '../lint/message.ts'
import { groupBy } from '../text/group-by.ts'

/** What one locale has to translate anew. */
export interface StaleRow {
  readonly locale: string
  /** Of the source. */
  readonly words: number
  readonly passages: number
  readonly guides: number
}

/** What is to be translated anew by the findings of a run, the locale with the most words first. */
export function staleRows(messages: readonly Message[]): StaleRow[] {
  const stale = messages.filter(({ words }) => words !== undefined)
  const rows = Array.from(
    groupBy(stale, ({ locale }) => locale ?? 'und'),
    ([locale, own]) => ({
      locale,
      words: own.reduce((sum, { words = 0 }) => sum + words, 0),
      passages: own.length,
      guides: new Set(own.map(({ guide }) => guide)).size,
    }),
  )
  return rows.sort((a, b) => b.words - a.words || (a.locale < b.locale ? -1 : 1))
}
