import { remembering } from '../text/remembering.ts'
import { languages, regions, rightToLeft, scripts } from './locale-tags.ts'

/** A locale as it stands in file names, which is how people know it: `pl-pl`, `zh-TW`, `en-asia`. */
export type Locale = string

/** BCP 47 tags of those locales whose file tag is none: `{ 'en-asia': 'en-001' }`. */
export type LocaleAliases = Readonly<Record<string, string>>

/** Longer tags are in no file name; the bound keeps reading them cheap. */
export const longestTag = 35

/** The BCP 47 tag of a locale: `pl-pl` -> `pl-PL`, `pt_br` -> `pt-BR`; `und` where it has none. */
export function languageTagOf(locale: Locale, aliases: LocaleAliases = {}): string {
  const tag = Object.hasOwn(aliases, locale) ? aliases[locale] : locale
  return canonicalTagOf(tag ?? locale) ?? 'und'
}

/** A tag as BCP 47 writes it; undefined where it is not well-formed. */
const canonicalTagOf = remembering((tag): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
})

/** The tag as this project writes it in file names: `pl-PL` -> `pl-pl`; an alias where one stands for it. */
export function localeOf(tag: string, aliases: LocaleAliases = {}): Locale {
  const canonical = canonicalTagOf(tag) ?? tag
  const alias = Object.keys(aliases).find((name) => canonicalTagOf(aliases[name] ?? '') === canonical)
  return alias ?? canonical.toLowerCase()
}

const tagPattern =
  /^(?<language>[a-z]{2,3})(?:-(?<script>[a-z]{4}))?(?:-(?<region>[a-z]{2}|\d{3}))?(?<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)$/

interface Subtags {
  readonly language: string
  readonly script?: string
  readonly region?: string
  readonly variants: string
}

/** The parts of a tag whose language, script and region exist; undefined for any other word. */
function subtagsOf(tag: string): Subtags | undefined {
  if (tag.length > longestTag) return undefined
  const groups = tagPattern.exec(tag.toLowerCase().replaceAll('_', '-'))?.groups
  if (!groups) return undefined
  const { language = '', script, region, variants = '' } = groups
  if (language.length === 2 && !languages.has(language)) return undefined
  if (script !== undefined && !scripts.has(script)) return undefined
  if (region?.length === 2 && !regions.has(region)) return undefined
  return {
    language,
    variants,
    ...(script !== undefined && { script }),
    ...(region !== undefined && { region }),
  }
}

/** Whether a word that is meant as a locale is one: `pl-pl`, `fil`, `ca-valencia`; `en-asia` is none. */
export function isLanguageTag(tag: string): boolean {
  return subtagsOf(tag) !== undefined && canonicalTagOf(tag) !== undefined
}

/**
 * Whether a part of a file name is a locale: an alias, or a language with its script and region.
 * A language of three letters needs a region or an alias: `guide.min.md` is not in Minangkabau.
 */
export function isLocaleTag(tag: string, aliases: LocaleAliases = {}): boolean {
  if (Object.hasOwn(aliases, tag)) return true
  const subtags = subtagsOf(tag)
  if (subtags?.variants !== '') return false
  return subtags.language.length === 2 || (subtags.script ?? subtags.region) !== undefined
}

/** The language of a locale: `pl` of `pl-pl`. */
export function languageOf(locale: Locale, aliases: LocaleAliases = {}): string {
  return languageTagOf(locale, aliases).split('-', 1)[0] ?? 'und'
}

/** Which of some locales a tag means, whatever its spelling: the one that it names, else, of a language alone, all that are of it. */
export function localesMeant(tag: string, known: Iterable<Locale>, aliases: LocaleAliases = {}): Locale[] {
  const [all, canonical] = [[...new Set(known)], languageTagOf(tag)]
  const named = all.filter((locale) => languageTagOf(locale, aliases) === canonical)
  if (named.length > 0 || canonical.includes('-')) return named.slice(0, 1)
  return all.filter((locale) => languageOf(locale, aliases) === canonical)
}

/** Which way the text of a locale runs. */
export function directionOf(locale: Locale, aliases: LocaleAliases = {}): 'ltr' | 'rtl' {
  return directionOfTag(languageTagOf(locale, aliases))
}

const directionOfTag = remembering((tag): 'ltr' | 'rtl' => {
  const script = new Intl.Locale(tag).maximize().script ?? ''
  return rightToLeft.has(script.toLowerCase()) ? 'rtl' : 'ltr'
})
