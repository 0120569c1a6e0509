import { wordsOf, type Check } from './check.ts'

/** Fewer words than this may be a name, or the same in both languages. */
const fewest = 3

/** The words of the source, untranslated. */
export const unchanged: Check = {
  id: 'unchanged',
  severity: 'warning',
  *find({ source, target, languages, glossary }) {
    if (source.text !== target.text || primary(languages.source) === primary(languages.target)) return
    let words = wordsOf(source)
    for (const name of glossary?.keep ?? []) words = words.replaceAll(name, ' ')
    if ((words.match(/\p{L}{2,}/gu) ?? []).length >= fewest)
      yield 'Unexpected words of the source, expected their translation'
  },
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? ''
}
