import type { SlugAlgorithm } from '../markdown/slug.ts'
import { anchorsBy, type PageAnchor } from './anchors.ts'
import type { Config } from './config.ts'
import { LazyDocument, type Document } from './document.ts'
import type { DocumentIndex } from './document-index.ts'
import { guidesOf, guideWith, type Guide } from './guide.ts'
import type { Locale } from './locale.ts'
import type { CompiledLayout } from './layout.ts'
import { layoutsOf } from './locate.ts'
import { Recent } from './recent.ts'
import { resolveLink, type Site, type Target } from './resolve.ts'
import { mostVoted, slugVotesBy, type SlugVotes } from './slug-votes.ts'

/** What is known of a corpus before it is looked at: from a former run, of documents that have not changed. */
export interface KnownBefore {
  readonly slugs?: SlugAlgorithm
  readonly votesOf?: (path: string) => SlugVotes | undefined
  /** What a document stands under in an index. */
  readonly keysOf?: (index: DocumentIndex, path: string) => readonly string[] | undefined
}

/** A page's anchors are made again where so many others were asked for meanwhile. */
const pagesKept = 2000

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
  readonly #given: ReadonlyMap<string, Document>
  readonly #before: KnownBefore
  /** What is looked at just now; corpora of the same documents share it, for they share these. */
  readonly #watching: { looked: Set<string> | undefined }
  #slugs: SlugAlgorithm | undefined
  #folders: ReadonlySet<string> | undefined
  #filesByLowerCase: ReadonlyMap<string, string> | undefined
  readonly #anchors = new Recent<string, ReadonlyMap<string, PageAnchor>>(pagesKept)
  readonly #vote = slugVotesBy((url, from) => this.resolve(url, from))
  readonly #votes = new Map<string, SlugVotes>()
  readonly #keys: Map<DocumentIndex, Map<string, readonly string[]>>
  readonly #indexes: Map<DocumentIndex, ReadonlyMap<string, readonly Document[]>>

  /** @param changes a corpus that these documents change: none of their paths is new to it, and its files stay */
  constructor(
    config: Config,
    documents: Iterable<Document>,
    files: Iterable<string>,
    before: KnownBefore = {},
    changes?: Corpus,
  ) {
    this.config = config
    this.#before = before
    this.#slugs = before.slugs
    this.#watching = changes ? changes.#watching : { looked: undefined }
    if (changes) {
      const own = [...documents]
      this.layouts = changes.layouts
      this.#given = withAll(changes.#given, own)
      this.documents = withAll(
        changes.documents,
        own.map((document) => this.#watched(document)),
      )
      this.files = changes.files
      this.locales = changes.locales
      this.guides = guidesWith(changes.guides, own, this.documents)
      this.#folders = changes.#folders
      this.#filesByLowerCase = changes.#filesByLowerCase
      const paths = new Set(own.map(({ path }) => path))
      this.#keys = new Map(Array.from(changes.#keys, ([index, keys]) => [index, without(keys, paths)]))
      this.#indexes = new Map(
        Array.from(changes.#indexes, ([index, known]) => [
          index,
          this.#reindexed(index, known, paths, changes),
        ]),
      )
      return
    }
    this.layouts = layoutsOf(config)
    const sorted = [...documents].sort((a, b) => (a.path < b.path ? -1 : 1))
    this.#given = new Map(sorted.map((document) => [document.path, document]))
    this.documents = new Map(sorted.map((document) => [document.path, this.#watched(document)]))
    this.files = new Set([...files, ...this.documents.keys()])
    this.guides = guidesOf([...this.documents.values()], config.source)
    this.locales = new Set(sorted.flatMap(({ locale }) => (locale === undefined ? [] : [locale])))
    this.#keys = new Map()
    this.#indexes = new Map()
  }

  /**
   * The same corpus with some documents in another state: what a fix or a save makes of it. `before` is what is still
   * known of the others; unless it says otherwise, the slug algorithm stays.
   */
  with(changed: Iterable<Document>, before: KnownBefore = { slugs: this.slugs }): Corpus {
    const all = [...changed]
    if (all.every(({ path }) => this.#given.has(path))) return new Corpus(this.config, all, [], before, this)
    const documents = withAll(this.#given, all)
    return new Corpus(this.config, documents.values(), this.files, before)
  }

  /** The guide that a document belongs to. */
  guideOf(document: Document): Guide {
    return this.guides.get(document.guide) ?? { id: document.guide, documents: new Map(), source: undefined }
  }

  /** What a link or picture address in a document leads to. */
  resolve(url: string, from: Document): Target {
    const target = resolveLink(url, from, this)
    if (target.kind === 'missing' || target.kind === 'file') this.#watching.looked?.add(target.path)
    return target
  }

  /** The documents that stand under a key of an index, in the order of their paths. */
  documentsUnder(index: DocumentIndex, key: string): readonly Document[] {
    this.#watching.looked?.add(keyIn(index, key))
    const known = this.#indexes.get(index) ?? this.#indexed(index)
    return known.get(key) ?? []
  }

  /** What a document stands under in an index. */
  keysOf(index: DocumentIndex, document: Document): readonly string[] {
    const known = this.#keys.get(index) ?? new Map<string, readonly string[]>()
    this.#keys.set(index, known)
    const keys =
      known.get(document.path) ??
      this.#before.keysOf?.(index, document.path) ??
      this.#unwatched(() => [...new Set(index.keysOf(document, this))])
    known.set(document.path, keys)
    return keys
  }

  /** Looks at something, and tells at what: the paths of documents and files, and what was asked of indexes (`keyIn`). */
  watch<Value>(look: () => Value): { value: Value; looked: ReadonlySet<string> } {
    const outer = this.#watching.looked
    const looked = new Set<string>()
    this.#watching.looked = looked
    try {
      return { value: look(), looked }
    } finally {
      this.#watching.looked = outer
    }
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
    this.#slugs ??=
      this.config.slugs === 'auto'
        ? this.#unwatched(() => mostVoted([...this.documents.values()].map((each) => this.votesOf(each))))
        : this.config.slugs
    return this.#slugs
  }

  /** What a document's links say of the site's slug algorithm. */
  votesOf(document: Document): SlugVotes {
    const votes =
      this.#before.votesOf?.(document.path) ?? this.#votes.get(document.path) ?? this.#vote(document)
    this.#votes.set(document.path, votes)
    return votes
  }

  /** The anchors of a page by their ids, explicit ones first. */
  anchorsOf(document: Document): ReadonlyMap<string, PageAnchor> {
    this.#watching.looked?.add(document.path)
    return this.#anchors.getOr(document.path, () => anchorsBy(document.facts, this.slugs))
  }

  #indexed(index: DocumentIndex): ReadonlyMap<string, readonly Document[]> {
    const found = new Map<string, Document[]>()
    this.#unwatched(() => {
      for (const document of this.documents.values()) {
        for (const key of this.keysOf(index, document)) {
          const under = found.get(key)
          if (under) under.push(document)
          else found.set(key, [document])
        }
      }
    })
    this.#indexes.set(index, found)
    return found
  }

  /** An index in which some documents stand under other keys than in another corpus. */
  #reindexed(
    index: DocumentIndex,
    known: ReadonlyMap<string, readonly Document[]>,
    paths: ReadonlySet<string>,
    before: Corpus,
  ): ReadonlyMap<string, readonly Document[]> {
    const found = new Map(known)
    for (const path of paths) {
      const [old, fresh] = [before.documents.get(path), this.documents.get(path)]
      for (const key of old ? before.keysOf(index, old) : []) {
        const left = (found.get(key) ?? []).filter((each) => each.path !== path)
        if (left.length > 0) found.set(key, left)
        else found.delete(key)
      }
      for (const key of fresh ? this.keysOf(index, fresh) : []) {
        const under = [...(found.get(key) ?? []), ...(fresh ? [fresh] : [])]
        found.set(
          key,
          under.sort((a, b) => (a.path < b.path ? -1 : 1)),
        )
      }
    }
    return found
  }

  #unwatched<Value>(look: () => Value): Value {
    return this.watch(look).value
  }

  /** The same document; who asks for its facts is noted. */
  #watched(document: Document): Document {
    const { path } = document
    return new LazyDocument(document, () => {
      this.#watching.looked?.add(path)
      return document.facts
    })
  }
}

/** How a look at a key of an index is told. */
export function keyIn({ name }: DocumentIndex, key: string): string {
  return `${name}\n${key}`
}

function withAll(
  documents: ReadonlyMap<string, Document>,
  changed: readonly Document[],
): Map<string, Document> {
  const all = new Map(documents)
  for (const document of changed) all.set(document.path, document)
  return all
}

function guidesWith(
  guides: ReadonlyMap<string, Guide>,
  changed: readonly Document[],
  documents: ReadonlyMap<string, Document>,
): Map<string, Guide> {
  const all = new Map(guides)
  for (const id of new Set(changed.map(({ guide }) => guide))) {
    const guide = all.get(id)
    if (guide) all.set(id, guideWith(guide, documents))
  }
  return all
}

function without<Value>(all: ReadonlyMap<string, Value>, paths: ReadonlySet<string>): Map<string, Value> {
  const left = new Map(all)
  for (const path of paths) left.delete(path)
  return left
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
