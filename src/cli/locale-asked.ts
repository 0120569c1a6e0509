import { aliasesOf, type Config } from '../corpus/config.ts'
import { isLanguageTag, isLocaleTag, type Locale } from '../corpus/locale.ts'
import { unknownName, UsageError } from './usage.ts'

/**
 * Lets a locale pass that someone may mean: one that is here, or a new one.
 * @throws UsageError for what is none, and for another spelling of one that is here, which would make a second one of it.
 */
export function checkLocale(locale: Locale, there: ReadonlySet<Locale>, config: Config): void {
  const { source, locales } = config
  if (locales.includes(locale) || (there.has(locale) && locale !== source)) return
  const regional = [...there].filter((each) => each.startsWith(`${locale}-`))
  if (regional.length > 0)
    throw new UsageError(
      `Unexpected locale \`${locale}\`, expected ${regional.map((each) => `\`${each}\``).join(' or ')}; to have both, name it in the config's \`locales\``,
    )
  const isTag = isLocaleTag(locale, aliasesOf(config)) || isLanguageTag(locale)
  const known = new Set([...there, ...locales])
  const folded = foldedTag(locale)
  if (!isTag || [...known].some((each) => foldedTag(each) === folded))
    throw unknownName(
      'locale',
      locale,
      [...known].filter((each) => each !== source),
    )
}

/** Equal for `pl-pl` and `pl_PL`, which are one locale. */
function foldedTag(locale: Locale): string {
  return locale.replaceAll('_', '-').toLowerCase()
}
