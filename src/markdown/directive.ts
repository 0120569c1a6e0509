import { sliceOf, trimmed, type Range } from '../text/range.ts'
import { labelEnd } from './link.ts'

/** A line that opens or closes a container of other dialects: `:::note[Mind]`, `::: tip Mind`, `:::`. */
export interface Directive {
  /** `note`; empty for the line that closes. */
  readonly kind: string
  /** Its title: `Mind`. */
  readonly titleRange?: Range
}

const opening = /^:{3,}[ \t]*([\p{L}_][\p{L}\p{N}_-]*)?/u

/** The directive that a line is, if it is one. */
export function directiveIn(text: string, line: Range): Directive | undefined {
  if (!text.startsWith(':::', line.start)) return undefined
  const match = opening.exec(sliceOf(text, line))
  if (!match) return undefined
  const kind = match[1] ?? ''
  const start = line.start + match[0].length
  if (kind === '') return start === line.end ? { kind } : undefined
  if (text.charAt(start) !== '[') {
    const title = trimmed(text, { start, end: line.end })
    return title.end > title.start && text.charAt(title.start) !== '{'
      ? { kind, titleRange: title }
      : { kind }
  }
  return { kind, titleRange: { start: start + 1, end: labelEnd(text, start + 1, line.end) } }
}

/** How much of a stretch of words is the sign of a directive: `:::note[`. */
export function directiveMark(words: string): number {
  const match = words.startsWith(':::') ? opening.exec(words) : null
  if (!match) return 0
  return match[0].length + (words.charAt(match[0].length) === '[' ? 1 : 0)
}
