import type { Glossary } from '../glossary.ts'
import type { Phrase } from '../phrase.ts'

/** A phrase and its translation, whose codes are numbered as the source's are. */
export interface Translation {
  readonly source: Phrase
  readonly target: Phrase
  /** BCP 47 tags. */
  readonly languages: { readonly source: string; readonly target: string }
  /** As files name them; the glossary speaks of these. */
  readonly locales: { readonly source: string; readonly target: string }
  readonly glossary?: Glossary
  /** How many characters the target may have at most. */
  readonly limit?: number
}

/** What is wrong with a translation: an error must not go in, a warning is for someone to look at. */
export interface Problem {
  /** The check that found it: `numbers`. */
  readonly check: string
  readonly severity: 'error' | 'warning'
  /** ``Unexpected X, expected Y``. */
  readonly reason: string
}

/** One thing to look at in a translation, by itself. */
export interface Check {
  readonly id: string
  readonly severity: Problem['severity']
  /** The reasons why it is not as it should be; one that is marked lesser is a warning, whatever the check's severity. */
  find(translation: Translation): Iterable<string | { readonly lesser: string }>
}

/** A phrase's words with a space in place of each code: `Open the  panel `. */
export function wordsOf({ text }: Pick<Phrase, 'text'>): string {
  return text.includes('<') || text.includes('{') ? text.replace(/<\/?\d+>|\{\d+\}/g, ' ') : text
}

/** How often each item occurs. */
function countsOf(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** What the first has that the second lacks, each as often as it is missing. */
export function missingFrom(items: readonly string[], others: readonly string[]): string[] {
  const left = countsOf(others)
  return items.filter((item) => {
    const count = left.get(item) ?? 0
    left.set(item, count - 1)
    return count <= 0
  })
}
