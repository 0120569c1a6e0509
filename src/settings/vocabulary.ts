import { international } from './lexicon/international.ts'
import { folded } from './folded.ts'
import { signFinder, testOf, type SignFinder } from './sign.ts'
import { meanings, type Lexicon, type Meaning } from './lexicon/lexicon.ts'

/** The words of a language, ready to be looked up. */
export interface Vocabulary extends SignFinder {
  /** False where nobody has written down the language's words. */
  readonly isKnown: boolean
  /** False for a word that begins no expression. */
  readonly mayBegin: (word: string) => boolean
  /** What the words from an index on mean, the longest expression first; undefined where they mean nothing. */
  readonly meaningAt: (words: readonly string[], index: number) => Expression | undefined
}

/** One or more words with a meaning. */
export interface Expression {
  readonly length: number
  readonly meanings: ReadonlySet<Meaning>
}

interface Pattern {
  readonly meaning: Meaning
  readonly words: readonly ((word: string) => boolean)[]
}

/** Makes a vocabulary of a lexicon; without one it knows the international words alone. */
export function vocabularyOf(lexicon: Lexicon | undefined): Vocabulary {
  const patterns = meanings.flatMap((meaning) =>
    [...(lexicon?.read[meaning] ?? []), ...international[meaning]].map((words) => patternOf(meaning, words)),
  )
  // A document says few words many times: each is held against the patterns once.
  const begun = new Map<string, readonly Pattern[]>()
  const beginningWith = (word: string): readonly Pattern[] => {
    const known = begun.get(word)
    if (known) return known
    const found = patterns.filter(({ words: [first] }) => first?.(word))
    if (begun.size < mostWords) begun.set(word, found)
    return found
  }
  return {
    isKnown: lexicon !== undefined,
    ...signFinder(lexicon),
    mayBegin: (word) => beginningWith(word).length > 0,
    meaningAt: (words, index) => {
      const fitting = beginningWith(words[index] ?? '').filter(({ words: tests }) =>
        tests.every((test, offset) => offset === 0 || test(words[index + offset] ?? '')),
      )
      const length = Math.max(0, ...fitting.map(({ words: tests }) => tests.length))
      if (length === 0) return undefined
      const longest = fitting.filter(({ words: tests }) => tests.length === length)
      return { length, meanings: new Set(longest.map(({ meaning }) => meaning)) }
    },
  }
}

const mostWords = 20_000

function patternOf(meaning: Meaning, expression: string): Pattern {
  return { meaning, words: folded(expression).split(' ').map(testOf) }
}
