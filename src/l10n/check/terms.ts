import { avoidedIn, keepsName, keptIn, nameOf, saysTerm, termsIn } from '../glossary.ts'
import { wordsOf, type Check } from './check.ts'

/** A term of the glossary that is called otherwise, a name that was translated, or a word to avoid. */
export const terms: Check = {
  id: 'terms',
  severity: 'warning',
  *find({ source, target, locales, glossary }) {
    if (!glossary) return
    const [from, to] = [wordsOf(source), wordsOf(target)]
    for (const name of new Set(keptIn(from, glossary)))
      if (!keepsName(to, name))
        yield `Unexpected text without \`${name}\`, expected the name as in every language`
    for (const term of termsIn(from, locales.source, glossary)) {
      const wanted = nameOf(term, locales.target)
      if (wanted !== undefined && !saysTerm(to, term, locales.target))
        yield `Unexpected words for \`${nameOf(term, locales.source) ?? term.id}\`, expected \`${wanted}\``
    }
    for (const { words, term } of avoidedIn(to, locales.target, glossary)) {
      const wanted = nameOf(term, locales.target)
      yield `Unexpected \`${words}\`, expected ${wanted === undefined ? 'another word' : `\`${wanted}\``}`
    }
  },
}
