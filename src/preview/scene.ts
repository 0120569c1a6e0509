import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Glossary } from '../l10n/glossary.ts'
import type { Known, KnownDocument } from '../run/known.ts'
import type { Canon } from '../settings/canon.ts'

/** The corpus as it was at one moment: what every view is made of. */
export interface Scene {
  /** Counts up with every change that was seen. */
  readonly version: number
  readonly config: Config
  readonly canon: Canon | undefined
  readonly glossary: Glossary | undefined
  readonly known: Known
  /** The documents as they show themselves to others. */
  readonly corpus: Corpus
  /** The documents that were asked for, in the order of their paths. */
  readonly shown: ReadonlyMap<string, KnownDocument>
  /** Why config or settings cannot be read as they are now; the last ones that could be hold until then. */
  readonly trouble?: string
}

/** The documents of a guide that a scene shows, in the order of their locales. */
export function siblingsOf({ shown, corpus }: Scene, guide: string): KnownDocument[] {
  const documents = [...(corpus.guides.get(guide)?.documents.values() ?? [])]
  return documents
    .flatMap(({ path }) => shown.get(path) ?? [])
    .sort((a, b) => ((a.locale ?? '') < (b.locale ?? '') ? -1 : 1))
}
