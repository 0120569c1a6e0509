import type { Layout } from '../corpus/layout.ts'
import { isLanguageTag, isLocaleTag, type Locale } from '../corpus/locale.ts'

/** A pattern that files seem to follow, and what speaks for it. */
export interface GuessedLayout {
  readonly layout: Layout
  /** The paths that it fits. */
  readonly paths: readonly string[]
  readonly locales: readonly Locale[]
  readonly why: string
}

/** Where the documents of a repository seem to lie. */
export interface LayoutGuess {
  readonly layouts: readonly GuessedLayout[]
  /** Locales whose names in files are no BCP 47 tags, with the nearest ones. */
  readonly aliases: Readonly<Record<string, string>>
  /** Documents that no pattern fits. */
  readonly strays: readonly string[]
}

/** A document, taken apart at its locale. */
interface Entry {
  readonly path: string
  readonly locale: Locale
  /** What is the same in all locales. */
  readonly guide: string
}

/** Files that may follow one pattern. */
interface Family {
  readonly kind: 'folder' | 'name'
  /** With `/` at its end, or empty. */
  readonly prefix: string
  readonly entries: readonly Entry[]
}

const extension = /\.mdx?$/
const contentTypes = new Set(['guide', 'product', 'universe', 'home'])

/** Finds the patterns that most of the paths follow, by the locales in them: folders first, then file names. */
export function guessLayouts(paths: readonly string[]): LayoutGuess {
  const documents = paths.filter((path) => extension.test(path))
  const aliases = aliasesIn(documents)
  const families = [...folderFamilies(documents, aliases), ...nameFamilies(documents, aliases)]
    .filter((family) => isCredible(family, documents))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.prefix < b.prefix ? -1 : 1))
  const taken = new Set<string>()
  const layouts: GuessedLayout[] = []
  for (const family of families) {
    const left = family.entries.filter(({ path }) => !taken.has(path))
    if (left.length * 2 < family.entries.length) continue
    layouts.push(layoutOf(family))
    for (const { path } of family.entries) taken.add(path)
    const beside = besideLayoutOf(family, documents, taken)
    if (!beside) continue
    layouts.push(beside)
    for (const path of beside.paths) taken.add(path)
  }
  if (layouts.length === 0) layouts.push(...plainLayout(documents))
  for (const { paths: own } of layouts) for (const path of own) taken.add(path)
  return { layouts, aliases, strays: documents.filter((path) => !taken.has(path)) }
}

/** `en-asia` beside `en-gb` and `fr-fr`: the language is one, the rest no region. */
function aliasesIn(documents: readonly string[]): Record<string, string> {
  const byGuide = new Map<string, Set<string>>()
  for (const path of documents) {
    const { stem, tag } = namedLocale(path)
    if (tag === undefined) continue
    byGuide.set(stem, (byGuide.get(stem) ?? new Set()).add(tag))
  }
  const found = [...byGuide.values()].flatMap((tags) => {
    const known = [...tags].filter((tag) => isLocaleTag(tag))
    return known.length < 2 ? [] : [...tags].filter((tag) => !isLocaleTag(tag))
  })
  const aliases = [...new Set(found)].sort().flatMap((tag): [string, string][] => {
    const [language = ''] = tag.split(/[-_]/)
    return /^[a-z]{2,3}[-_][\w-]+$/i.test(tag) && isLanguageTag(language) ? [[tag, `${language}-001`]] : []
  })
  return Object.fromEntries(aliases)
}

/** `mail/guide.fr-fr.md` is `mail/guide` in `fr-fr`. */
function namedLocale(path: string): { stem: string; tag: string | undefined } {
  const bare = path.replace(extension, '')
  const dot = bare.lastIndexOf('.')
  return dot > bare.lastIndexOf('/') + 1
    ? { stem: bare.slice(0, dot), tag: bare.slice(dot + 1) }
    : { stem: bare, tag: undefined }
}

/** What Docusaurus puts between a locale and its documents. */
const plugin = /^docusaurus-plugin-content-[\w-]+\/(?:(?:current|version-[\w.]+)\/)?/

