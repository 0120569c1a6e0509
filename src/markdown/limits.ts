import { frontMatterRangeIn } from './front-matter-fence.ts'
import { frontMatterProblemIn } from './front-matter-limits.ts'
import type { LimitProblem, Limits } from './limit.ts'
import { nestingProblemIn } from './nesting.ts'

export type { LimitProblem, Limits } from './limit.ts'

/** The limits that hold where the config says nothing. */
export const defaultLimits: Limits = {
  fileSize: 1024 * 1024,
  lineLength: 64 * 1024,
  nesting: 100,
  frontMatterSize: 64 * 1024,
  frontMatterDepth: 20,
  frontMatterKeys: 500,
  frontMatterAliases: 100,
  time: 4000,
  memory: 1024 * 1024 * 1024,
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
