import type { Corpus } from '../corpus/corpus.ts'
import { compileLayouts, guideOfUrl, type Layout } from '../corpus/layout.ts'
import { aliasesOf } from '../corpus/config.ts'
import { splitUrl } from '../corpus/resolve.ts'

/** The addresses that a page may have, the likeliest first. */
const withLocale = [
  '/{locale}/{guide}/',
  '/{locale}/docs/{guide}/',
  '/docs/{locale}/{guide}/',
  '/{locale}/guides/{guide}/',
]
const withoutLocale = ['/{guide}/', '/docs/{guide}/', '/guides/{guide}/']

/** A pattern of addresses, and how many of the links that begin with `/` it explains. */
export interface GuessedUrl {
  readonly url: string
  readonly hits: number
  readonly all: number
}

/** The pattern of a layout's addresses that most links agree with; undefined where none explains any. */
export function guessUrl(
  layout: Layout,
  paths: ReadonlySet<string>,
  corpus: Corpus,
  links: readonly string[],
): GuessedUrl | undefined {
  const candidates = layout.files.includes('{locale}') ? withLocale : withoutLocale
  const exists = (guide: string, locale: string): boolean =>
    paths.has(corpus.guides.get(guide)?.documents.get(locale)?.path ?? '')
  let best: GuessedUrl | undefined
  for (const url of candidates) {
    const compiled = compileLayouts([{ ...layout, url }], aliasesOf(corpus.config))
    const hits = links.filter((link) =>
      guideOfUrl(splitUrl(link).path, compiled, (target) => exists(target.guide, target.locale)),
    ).length
    if (hits > (best?.hits ?? 0)) best = { url, hits, all: links.length }
  }
  return best
}

/** The links and pictures of a corpus that begin with `/`. */
export function rootLinksOf({ documents }: Corpus): {
  readonly links: string[]
  readonly pictures: string[]
} {
  const links: string[] = []
  const pictures: string[] = []
  const isRoot = (url: string): boolean => url.startsWith('/') && !url.startsWith('//')
  for (const { facts } of documents.values()) {
    for (const { url } of facts.links) if (isRoot(url)) links.push(url)
    for (const { url } of facts.images) if (isRoot(url)) pictures.push(url)
  }
  return { links, pictures }
}

/** The folders that root-relative pictures are served from, with how many they explain. */
export function guessPublic(
  { files }: Corpus,
  pictures: readonly string[],
): [folder: string, hits: number][] {
  const bySuffix = new Map<string, string>()
  for (const path of files) {
    const top = path.indexOf('/')
    // One folder deep, and two: `static/`, `docs/public/`.
    const second = path.indexOf('/', top + 1)
    for (const cut of [top, second])
      if (cut > 0 && !bySuffix.has(path.slice(cut))) bySuffix.set(path.slice(cut), path.slice(0, cut))
  }
  const counts = new Map<string, number>()
  for (const url of pictures) {
    const folder = bySuffix.get(splitUrl(url).path)
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