function folderFamilies(documents: readonly string[], aliases: Record<string, string>): Family[] {
  const groups = new Map<string, Entry[]>()
  for (const path of documents) {
    const parts = path.replace(extension, '').split('/')
    parts.slice(0, -1).forEach((part, index) => {
      if (!isLocaleTag(part, aliases)) return
      const prefix = parts
        .slice(0, index)
        .map((each) => `${each}/`)
        .join('')
      const rest = parts.slice(index + 1).join('/')
      const middle = plugin.exec(rest)?.[0] ?? ''
      const key = `${prefix}\0${middle}`
      const group = groups.get(key) ?? []
      group.push({ path, locale: part, guide: rest.slice(middle.length) })
      groups.set(key, group)
    })
  }
  return Array.from(groups, ([key, entries]): Family => {
    const [prefix = '', middle = ''] = key.split('\0')
    return { kind: 'folder', prefix: `${prefix}\0${middle}`, entries }
  })
}

function nameFamilies(documents: readonly string[], aliases: Record<string, string>): Family[] {
  const groups = new Map<string, Entry[]>()
  for (const path of documents) {
    const { stem, tag } = namedLocale(path)
    if (tag === undefined || !isLocaleTag(tag, aliases)) continue
    const [top = ''] = stem.split('/')
    const key = stem.includes('/') ? top : ''
    const group = groups.get(key) ?? []
    group.push({ path, locale: tag, guide: stem })
    groups.set(key, group)
  }
  const joined = isOneTree(groups) ? [[...groups.values()].flat()] : [...groups.values()]
  return joined.map((entries): Family => ({ kind: 'name', prefix: sharedFolder(entries), entries }))
}

/** Help centres name their files alike in every folder, so that the folders are the guides, the top ones too. */
function isOneTree(groups: ReadonlyMap<string, readonly Entry[]>): boolean {
  return groups.size > 1 && [...groups.values()].flat().every(({ guide }) => contentTypes.has(nameOf(guide)))
}

function nameOf(guide: string): string {
  return guide.slice(guide.lastIndexOf('/') + 1)
}

/** The folders that all guides lie in; of help centres' files, whose guide is a folder, one folder stays. */
function sharedFolder(entries: readonly Entry[]): string {
  const isTyped = entries.every(({ guide }) => contentTypes.has(nameOf(guide)))
  const folders = entries.map(({ guide }) => guide.split('/').slice(0, isTyped ? -2 : -1))
  const [first = []] = folders
  let length = first.length
  for (const other of folders)
    while (other.slice(0, length).join('/') !== first.slice(0, length).join('/')) length--
  return first
    .slice(0, length)
    .map((each) => `${each}/`)
    .join('')
}

const prefixOf = ({ prefix }: Family): string => prefix.split('\0')[0] ?? ''
const middleOf = ({ prefix }: Family): string => prefix.split('\0')[1] ?? ''

function localesOf(entries: readonly Entry[]): Locale[] {
  return [...new Set(entries.map(({ locale }) => locale))].sort()
}

/** How many of the documents are of a guide that stands in several locales. */
function overlapOf(entries: readonly Entry[]): number {
  const counts = new Map<string, number>()
  for (const { guide } of entries) counts.set(guide, (counts.get(guide) ?? 0) + 1)
  return entries.filter(({ guide }) => (counts.get(guide) ?? 0) > 1).length
}

function weightOf({ entries }: Family): number {
  return overlapOf(entries) + entries.length / 10
}

/** `docs/id/` and `docs/it/` may be no Indonesian and Italian: locales lie beside locales, with the same guides in them. */
function isCredible(family: Family, documents: readonly string[]): boolean {
  const { kind, entries } = family
  const locales = localesOf(entries)
  const overlap = overlapOf(entries)
  const prefix = prefixOf(family)
  if (locales.length === 1 && plainSiblings(family, documents) * 2 >= entries.length) return true
  if (kind === 'name') return locales.length > 1
  const folders = new Set(
    documents
      .filter((path) => path.startsWith(prefix) && path.slice(prefix.length).includes('/'))
      .map((path) => path.slice(prefix.length).split('/')[0]),
  )
  const share = locales.length / folders.size
  if (locales.length > 1) return share >= 0.5 || overlap * 2 >= entries.length
  return share === 1 && /^(?:i18n|content|src\/content\/docs|files|docs)\/$/.test(prefix)
}

