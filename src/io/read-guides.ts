import type { Config } from '../corpus/config.ts'
import type { Document } from '../corpus/document.ts'
import { guidesOf, type Guide } from '../corpus/guide.ts'
import { documentsAmong, type Located } from '../corpus/locate.ts'
import { refusedFacts } from '../markdown/facts.ts'
import { groupBy } from '../text/group-by.ts'
import type { FactsReader } from './facts-reader.ts'
import { listFiles, type FileEntry } from './files.ts'
import { readText } from './read-text.ts'

/** A document's file that has not been read. */
export type ListedDocument = FileEntry & Located

/** The documents below a root by the ids of their guides; those that no layout fits are in none. */
export function listGuides(root: string, config: Config): ReadonlyMap<string, readonly ListedDocument[]> {
  const listed = documentsAmong(listFiles(root, config.exclude), config).filter(
    ({ isStray, locale }) => !isStray && locale !== undefined,
  )
  return groupBy(listed, ({ guide }) => guide)
}

/** A guide with the texts of its documents. */
export interface GuideOnDisk {
  readonly guide: Guide
  readonly textOf: (document: Document) => string
}

/** Reads the documents of one guide, so that of a large corpus no more than that is held at a time. */
export async function readGuide(
  listed: readonly ListedDocument[],
  { root, config, reader }: { readonly root: string; readonly config: Config; readonly reader: FactsReader },
): Promise<GuideOnDisk | undefined> {
  const texts = new Map<string, string>()
  const documents: Document[] = []
  for (const entry of listed) {
    const { text, hash, refusal } = readText(root, entry)
    const facts = refusal ? refusedFacts(refusal) : await reader.read(text, entry.path)
    texts.set(entry.path, text)
    documents.push({ ...entry, hash, facts })
  }
  const [guide] = guidesOf(documents, config.source).values()
  return guide && { guide, textOf: ({ path }) => texts.get(path) ?? '' }
}
