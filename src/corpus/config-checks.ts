import type { Config } from './config.ts'
import type { ConfigIssue } from './config-issue.ts'
import { layoutProblem, type Layout } from './layout.ts'
import { isLanguageTag, isLocaleTag, type Locale } from './locale.ts'
import { presets } from './presets.ts'
import type { KeyPath } from './yaml.ts'

/** A pattern without `{locale}` is the source's, unless it says otherwise. */
export function withLocale(layout: Layout, source: Locale | undefined): Layout {
  if (layout.files.includes('{locale}') || layout.locale !== undefined || source === undefined) return layout
  return { ...layout, locale: source }
}

/** A whole address, or one from the root of the site. */
function isAddress(url: string): boolean {
  return url.startsWith('/') || URL.canParse(url)
}

/** What no schema can say, a check each; they run on a config that the schema passes. */
export const configChecks: readonly ((config: Config) => ConfigIssue[])[] = [
  ({ source, locales, layouts, urls, aliases }) => {
    const named: [KeyPath, Locale | undefined][] = [
      [['source'], source],
      ...locales.map((locale, index): [KeyPath, Locale] => [['locales', index], locale]),
      ...layouts.map(({ locale }, index): [KeyPath, Locale | undefined] => [
        ['layouts', index, 'locale'],
        locale,
      ]),
      ...Object.entries(urls).flatMap(([name, family]) =>
        Object.keys(family).map((locale): [KeyPath, Locale] => [['urls', name, locale], locale]),
      ),
    ]
    return named.flatMap(([path, locale]) => {
      if (locale === undefined || isLocaleTag(locale, aliases) || isLanguageTag(locale)) return []
      const reason = `Unexpected locale \`${locale}\`, expected a BCP 47 tag such as \`en-gb\`, or an entry in \`aliases\``
      return [{ path, at: path[0] === 'urls' ? 'key' : 'value', reason }]
    })
  },
  ({ derived, source, aliases }) =>
    Object.entries(derived).flatMap(([locale, { from }]): ConfigIssue[] => {
      const isTag = isLocaleTag(locale, aliases) || isLanguageTag(locale)
      const wrong = isTag
        ? undefined
        : `Unexpected locale \`${locale}\`, expected a BCP 47 tag such as \`en-us\``
      if (wrong !== undefined) return [{ path: ['derived', locale], at: 'key', reason: wrong }]
      if (locale === source)
        return [
          {
            path: ['derived', locale],
            at: 'key',
            reason: `Unexpected \`${locale}\`, which is the source, expected another locale`,
          },
        ]
      return from in derived
        ? [
            {
              path: ['derived', locale, 'from'],
              at: 'value',
              reason: `Unexpected \`${from}\`, which is derived itself, expected a locale that people write`,
            },
          ]
        : []
    }),
  ({ extends: names, source }) =>
    names.flatMap((name, index) => {
      const reason = `Unexpected \`${name}\` without \`source\`, expected \`source\` beside it: some of its files have no locale in their path`
      return presets[name].needsSource && source === undefined
        ? [{ path: ['extends', index], at: 'value', reason }]
        : []
    }),
  ({ urls }) =>
    Object.entries(urls).flatMap(([name, family]) =>
      Object.entries(family).flatMap(([locale, url]) => {
        const reason = `Unexpected \`${url}\`, expected an address such as \`https://www.example.com/\``
        return isAddress(url) ? [] : [{ path: ['urls', name, locale], at: 'value', reason }]
      }),
    ),
  ({ locales }) =>
    locales.flatMap((locale, index) => {
      const reason = `Unexpected second \`${locale}\`, expected one`
      return locales.indexOf(locale) < index ? [{ path: ['locales', index], at: 'value', reason }] : []
    }),
  ({ aliases }) =>
    Object.entries(aliases).flatMap(([name, tag]): ConfigIssue[] => {
      if (!/^[\w-]{1,35}$/.test(name)) {
        const reason = `Unexpected locale \`${name}\`, expected letters, digits, \`-\` and \`_\``
        return [{ path: ['aliases', name], at: 'key', reason }]
      }
      if (isLanguageTag(tag)) return []
      const reason = `Unexpected \`${tag}\`, expected a BCP 47 tag such as \`en-001\``
      return [{ path: ['aliases', name], at: 'value', reason }]
    }),
  ({ layouts, source }) =>
    layouts.flatMap((layout, index): ConfigIssue[] => {
      const problem = layoutProblem(withLocale(layout, source))
      return problem ? [{ path: ['layouts', index, problem.key], at: 'value', reason: problem.reason }] : []
    }),
  ({ links }) => {
    const places = new Map<string, string>()
    return Object.entries(links).flatMap(([name, { url, spellings }]) =>
      [url, ...spellings].flatMap((spelling, index): ConfigIssue[] => {
        const other = places.get(spelling) ?? name
        places.set(spelling, other)
        const path = index === 0 ? ['links', name, 'url'] : ['links', name, 'spellings', index - 1]
        const reason = `Unexpected \`${spelling}\`, which is an address of \`${other}\`, expected one of \`${name}\` alone`
        return other === name ? [] : [{ path, at: 'value', reason }]
      }),
    )
  },
  ({ links }) =>
    Object.entries(links).flatMap(([name, { url }]) => {
      const reason = `Unexpected \`${url}\`, expected an address such as \`https://www.example.com/\``
      return isAddress(url) ? [] : [{ path: ['links', name, 'url'], at: 'value', reason }]
    }),
]
