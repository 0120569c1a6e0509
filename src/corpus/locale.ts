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
export function canonicalTagOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** The tag as this project writes it in file names: `pl-PL` -> `pl-pl`; an alias where one stands for it. */
export function localeOf(tag: string, aliases: LocaleAliases = {}): Locale {
  const canonical = canonicalTagOf(tag) ?? tag
  const alias = Object.keys(aliases).find((name) => canonicalTagOf(aliases[name] ?? '') === canonical)
  return alias ?? canonical.toLowerCase()
}

/**
 * Whether a part of a file name is a locale: an alias, or language, script and region that exist.
 * A language of three letters needs a region or an alias: `guide.min.md` is not in Minangkabau.
 */
export function isLocaleTag(tag: string, aliases: LocaleAliases = {}): boolean {
  if (tag.length > longestTag) return false
  if (Object.hasOwn(aliases, tag)) return true
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/.exec(tag.toLowerCase())
  if (!match) return false
  const [, language = '', script, region] = match
  if (script !== undefined && !scripts.has(script)) return false
  if (region !== undefined && !/^\d/.test(region) && !regions.has(region)) return false
  return language.length === 2 ? languages.has(language) : (script ?? region) !== undefined
}

/** The language of a locale: `pl` of `pl-pl`. */
export function languageOf(locale: Locale, aliases: LocaleAliases = {}): string {
  return languageTagOf(locale, aliases).split('-', 1)[0] ?? 'und'
}

/** Which way the text of a locale runs. */
export function directionOf(locale: Locale, aliases: LocaleAliases = {}): 'ltr' | 'rtl' {
  const script = new Intl.Locale(languageTagOf(locale, aliases)).maximize().script ?? ''
  return rightToLeft.has(script.toLowerCase()) ? 'rtl' : 'ltr'
}
