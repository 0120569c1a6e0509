import type { Config, PresetName } from '../corpus/config.ts'
import { defaultConfig } from '../corpus/config.ts'
import { Corpus } from '../corpus/corpus.ts'
import type { Locale } from '../corpus/locale.ts'
import { presets, withPresets } from '../corpus/presets.ts'
import { splitUrl } from '../corpus/resolve.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import type { Choice, Choices } from './draft.ts'
import type { GuessedLayout, LayoutGuess } from './layout-guess.ts'
import { guessSite, type ReadText, type SiteGuess } from './site-guess.ts'
import { countLocales, guessSource } from './source-guess.ts'
import type { TakeOver } from './take-over.ts'
import { guessPublic, guessUrl, rootLinksOf } from './url-guess.ts'

/** A config to read the repository with, before the rest can be told. */
export function firstConfig({ layouts, aliases }: LayoutGuess, site: SiteGuess): Config {
  const source = plainLocale(layouts, site)
  const base = withPresets(defaultConfig, site.preset ? [site.preset] : [], true)
  return {
    ...base,
    aliases: { ...base.aliases, ...aliases },
    layouts: layouts.map(({ layout }) => ({
      ...layout,
      ...(!layout.files.includes('{locale}') && { locale: source }),
    })),
    slugs: 'auto',
  }
}

/** What the locale of documents without one in their path seems to be. */
function plainLocale(layouts: readonly GuessedLayout[], { defaultLocale }: SiteGuess): Locale {
  if (defaultLocale !== undefined) {
    const spelt = layouts
      .flatMap(({ locales }) => locales)
      .find((each) => each.toLowerCase() === defaultLocale)
    return spelt ?? defaultLocale
  }
  return 'en'
}

/** What is known of a repository besides its documents. */
export interface Known {
  readonly textOf: (path: string) => string
  readonly read: ReadText
  readonly taken: TakeOver
  /** When a document came into version control, where that is known. */
  readonly firstSeen?: (path: string) => number | undefined
}

/** Everything that a config needs to say, told from the documents. */
export function choose(
  guess: LayoutGuess,
  corpus: Corpus,
  { textOf, read, taken, firstSeen }: Known,
): Choices {
  const texts = [...corpus.documents.keys()].map(textOf)
  const site = guessSite(read, guess.layouts, texts)
  const placed = new Set(guess.layouts.flatMap(({ paths }) => paths))
  const counts = countLocales(corpus, placed)
  const source = sourceOf(guess, { counts, site, corpus, ...(firstSeen && { firstSeen }) })
  const { links, pictures } = rootLinksOf(corpus)
  const known = site.preset ? presets[site.preset].config : {}
  const found = guessPublic(corpus, pictures)
  const isNew = found.some(([folder]) => !known.public?.includes(folder))
  const most = counts[0]?.[1] ?? 0
  const isFull = ([locale, count]: readonly [Locale, number]): boolean =>
    locale === source?.value || count * 5 >= most * 4
  const locale = ([value, count]: readonly [Locale, number]): Choice<Locale> => ({
    value,
    why: documents(count),
  })
  const layouts = guess.layouts.map(({ layout, paths, why }) => {
    const url = guessUrl(withLocale(layout, source?.value), new Set(paths), corpus, links)
    const usual = known.layouts?.find(
      ({ files }) => files.replace(/x$/, '') === layout.files.replace(/x$/, ''),
    )
    // Such a site's addresses are known, and its pages' own ones say another thing.
    if (usual?.base !== undefined) return { value: { ...usual, ...layout }, why }
    if (url)
      return {
        value: { ...layout, url: url.url },
        why,
        urlWhy: `${url.hits} of ${url.all} links that begin with \`/\` lead to a document by it`,
      }
    return { value: { ...layout, ...(usual?.url !== undefined && { url: usual.url }) }, why }
  })
  // Fragments of other pages are found once the pages' addresses are known.
  const addressed = new Corpus(
    { ...corpus.config, layouts: layouts.map(({ value }) => withLocale(value, source?.value)) },
    corpus.documents.values(),
    corpus.files,
  )
  return {
    preset: site.preset && { value: site.preset, why: `${siteNames[site.preset]}: ${site.why ?? ''}` },
    source,
    locales: counts.filter(isFull).map(locale),
    partial: counts.filter((each) => !isFull(each)).map(locale),
    aliases: Object.entries(guess.aliases).map((value) => ({ value, why: '' })),
    layouts,
    public: isNew ? found.map(([value, hits]) => ({ value, why: `${hits} pictures` })) : [],
    slugs: slugsOf(addressed, site.preset),
    frontMatter: frontMatterOf(corpus, placed, site.preset),
    exclude: [
      ...shallowest(guess.strays, placed).map((value) => ({ value, why: '' })),
      ...taken.exclude.map((value) => ({ value, why: '' })),
    ],
    takeOver: taken,
  }
}

