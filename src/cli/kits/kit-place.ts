import { aliasesOf, type Config } from '../../corpus/config.ts'
import { layoutsOf } from '../../corpus/locate.ts'
import { languageTagOf, localeOf, localesMeant, type Locale } from '../../corpus/locale.ts'
import { pathOf, placeOfPath } from '../../corpus/layout.ts'
import type { ReturnedKit } from '../../exchange/kit.ts'
import type { Listed, Shelf } from './shelf.ts'

/** What a kit is of, and where it goes. */
export interface KitPlace {
  readonly source: Listed
  readonly locale: Locale
  /** As BCP 47 has them; programs write other names of them into kits. */
  readonly languages: ReturnedKit['languages']
  readonly path: string
  /** The document that is there; none where the kit makes it. */
  readonly known: Listed | undefined
}

interface Site {
  readonly shelf: Shelf
  readonly config: Config
}

/** Finds the document that a kit was made of, and the one that it is for; the reason where it is of none here. */
export function placeOfKit(
  { path: from, languages: { source: said, target: tag } }: ReturnedKit,
  site: Site,
  only: readonly Locale[] | undefined,
): KitPlace | string {
  const { shelf, config } = site
  const aliases = aliasesOf(config)
  const source = shelf.documents.get(from)
  if (!source) return `Unexpected kit of \`${from}\`, expected one of a document that is here`
  const { source: own = source.locale ?? 'und' } = config
  if (source.locale !== own || localesMeant(said, [own], aliases).length === 0)
    return `Unexpected source language \`${said}\`, expected \`${languageTagOf(own, aliases)}\``
  const meant = targetsMeant(tag, own, site)
  const [locale, another] = only ? meant.filter((each) => only.includes(each)) : meant
  if (meant.length === 0) return `Unexpected target language \`${tag}\`, expected another than the source’s`
  if (locale === undefined)
    return `Unexpected kit for ${namesOf(meant)}, expected one for ${namesOf(only ?? [])}`
  if (another !== undefined)
    return `Unexpected target language \`${tag}\`, which may be ${namesOf(meant)}, expected \`--locale\` with one of them`
  const known = shelf.guides.get(source.guide)?.documents.get(locale)
  const path = known?.path ?? newPath(source, locale, config)
  if (path === undefined)
    return `Unexpected target language \`${locale}\`, expected one of ${config.locales.join(', ')}, or another that the layouts have a place for`
  const languages = { source: languageTagOf(own, aliases), target: languageTagOf(locale, aliases) }
  return { source, locale, languages, path, known }
}

function namesOf(locales: readonly Locale[]): string {
  return locales.map((locale) => `\`${locale}\``).join(' or ')
}

/** The locales that a kit's target language may mean; a new one where it means none that is known. */
function targetsMeant(tag: string, source: Locale, { shelf, config }: Site): Locale[] {
  const aliases = aliasesOf(config)
  const known = [...config.locales, ...shelf.locales].filter((locale) => locale !== source)
  const meant = localesMeant(tag, known, aliases)
  if (meant.length > 0) return meant
  return localesMeant(tag, [source], aliases).length > 0 ? [] : [localeOf(tag, aliases)]
}

/** Where the document of a locale would lie: by the source's layout, or the first one that has locales. */
function newPath({ path, guide, type }: Listed, locale: Locale, config: Config): string | undefined {
  const layouts = layoutsOf(config)
  const place = placeOfPath(path, layouts)
  const own = place?.layout.layout.files.includes('{locale}') ? place.layout : undefined
  const layout =
    own ?? layouts.find(({ layout: { files } }) => files.includes('{locale}') && files.includes('{guide}'))
  if (!layout || !place) return undefined
  const made = pathOf(layout, guide, locale, type, place.extension)
  return placeOfPath(made, layouts)?.locale === locale ? made : undefined
}
