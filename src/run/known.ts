import type { Located } from '../corpus/locate.ts'
import type { Slot } from '../io/facts-file.ts'
import type { Stamp } from '../io/stamp.ts'
import type { Message } from '../lint/message.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import type { DocumentFar, FarBefore, FarSight } from './far.ts'

/** The ledger that a document was looked at with. */
export interface KnownLedger {
  readonly hash: string
  /** Absent where the file may change and still have it. */
  readonly stamp?: Stamp | undefined
}

/** What is known of a document. */
export interface KnownDocument extends Located {
  /** Absent where the file may change and still have it. */
  readonly stamp?: Stamp | undefined
  readonly hash: string
  readonly ledger?: KnownLedger | undefined
  /** Its messages, without those that a comment silences. */
  readonly heard: readonly Message[]
}

/** What is known of a document, and what is heard of it now: every field, so that all have one form in memory. */
export function knownAs(
  { path, guide, locale, type, format, isStray }: Located,
  { hash, stamp, ledger }: Pick<KnownDocument, 'hash' | 'stamp' | 'ledger'>,
  heard: readonly Message[],
): KnownDocument {
  return { path, guide, locale, type, format, isStray, stamp, hash, ledger, heard }
}

/** What is needed of a document when it, or something else, has changed. */
export interface DocumentDepths {
  readonly facts: Slot
  readonly isHushed: boolean
  /** What rules said that look no further than its guide; unsilenced. */
  readonly near: readonly Message[]
  readonly far: DocumentFar
}

/** What is known of a guide as a whole. */
export interface KnownGuide {
  readonly near: readonly Message[]
  readonly far: FarSight
}

/** What is not needed where nothing has changed. */
export interface Depths {
  readonly documents: ReadonlyMap<string, DocumentDepths>
  readonly guides: ReadonlyMap<string, KnownGuide>
}

/** All that a run leaves to the next one. */
export interface Known {
  /** The name of the file that holds the facts. */
  readonly generation?: string
  /** A hash of all paths below the root. */
  readonly shape: string
  readonly slugs: SlugAlgorithm | undefined
  /** In the order of their paths. */
  readonly documents: ReadonlyMap<string, KnownDocument>
  /** The messages on files that are no documents. */
  readonly others: readonly Message[]
  /** Read when it is asked for. */
  readonly depths: () => Depths
}

/** What rules of the whole corpus saw in a former run. */
export function farBeforeOf(known: Known): FarBefore {
  const deep = known.depths()
  return {
    slugs: known.slugs,
    documents: { get: (path) => deep.documents.get(path)?.far },
    guides: { get: (id) => deep.guides.get(id)?.far },
  }
}
