import type { OpenDocument } from '../corpus/document.ts'
import { formerTexts } from '../io/kept-texts.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import { partsOf } from '../l10n/part.ts'
import { partWordsOf, type PartWords } from '../l10n/part-words.ts'
import type { KnownDocument } from '../run/known.ts'
import type { LiveCorpus } from './live.ts'

/** Finds a part of a source that was, by git's id of the document and the part's hash. */
export type FormerOf = (blob: string, hash: string) => PartWords | undefined

type FormerParts = ReadonlyMap<string, PartWords>

/** So many documents as they were are kept in mind. */
const mostDocuments = 64

/** Sources as they were, from git or from what was kept of texts that no commit holds. */
export class FormerSources {
  readonly #live: LiveCorpus
  readonly #documents = new Map<string, FormerParts | undefined>()

  constructor(live: LiveCorpus) {
    this.#live = live
  }

  /** What those parts of a source said that are others now than they were recorded. */
  async of(
    source: Pick<OpenDocument, 'facts' | 'text'>,
    known: KnownDocument,
    lines: readonly LedgerLine[],
  ): Promise<FormerOf> {
    const now = new Set(partsOf(source.facts, source.text).map(({ hash }) => hash))
    const moved = lines.filter((line) => !line.source.split('+').every((hash) => now.has(hash)))
    await this.#load(new Set(moved.map(({ blob }) => blob)), known)
    return (blob, hash) => this.#documents.get(blob)?.get(hash)
  }

  async #load(blobs: ReadonlySet<string>, known: KnownDocument): Promise<void> {
    const wanted = [...blobs].filter((id) => id !== '' && !this.#documents.has(id)).slice(-mostDocuments)
    if (wanted.length === 0) return
    const texts = await formerTexts(this.#live.root, wanted)
    for (const id of wanted) {
      const text = texts.get(id)
      this.#documents.set(id, text === undefined ? undefined : await this.#partsOf(known, text))
    }
    for (const id of this.#documents.keys()) {
      if (this.#documents.size <= mostDocuments) break
      this.#documents.delete(id)
    }
  }

  async #partsOf(known: KnownDocument, text: string): Promise<FormerParts> {
    const { facts } = await this.#live.readAs(known, text)
    return partWordsOf(facts, text)
  }
}
