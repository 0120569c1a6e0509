import type { Range } from '../text/range.ts'

/** What a document may ask of the parsers. Sizes in bytes, the others in things. */
export interface Limits {
  readonly fileSize: number
  /** UTF-16 code units of one line. */
  readonly lineLength: number
  /** Quotes, lists, brackets, emphasis and the like, one within the other. */
  readonly nesting: number
  readonly frontMatterSize: number
  readonly frontMatterDepth: number
  readonly frontMatterKeys: number
  readonly frontMatterAliases: number
  /** Milliseconds of the processor that remark may take; the native parser needs no such limit. */
  readonly time: number
  /** Bytes that remark's objects may take while it reads. */
  readonly memory: number
}

/** A limit that a text goes over, and where. */
export interface LimitProblem {
  readonly limit: keyof Limits
  /** What was found, counted no further than needed. */
  readonly actual: number
  readonly allowed: number
  readonly range: Range
}
