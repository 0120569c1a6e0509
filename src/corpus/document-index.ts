import type { Document } from './document.ts'
import type { Target } from './resolve.ts'

/** What the paths of a corpus tell. */
export interface Paths {
  resolve(url: string, from: Document): Target
  sameButForCase(path: string): string | undefined
}

/**
 * A way to find documents by what they say: each stands under the keys that it gives. Rules of the corpus that ask
 * for others by a slug or a picture ask an index, so that a change is known to touch those who asked for its keys alone.
 */
export interface DocumentIndex {
  readonly name: string
  readonly keysOf: (document: Document, paths: Paths) => Iterable<string>
}
