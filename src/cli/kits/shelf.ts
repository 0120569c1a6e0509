import { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import { guidesOf, type Guide } from '../../corpus/guide.ts'
import type { Locale } from '../../corpus/locale.ts'
import { documentsAmong, type Located } from '../../corpus/locate.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { listFiles, type FileEntry } from '../../io/files.ts'
import { emptyFacts } from '../../markdown/facts.ts'
import type { Workspace } from '../workspace.ts'
import { LazyDocument } from './lazy-document.ts'

/** A document's file, that has not been read. */
export type Listed = FileEntry & Located

/** The documents below a root: listed, and read one by one as they are asked for. */
export class Shelf {
  readonly documents: ReadonlyMap<string, Listed>
  readonly guides: ReadonlyMap<string, Guide<Listed>>
  /** Of all documents that are there. */
  readonly locales: ReadonlySet<Locale>
  readonly #workspace: Workspace
  readonly #reader: FactsReader
  readonly #files: readonly FileEntry[]

  constructor(workspace: Workspace, reader: FactsReader) {
    const { root, config } = workspace
    this.#workspace = workspace
    this.#reader = reader
    this.#files = listFiles(root, config.exclude)
    const all = documentsAmong(this.#files, config).sort((a, b) => (a.path < b.path ? -1 : 1))
    this.documents = new Map(all.map((document) => [document.path, document]))
    this.guides = guidesOf(all, config.source)
    this.locales = new Set(all.flatMap(({ locale, isStray }) => (isStray ? [] : (locale ?? []))))
  }

  open(document: Listed): LazyDocument {
    return new LazyDocument(document, { root: this.#workspace.root, reader: this.#reader })
  }

  /** All documents together: of those that are not asked for no more is known than where they lie; others are read, but for those at hand. */
  async corpus(
    isAsked: (document: Located) => boolean,
    known: ReadonlyMap<string, Document>,
  ): Promise<Corpus> {
    const documents: Document[] = []
    for (const each of this.documents.values()) {
      const unread = { ...each, hash: '', facts: emptyFacts() }
      documents.push(isAsked(each) ? (known.get(each.path) ?? (await this.open(each).open())) : unread)
    }
    return new Corpus(
      this.#workspace.config,
      documents,
      this.#files.map(({ path }) => path),
    )
  }
}
