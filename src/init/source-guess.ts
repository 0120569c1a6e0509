import type { Corpus } from '../corpus/corpus.ts'
import { languageOf, type Locale } from '../corpus/locale.ts'
import type { SiteGuess } from './site-guess.ts'

/** How many of some documents there are in each locale, the most first. */
export function countLocales(
  { documents }: Corpus,
  paths: ReadonlySet<string>,
): [locale: Locale, count: number][] {
  const counts = new Map<Locale, number>()
  for (const { path, locale } of documents.values())
    if (locale !== undefined && paths.has(path)) counts.set(locale, (counts.get(locale) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/** A locale that has nearly as many documents as the fullest one may be what the others are made from. */
const nearlyAll = 0.98

/** The locale that the others seem to be made from, and why. */
export function guessSource(
  counts: readonly (readonly [locale: Locale, count: number])[],
  site: SiteGuess,
): { readonly source: Locale; readonly why: string } | undefined {
  const { preset, defaultLocale, defaultWhy } = site
  if (defaultLocale !== undefined && defaultWhy !== undefined) {
    const known = counts.find(([locale]) => locale.toLowerCase() === defaultLocale)?.[0]
    return { source: known ?? defaultLocale, why: `It is ${defaultWhy}` }
  }
  const most = counts[0]?.[1] ?? 0
  const full = counts.filter(([, count]) => count >= most * nearlyAll).map(([locale]) => locale)
  const [first] = full
  if (first === undefined) return undefined
  if (full.length === 1) return { source: first, why: `It has the most documents, ${most}` }
  const usual = preset === 'help-centre' ? 'fr' : 'en'
  const guess = full.find((locale) => languageOf(locale) === usual) ?? first
  return {
    source: guess,
    why: `A guess: ${full.length} locales have all but the same number of documents`,
  }
}
