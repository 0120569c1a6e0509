import type { Document } from './document.ts'
import type { Locale } from './locale.ts'

/** One text in all its locales. */
export interface Guide<Each = Document> {
  readonly id: string
  /** By locale; files whose locale is not known are in none. */
  readonly documents: ReadonlyMap<Locale, Each>
  /** The document that the others are made from, where it exists. */
  readonly source: Each | undefined
}

/** Groups documents by guide, in the order of their ids. */
export function guidesOf<Each extends Pick<Document, 'guide' | 'locale'>>(
  documents: readonly Each[],
  source: Locale | undefined,
): ReadonlyMap<string, Guide<Each>> {
  const groups = new Map<string, Map<Locale, Each>>()
  for (const document of documents) {
    const group = groups.get(document.guide) ?? new Map<Locale, Each>()
    if (document.locale !== undefined && !group.has(document.locale)) group.set(document.locale, document)
    groups.set(document.guide, group)
  }
  const guides = [...groups].map(([id, group]): [string, Guide<Each>] => [
    id,
    { id, documents: group, source: source === undefined ? undefined : group.get(source) },
  ])
  return new Map(guides.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A guide whose documents are taken from elsewhere, by their paths. */
export function guideWith({ id, documents, source }: Guide, all: ReadonlyMap<string, Document>): Guide {
  const own = Array.from(
    documents,
    ([locale, document]) => [locale, all.get(document.path) ?? document] as const,
  )
  return { id, documents: new Map(own), source: source && (all.get(source.path) ?? source) }
}