/** How many documents of a family stand beside it without a locale. */
function plainSiblings(family: Family, documents: readonly string[]): number {
  const folder = plainFolderOf(family)
  const plain = new Set(documents.map((path) => path.replace(extension, '')))
  return family.entries.filter(({ guide }) => plain.has(family.kind === 'name' ? guide : `${folder}${guide}`))
    .length
}

/** Where the documents without a locale would lie: Docusaurus keeps them in folders by the names of its plugins. */
function plainFolderOf(family: Family): string {
  const [, part] = /content-([\w-]+)/.exec(middleOf(family)) ?? []
  return part === undefined ? prefixOf(family) : `${part}/`
}

function layoutOf(family: Family): GuessedLayout {
  const { kind, entries } = family
  const locales = localesOf(entries)
  const end = commonExtension(entries.map(({ path }) => path))
  const prefix = prefixOf(family)
  const files =
    kind === 'folder'
      ? `${prefix}{locale}/${middleOf(family)}${guideOf(entries)}${end}`
      : `${prefix}${namePattern(entries, prefix)}.{locale}${end}`
  const why =
    kind === 'folder'
      ? `${countOf(entries.length)}, in folders named by locale`
      : `${countOf(entries.length)}, with the locale in their names`
  return { layout: { files }, paths: entries.map(({ path }) => path), locales, why }
}

/** `{guide}/index` where each guide is a folder of its own. */
function guideOf(entries: readonly Entry[]): string {
  return entries.length > 1 && entries.every(({ guide }) => guide.endsWith('/index'))
    ? '{guide}/index'
    : '{guide}'
}

function namePattern(entries: readonly Entry[], prefix: string): string {
  if (!entries.every(({ guide }) => contentTypes.has(nameOf(guide)))) return '{guide}'
  return entries.some(({ guide }) => guide.slice(prefix.length).includes('/')) ? '{guide}/{type}' : '{type}'
}

/** Documents beside those of a family, without a locale: the source, or pages that nobody translates. */
function besideLayoutOf(
  family: Family,
  documents: readonly string[],
  taken: ReadonlySet<string>,
): GuessedLayout | undefined {
  const folder = plainFolderOf(family)
  const translated = plainSiblings(family, documents)
  if (folder === '' && translated === 0) return undefined
  const paths = documents.filter((path) => path.startsWith(folder) && !taken.has(path))
  if (paths.length === 0 || (folder === '' && translated * 5 < paths.length)) return undefined
  const why = `${countOf(paths.length)} beside them without a locale, ${translated} of them translated`
  return { layout: { files: `${folder}{guide}${commonExtension(paths)}` }, paths, locales: [], why }
}

/** A repository in one language: the folder with most of the documents. */
function plainLayout(documents: readonly string[]): GuessedLayout[] {
  const tops = ['src/content/docs/', 'content/', 'docs/', 'guides/', 'website/docs/', '']
  const counted = tops.map((top) => ({ top, paths: documents.filter((path) => path.startsWith(top)) }))
  const best = counted.find(({ paths }) => paths.length * 2 >= documents.length && paths.length > 0)
  if (!best) return []
  const { top, paths } = best
  const layout = { files: `${top}{guide}${commonExtension(paths)}` }
  return [{ layout, paths, locales: [], why: `${countOf(paths.length)}, no locale in their paths` }]
}

function countOf(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`
}

function commonExtension(paths: readonly string[]): string {
  const count = paths.filter((path) => path.endsWith('.mdx')).length
  return count * 2 > paths.length ? '.mdx' : '.md'
}
