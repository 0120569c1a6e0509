import type { GlossaryTerm, GlossaryTerms } from '../corpus/config.ts'
import type { Locale } from '../corpus/locale.ts'
import type { Range } from '../text/range.ts'
import { rememberingOf } from '../text/remembering.ts'

export type Term = GlossaryTerm
export type Glossary = GlossaryTerms

/** Words that a glossary has something to say of, and where they stand. */
export interface TermFound {
  readonly term: Term
  readonly words: string
  readonly range: Range
}

/** The name of a term to write in a locale. */
export function nameOf(term: Term, locale: Locale): string | undefined {
  return term.words[locale]?.[0]?.replace(/\*/g, '')
}

/** The terms of which words in a locale speak, each once. */
export function termsIn(words: string, locale: Locale, glossary: Glossary): readonly Term[] {
  return found(words, wordsTable(glossary, locale)).map(({ term }) => term)
}

/** Whether words in a locale call a term by one of its names. */
export function saysTerm(words: string, term: Term, locale: Locale): boolean {
  const names = term.words[locale]
  return names !== undefined && patternOf(names).test(plain(words))
}

/** The words that should be others, with the terms that they stand for. */
export function avoidedIn(words: string, locale: Locale, glossary: Glossary): TermFound[] {
  return found(words, avoidTable(glossary, locale))
}

/** The names of a glossary that stand in some words, each as often as it does. */
export function keptIn(words: string, glossary: Glossary): string[] {
  if (glossary.keep.length === 0) return []
  return plain(words).match(keepPattern(glossary)) ?? []
}

/** Whether words have a name, inflected as their language may: `Outlooka`, `na iPhonie`. */
export function keepsName(words: string, name: string): boolean {
  const stem = plain(name).length > 4 ? plain(name).replace(/[aeiouy]$/, '') : plain(name)
  const text = plain(words)
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

/** What is looked for in a locale: one pattern that tells whether anything is there at all, and one a term. */
interface Table {
  readonly any: RegExp
  readonly each: readonly { readonly term: Term; readonly pattern: RegExp }[]
}

function found(words: string, table: Table | undefined): TermFound[] {
  const text = plain(words)
  if (!table?.any.test(text)) return []
  return table.each.flatMap(({ term, pattern }): TermFound[] => {
    const match = pattern.exec(text)
    if (!match) return []
    const range = { start: match.index, end: match.index + match[0].length }
    return [{ term, words: words.slice(range.start, range.end), range }]
  })
}

/** No-break spaces are spaces to a reader; as many characters as before. */
function plain(words: string): string {
  return words.replace(/[\u00A0\u202F\n]/g, ' ')
}

const wordsTable = tablesBy((term) => term.words)
const avoidTable = tablesBy((term) => term.avoid)

/** Tables by glossary and locale, made when they are first asked for. */
function tablesBy(
  wordsOf: (term: Term) => Term['words'],
): (glossary: Glossary, locale: Locale) => Table | undefined {
  const known = new WeakMap<Glossary, Map<Locale, Table | undefined>>()
  return (glossary, locale) => {
    const tables = known.get(glossary) ?? new Map<Locale, Table | undefined>()
    known.set(glossary, tables)
    if (!tables.has(locale))
      tables.set(
        locale,
        tableOf(glossary.terms, (term) => wordsOf(term)[locale] ?? []),
      )
    return tables.get(locale)
  }
}

function tableOf(terms: readonly Term[], phrasesOf: (term: Term) => readonly string[]): Table | undefined {
  const each = terms.flatMap((term) => {
    const phrases = phrasesOf(term)
    return phrases.length === 0 ? [] : [{ term, pattern: patternOf(phrases) }]
  })
  const all = terms.flatMap(phrasesOf)
  return all.length === 0 ? undefined : { any: patternOf(all), each }
}

const keepPattern = rememberingOf(({ keep }: Glossary) => compiled(keep, 'gu'))

/** The pattern of a term's phrases, made once. */
const patternOf = rememberingOf((phrases: readonly string[]) => compiled(phrases, 'iu'))

/** Phrases as a pattern, the longest first; `nazw* użytkownika` stands for every ending of its first word. */
function compiled(phrases: readonly string[], flags: string): RegExp {
  const literals = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      plain(phrase)
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replaceAll('\\*', '\\p{L}*'),
    )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literals.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
