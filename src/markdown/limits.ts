import type { Range } from '../text/range.ts'
import { frontMatterRangeIn } from './front-matter-fence.ts'
import { frontMatterProblemIn } from './front-matter-limits.ts'
import { nestingProblemIn } from './nesting.ts'

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
  /** What was found, counted no further than needed. */
  readonly actual: number
  readonly allowed: number
  readonly range: Range
}

/**
 * The first limit that the text goes over, found in linear time and without a parser.
 * A text without a problem neither crashes the parsers nor holds the native one for long.
 */
export function limitProblemIn(text: string, limits: Limits): LimitProblem | undefined {
  const size = sizeProblemIn(text, limits.fileSize)
  if (size) return size
  // Offsets stay: a lone carriage return ends a line as a line feed does.
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
  return (
    lineProblemIn(lines, limits.lineLength) ??
    frontMatterProblemIn(lines, limits) ??
    nestingProblemIn(lines, limits.nesting, frontMatterRangeIn(lines)?.end)
  )
}

function sizeProblemIn(text: string, allowed: number): LimitProblem | undefined {
  // No code unit takes more than three bytes.
  if (text.length * 3 <= allowed) return undefined
  const actual = Buffer.byteLength(text)
  return actual > allowed ? { limit: 'fileSize', actual, allowed, range: { start: 0, end: 0 } } : undefined
}

function lineProblemIn(text: string, allowed: number): LimitProblem | undefined {
  for (let start = 0; start + allowed < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end - start > allowed)
      return { limit: 'lineLength', actual: end - start, allowed, range: { start, end } }
    start = end + 1
  }
  return undefined
}
