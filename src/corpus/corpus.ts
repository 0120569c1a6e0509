import type { Facts } from '../markdown/facts.ts'
import { slugAlgorithms, slugsOf, type SlugAlgorithm } from '../markdown/slug.ts'
import { aliasesOf, type Config } from './config.ts'
import type { Document } from './document.ts'
import { guidesOf, type Guide } from './guide.ts'
import type { Locale } from './locale.ts'
import { compileLayouts, type CompiledLayout } from './layout.ts'
import { resolveLink, splitUrl, type Site, type Target } from './resolve.ts'

/** Where a fragment can lead: an explicit anchor, or a heading by its slug. */
export interface PageAnchor {
  readonly id: string
  /** The heading that it belongs to; undefined for an anchor that stands alone. */
  readonly heading?: Facts['headings'][number]
}

/** Many documents, and what follows from having them together. */
export class Corpus implements Site {
  readonly config: Config
  readonly layouts: readonly CompiledLayout[]
  readonly documents: ReadonlyMap<string, Document>
  /** Every file below the root that a link or picture could name, documents included. */
  readonly files: ReadonlySet<string>
  readonly guides: ReadonlyMap<string, Guide>
  /** The locales that documents are in. */
  readonly locales: ReadonlySet<Locale>
  #slugs: SlugAlgorithm | undefined
  #folders: ReadonlySet<string> | undefined
  #filesByLowerCase: ReadonlyMap<string, string> | undefined
  readonly #anchors = new Map<string, ReadonlyMap<string, PageAnchor>>()

  constructor(config: Config, documents: Iterable<Document>, files: Iterable<string>) {
    this.config = config
    this.layouts = compileLayouts(config.layouts, aliasesOf(config), Object.keys(config.frontMatter))
    const sorted = [...documents].sort((a, b) => (a.path < b.path ? -1 : 1))
    this.documents = new Map(sorted.map((document) => [document.path, document]))
    this.files = new Set([...files, ...this.documents.keys()])
    this.guides = guidesOf(sorted, config.source)
    this.locales = new Set(sorted.flatMap(({ locale }) => (locale === undefined ? [] : [locale])))
  }

  /** The same corpus with some documents in another state: what a fix or a save makes of it. */
  with(changed: Iterable<Document>): Corpus {
    const documents = new Map(this.documents)
    for (const document of changed) documents.set(document.path, document)
    const corpus = new Corpus(this.config, documents.values(), this.files)
    corpus.#slugs = this.slugs
    return corpus
  }

  /** The guide that a document belongs to. */
  guideOf(document: Document): Guide {
    return this.guides.get(document.guide) ?? { id: document.guide, documents: new Map(), source: undefined }
  }

  /** What a link or picture address in a document leads to. */
  resolve(url: string, from: Document): Target {
    return resolveLink(url, from, this)
  }

  /** Every folder below the root that holds a file. */
  get folders(): ReadonlySet<string> {
    this.#folders ??= new Set([...this.files].flatMap(foldersOf))
    return this.#folders
  }

  /** The path of the file that differs from the given one in letter case alone, if one does. */
  sameButForCase(path: string): string | undefined {
    this.#filesByLowerCase ??= new Map([...this.files].map((file) => [file.toLowerCase(), file]))
    const found = this.#filesByLowerCase.get(path.toLowerCase())
    return found === path ? undefined : found
  }

  /** The site's slug algorithm: the config's, or the one that makes most of the corpus's own fragments work. */
  get slugs(): SlugAlgorithm {
    this.#slugs ??= this.config.slugs === 'auto' ? this.#bestSlugs() : this.config.slugs
    return this.#slugs
  }

  /** The anchors of a page by their ids, explicit ones first. */
  anchorsOf(document: Document): ReadonlyMap<string, PageAnchor> {
    const known = this.#anchors.get(document.path)
    if (known) return known
    const anchors = anchorsBy(document.facts, this.slugs)
    this.#anchors.set(document.path, anchors)
    return anchors
  }

  #bestSlugs(): SlugAlgorithm {
    const links = [...this.documents.values()].flatMap((document) =>
      document.facts.links.flatMap(({ url }) => {
        const { fragment } = splitUrl(url)
        if (fragment === undefined || fragment === '') return []
        const target = this.resolve(url, document)
        return target.kind === 'document' ? [{ fragment, facts: target.document.facts }] : []
      }),
    )
    const working = (algorithm: SlugAlgorithm): number => {
      const pages = new Map<Facts, ReadonlyMap<string, PageAnchor>>()
      return links.filter(({ fragment, facts }) => {
        const page = pages.get(facts) ?? anchorsBy(facts, algorithm)
        pages.set(facts, page)
        return page.has(fragment)
      }).length
    }
    let best: SlugAlgorithm = 'github'
    let most = working(best)
    for (const algorithm of slugAlgorithms) {
      if (most === links.length) break
      const count: number = algorithm === best ? most : working(algorithm)
      if (count > most) [best, most] = [algorithm, count]
    }
    return best
  }
}

function anchorsBy(facts: Facts, algorithm: SlugAlgorithm): ReadonlyMap<string, PageAnchor> {
  const anchors = new Map<string, PageAnchor>()
  const slugged = facts.headings.filter((heading) => heading.id === undefined)
  const slugs = slugsOf(
    slugged.map((heading) => heading.text),
    algorithm,
  )
  const slugByHeading = new Map(slugged.map((heading, index) => [heading, slugs[index] ?? '']))
  for (const heading of facts.headings) {
    const id = heading.id ?? slugByHeading.get(heading) ?? ''
    if (id !== '' && !anchors.has(id)) anchors.set(id, { id, heading })
  }
  for (const { id } of facts.anchors) {
    if (!anchors.has(id)) anchors.set(id, { id })
  }
  return anchors
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
