import type { GuideSight } from './near.ts'

/** What was seen of several guides, as it travels between threads: facts as one stretch of bytes, all else as JSON. */
export interface PackedSights {
  readonly json: string
  readonly facts: ArrayBuffer
}

/** In JSON, the size of a document's facts stands for them. */
type Sized =
  | (Omit<GuideSight, 'documents'> & {
      readonly documents: readonly (Omit<GuideSight['documents'][number], 'facts'> & {
        readonly size: number
      })[]
    })
  | null

/** Packs what was seen; undefined stands for a guide that is as it was. */
export function packSights(sights: readonly (GuideSight | undefined)[]): PackedSights {
  const all = sights.flatMap((sight) => sight?.documents.map(({ facts }) => facts) ?? [])
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const facts of all) {
    bytes.set(facts, at)
    at += facts.length
  }
  const sized = sights.map((sight): Sized =>
    sight
      ? {
          ...sight,
          documents: sight.documents.map(({ facts, ...rest }) => ({ ...rest, size: facts.length })),
        }
      : null,
  )
  return { json: JSON.stringify(sized), facts: bytes.buffer }
}

/** What was packed. */
export function unpackSights({ json, facts }: PackedSights): (GuideSight | undefined)[] {
  let at = 0
  return (JSON.parse(json) as Sized[]).map((sized) =>
    sized
      ? {
          ...sized,
          documents: sized.documents.map(({ size, path, hash, ledger, messages, isHushed }) => ({
            path,
            hash,
            ledger,
            messages,
            isHushed,
            facts: new Uint8Array(facts, (at += size) - size, size),
          })),
        }
      : undefined,
  )
}