const siteNames: Readonly<Record<PresetName, string>> = {
  recommended: '',
  strict: '',
  'help-centre': 'A help centre',
  hugo: 'Hugo',
  docusaurus: 'Docusaurus',
  starlight: 'Starlight',
  mkdocs: 'MkDocs',
  mdn: 'A site as MDN is',
}

function documents(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`
}

function withLocale(layout: GuessedLayout['layout'], source: Locale | undefined): GuessedLayout['layout'] {
  return layout.files.includes('{locale}') || source === undefined ? layout : { ...layout, locale: source }
}

/** Documents without a locale in their path are in the source's; a preset that has such must know it. */
function sourceOf(
  { layouts }: LayoutGuess,
  signs: Parameters<typeof guessSource>[0],
): Choice<Locale> | undefined {
  const isPlain = layouts.some(({ layout }) => !layout.files.includes('{locale}'))
  if (!isPlain) return guessSource(signs)
  const value = plainLocale(layouts, signs.site)
  const { defaultWhy } = signs.site
  return defaultWhy === undefined
    ? { value, why: 'A guess: some documents have no locale in their path', isGuess: true }
    : { value, why: defaultWhy }
}

/** The algorithm that the site's own fragments agree with; of several, the one that is usual for such a site. */
function slugsOf(corpus: Corpus, preset: PresetName | undefined): Choices['slugs'] {
  const usual = preset && presets[preset].config.slugs
  const own = usual === undefined || usual === 'auto' ? corpus.slugs : usual
  const best = workingFragments(corpus, corpus.slugs)
  const ofUsual = workingFragments(corpus, own)
  if (best.working === 0)
    return usual === undefined
      ? undefined
      : { value: own, why: 'What such a site does; no link to a heading here tells' }
  const [value, { working, all }] = ofUsual.working === best.working ? [own, ofUsual] : [corpus.slugs, best]
  return { value, why: `Fits ${working} of ${all} links to headings` }
}

/** How many links to headings lead somewhere by an algorithm. */
function workingFragments(corpus: Corpus, slugs: SlugAlgorithm): { working: number; all: number } {
  const other = new Corpus({ ...corpus.config, slugs }, corpus.documents.values(), corpus.files)
  let all = 0
  let working = 0
  for (const document of other.documents.values()) {
    for (const { url } of document.facts.links) {
      const { fragment } = splitUrl(url)
      if (fragment === undefined || fragment === '') continue
      const target = other.resolve(url, document)
      if (target.kind !== 'document') continue
      all++
      if (other.anchorsOf(target.document).has(fragment)) working++
    }
  }
  return { working, all }
}

/** What documents say of themselves: a title, where all but a few have one; any other key may stand. */
function frontMatterOf(
  corpus: Corpus,
  placed: ReadonlySet<string>,
  preset: PresetName | undefined,
): Choices['frontMatter'] {
  const own = [...corpus.documents.values()].filter(({ path }) => placed.has(path))
  const titled = own.filter(({ facts }) =>
    facts.frontMatter?.fields.some(({ key }) => key === 'title'),
  ).length
  const required = own.length > 0 && titled >= own.length * 0.99
  const expected = (preset ? presets[preset].config.frontMatter : undefined) ?? defaultConfig.frontMatter
  // What a site's own builder asks for is asked for, however many lack it.
  if (preset !== undefined && (!required || expected.guide?.keys.title?.required)) return undefined
  const value = { isOpen: preset === undefined, isTitled: required }
  return { value, why: `${titled} of ${documents(own.length)} have a title` }
}

/** The topmost folders that hold nothing but strays, and the strays beside other documents. */
function shallowest(strays: readonly string[], placed: ReadonlySet<string>): string[] {
  const used = new Set([...placed].flatMap(foldersOf))
  const patterns = strays.map((path) => {
    const folder = foldersOf(path).find((each) => !used.has(each))
    return folder === undefined ? `/${path}` : `/${folder}/`
  })
  return [...new Set(patterns)].sort()
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
