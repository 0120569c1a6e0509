import type { Locale } from '../corpus/locale.ts'

/** Addresses of one thing for the readers of each locale: `{ 'fr-fr': 'https://www.example.com/fr/', … }`. */
export type Family = Readonly<Record<Locale, string>>

const localePart = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i
const localeQuery = /^(?:hl|lang|language|locale|setlang)=/i

/**
 * What an address leads to, whatever the locale of its readers: without the parts that tell a locale, without fragment,
 * and of a declared family its name. Two addresses of one thing give the same key.
 */
export function addressKey(url: string, families: Readonly<Record<string, Family>>): string {
  const bare = url.replace(/#.*$/s, '')
  for (const [name, family] of Object.entries(families)) {
    const member = Object.values(family).find((each) => bare.startsWith(each))
    if (member !== undefined) return `${name}:${withoutLocale(bare.slice(member.length))}`
  }
  const match = /^([a-z][a-z0-9+.-]*:)?\/\/([^/?]*)(.*)$/is.exec(bare)
  if (!match) return withoutLocale(bare.replace(/\?.*$/s, ''))
  const [, , host = '', rest = ''] = match
  return `${hostKey(host)}/${withoutLocale(rest)}`
}

/** A host without `www` and without the name of a language: `wikipedia.org` of `fr.wikipedia.org`. */
function hostKey(host: string): string {
  const parts = host.toLowerCase().split('.')
  while (parts.length > 2 && (parts[0] === 'www' || localePart.test(parts[0] ?? ''))) parts.shift()
  return parts.join('.')
}

function withoutLocale(path: string): string {
  const [before = '', query = ''] = path.split('?')
  const parts = before
    .replace(/\.(?:mdx?|html?)$/, '')
    .replace(/\/(?:index|README|_index)$/, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !localePart.test(part))
  // `guide.fr-fr` and `guide.pl-pl` are one guide.
  const named = parts.map((part) => part.replace(/\.[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i, ''))
  const rest = query.split('&').filter((each) => each !== '' && !localeQuery.test(each))
  return named.join('/').toLowerCase() + (rest.length > 0 ? `?${rest.join('&')}` : '')
}

/** True of two keys of one page, of which one names fewer of the folders around it, or asks for less. */
export function isSamePage(key: string, other: string): boolean {
  const [[path = '', query = ''], [otherPath = '', otherQuery = '']] = [
    key.split('?'),
    other.split('?'),
  ] as const
  if (path === '' || otherPath === '') return false
  if (path !== otherPath) return path.endsWith(`/${otherPath}`) || otherPath.endsWith(`/${path}`)
  const [asked, otherAsked] = [query.split('&'), otherQuery.split('&')]
  const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((each) => each === '' || all.includes(each))
  return isWithin(asked, otherAsked) || isWithin(otherAsked, asked)
}

/** True of an address for readers of a language: `/fr/` in its path, `fr.` before its host, `?lang=fr`. */
export function isOfLanguage(url: string, language: string): boolean {
  return new RegExp(`(?:[/=]|//)${language}(?:[-_][a-z]{2,4})?(?:[./&#?]|$)`, 'i').test(url)
}

/** True of two addresses of one site for readers of two countries or languages: `ovh.pl` and `ovh.com`, `fr.` and `pl.wikipedia.org`. */
export function areSiblings(url: string, other: string): boolean {
  return areOfOneSite(url, other) && hostOf(url) !== hostOf(other)
}

/** True of two addresses of one site, in whatever country. */
export function areOfOneSite(url: string, other: string): boolean {
  const [host, otherHost] = [hostOf(url), hostOf(other)]
  return host !== undefined && otherHost !== undefined && siteOf(host) === siteOf(otherHost)
}

function hostOf(url: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:www\.)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase()
}

/** The name of a site without its country: `ovh` of `ovh.co.uk`. */
function siteOf(host: string): string {
  const parts = host.split('.')
  const last = parts.length > 2 && /^(?:co|com|org|net|gov|ac)$/.test(parts.at(-2) ?? '') ? -3 : -2
  return parts.at(last) ?? host
}
