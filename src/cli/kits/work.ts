import type { OpenDocument } from '../../corpus/document.ts'
import { locateBy, type Located } from '../../corpus/locate.ts'
import type { Locale } from '../../corpus/locale.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import type { Change } from '../../io/journal.ts'
import { hashOf } from '../../text/edit.ts'
import { routeOf } from '../sync/route.ts'
import type { Workspace } from '../workspace.ts'
import type { KitPlace } from './kit-place.ts'
import type { LazyDocument } from './lazy-document.ts'
import { isBegun, ledgerChange, type Authorship } from './ledger.ts'
import { withOwnAddresses } from './localize-document.ts'
import type { Shelf } from './shelf.ts'

/** A document on its way: as it is on disk, and as the kits make it. */
export interface Work {
  /** Undefined where there is none yet. */
  readonly before: LazyDocument | undefined
  readonly source: LazyDocument
  readonly locale: Locale
  document: OpenDocument
  /** By the places of segments, whose words were brought or confirmed. */
  readonly taken: Map<number, Authorship>
}

/** What is there beside the kits. */
export interface Site extends Workspace {
  readonly shelf: Shelf
  readonly reader: FactsReader
  /** Which documents the kits speak of. */
  readonly isAsked: (document: Located) => boolean
}

/** A document as it is to be, and what is to be recorded of it. */
export interface Finished extends Pick<OpenDocument, 'path' | 'text' | 'hash'> {
  readonly before: Pick<OpenDocument, 'text' | 'hash'> | undefined
  readonly ledger: Change | undefined
}

/** The target of a source; a new one begins as its source does. */
export async function workFor(
  { source, locale, path, known }: KitPlace,
  { shelf, config }: Site,
): Promise<Work> {
  const original = shelf.open(source)
  const before = known && shelf.open(known)
  const document = before
    ? await before.open()
    : { ...(await original.open()), ...locateBy(config)(path), text: original.text }
  return { before, source: original, locale, document, taken: new Map() }
}

/** Gives new documents their own locale's addresses, when all that kits make is there. */
export async function settleAddresses(
  works: readonly Work[],
  { shelf, config, reader, isAsked }: Site,
): Promise<void> {
  const sources = await Promise.all(works.map(({ source }) => source.open()))
  const corpus = await shelf.corpus(isAsked, new Map(sources.map((source) => [source.path, source])))
  const made = new Set(works.map(({ document, locale }) => `${locale} ${document.guide}`))
  for (const work of works) {
    const { document, locale } = work
    const source = await work.source.open()
    const from = { document: source, locale: source.locale ?? 'und' }
    const route = routeOf(from, { document, locale }, { config, corpus, made })
    const text = withOwnAddresses(source, document, config, route)
    if (text !== document.text)
      work.document = { ...document, text, hash: hashOf(text), facts: await reader.read(text, document.path) }
  }
}

/** What a document has become; the facts of it are needed no more. */
export async function finished(
  { before, source, locale, document, taken }: Work,
  { root }: Workspace,
): Promise<Finished> {
  const { path, text, hash, guide } = document
  const isRecorded = before === undefined || isBegun({ root, locale, guide })
  return {
    path,
    text,
    hash,
    before: before && { text: before.text, hash: before.hash },
    ledger: isRecorded
      ? ledgerChange({ root, locale, source: await source.open(), target: document }, taken, !before)
      : undefined,
  }
}
