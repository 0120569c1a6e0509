import type { Corpus } from '../corpus/corpus.ts'
import { languageOf, type Locale } from '../corpus/locale.ts'
import type { Choice } from './draft.ts'
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

/** What tells which locale the others are made from. */
interface Signs {
  readonly counts: readonly (readonly [locale: Locale, count: number])[]
  readonly site: SiteGuess
  readonly corpus: Corpus
  /** When a document came into version control, where that is known. */
  readonly firstSeen?: (path: string) => number | undefined
}

/** A locale that was there first in so many guides of those where one was is what the others are made from. */
const nearlyAlways = 0.75

/** The locale that the others seem to be made from, and why. */
export function guessSource(signs: Signs): Choice<Locale> | undefined {
  const { counts, site } = signs
  const { preset, defaultLocale, defaultWhy } = site
  if (defaultLocale !== undefined && defaultWhy !== undefined) {
    const known = counts.find(([locale]) => locale.toLowerCase() === defaultLocale)?.[0]
    return { value: known ?? defaultLocale, why: `It is ${defaultWhy}` }
  }
  const most = counts[0]?.[1] ?? 0
  const full = counts.filter(([, count]) => count >= most * nearlyAll).map(([locale]) => locale)
  const [first] = full
  if (first === undefined) return undefined
  if (full.length === 1) return { value: first, why: `It has the most documents, ${most}` }
  const equal = `A guess: ${full.length} locales have all but the same number of documents`
  const { locale, wins, guides } = eldestOf(full, signs)
  if (locale !== undefined && wins >= guides * nearlyAlways)
    return {
      value: locale,
      why: `${equal}; in ${wins} of ${guides} guides this one was there first`,
      isGuess: true,
    }
  const usual = preset === 'help-centre' ? 'fr' : 'en'
  const value = full.find((each) => languageOf(each) === usual) ?? first
  return { value, why: `${equal}, and none was there first`, isGuess: true }
}

/** The locale that was there first in the most guides, and in how many guides any of them was. */
function eldestOf(
  locales: readonly Locale[],
  { corpus, firstSeen }: Signs,
): { readonly locale: Locale | undefined; readonly wins: number; readonly guides: number } {
  const wins = new Map<Locale, number>()
  let guides = 0
  for (const { documents } of firstSeen ? corpus.guides.values() : []) {
    const times = locales.flatMap((locale) => {
      const time = firstSeen?.(documents.get(locale)?.path ?? '')
      return time === undefined ? [] : [{ locale, time }]
    })
    const [eldest, next] = times.sort((a, b) => a.time - b.time)
    if (!eldest || !next || eldest.time === next.time) continue
    guides++
    wins.set(eldest.locale, (wins.get(eldest.locale) ?? 0) + 1)
  }
  const [locale, count = 0] = [...wins].sort(([, a], [, b]) => b - a)[0] ?? []
  return { locale, wins: count, guides }
}
