import { diffWordsWithSpace } from 'diff'

/** A run of words, and what became of it. */
export interface WordRun {
  readonly words: string
  readonly change: 'same' | 'gone' | 'come'
}

/** What turns some words into others, word by word; white space is one space. */
export function wordDifference(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before.replace(/\s+/g, ' '), after.replace(/\s+/g, ' ')).map(
    ({ value, added, removed }) => ({ words: value, change: removed ? 'gone' : added ? 'come' : 'same' }),
  )
}

/** The same in plain letters: `Use port 993 [-only-]{+alone+}.` */
export function markedDifference(before: string, after: string): string {
  return wordDifference(before, after)
    .map(({ words, change }) =>
      change === 'gone' ? `[-${words}-]` : change === 'come' ? `{+${words}+}` : words,
    )
    .join('')
}
