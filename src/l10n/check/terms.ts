import {
  avoidedIn,
  keepsName,
  keptIn,
  nameOf,
  saysTerm,
  termsIn,
  type Glossary,
  type TermFound,
} from '../glossary.ts'
import { wordsOf, type Check, type Translation } from './check.ts'

/** Names of the source that its translation does not have, and terms that it calls otherwise. */
export function* lostTerms(
  source: string,
  target: string,
  locales: Translation['locales'],
  glossary: Glossary,
  ofTerms = true,
): Iterable<string> {
  for (const name of new Set(keptIn(source, glossary)))
    if (!keepsName(target, name))
      yield `Unexpected text without \`${name}\`, expected the name as in every language`
  for (const term of ofTerms ? termsIn(source, locales.source, glossary) : []) {
    const wanted = nameOf(term, locales.target)
    if (wanted !== undefined && !saysTerm(target, term, locales.target))
      yield `Unexpected words for \`${nameOf(term, locales.source) ?? term.id}\`, expected \`${wanted}\``
  }
}

/** What is to be said of a word to avoid. */
export function toAvoid({ words, term }: TermFound, locale: string): string {
  const wanted = nameOf(term, locale)
  return `Unexpected \`${words}\`, expected ${wanted === undefined ? 'another word' : `\`${wanted}\``}`
}

/** A term of the glossary that is called otherwise, a name that was translated, or a word to avoid. */
export const terms: Check = {
  id: 'terms',
  severity: 'warning',
  *find({ source, target, locales, glossary }) {
    if (!glossary) return
    const words = wordsOf(target)
    yield* lostTerms(wordsOf(source), words, locales, glossary)
    for (const found of avoidedIn(words, locales.target, glossary)) yield toAvoid(found, locales.target)
  },
}
