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
}

/** The limits that hold where the config says nothing. */
export const defaultLimits: Limits = {
  fileSize: 1024 * 1024,
  lineLength: 64 * 1024,
  nesting: 100,
  frontMatterSize: 64 * 1024,
  frontMatterDepth: 20,
  frontMatterKeys: 500,
  frontMatterAliases: 100,
}

/** A limit that a text goes over, and where; `time` is the parser's deadline, in milliseconds. */
export interface LimitProblem {
  readonly limit: keyof Limits | 'time'
  readonly actual: number
  readonly allowed: number
  readonly range: Range
}

/** The first limit that the text goes over, found in linear time and without a parser. */
export function limitProblemIn(text: string, limits: Limits): LimitProblem | undefined {
  if (text.length > limits.fileSize) {
    return { limit: 'fileSize', actual: text.length, allowed: limits.fileSize, range: { start: 0, end: 0 } }
  }
  return undefined
}
