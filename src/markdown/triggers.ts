import { mdxHazardIn } from './mdx-hazards.ts'
import type { Format } from './parsed.ts'

interface Trigger {
  readonly reason: string
  readonly pattern: RegExp
  /** A slower test that tells for sure. */
  readonly confirm?: RegExp
  /** Where it holds for one format alone. */
  readonly format?: Format
}

const symbol = String.raw`(?:(?=[\u{10000}-\u{10FFFF}])[\p{P}\p{S}])`

const triggers: readonly Trigger[] = [
  // Native code gets UTF-8, in which half a surrogate pair cannot be said.
  { reason: 'half of a surrogate pair', pattern: /[\ud800-\udfff]/, confirm: /\p{Surrogate}/u },
  // Remark sees half of such a character beside the run, and takes it for a letter.
  {
    reason: 'emphasis beside a symbol of two code units',
    pattern: /[*_~][\ud800-\udbff]|[\udc00-\udfff][*_~]/,
    confirm: new RegExp(String.raw`\S[*_~]+${symbol}|${symbol}[*_~]+\S`, 'u'),
  },
]

/** Why the text must be read by remark, as the native parser's tree would differ; undefined where it would not. */
export function remarkTriggerIn(text: string, format: Format): string | undefined {
  const applies = ({ format: only, pattern, confirm }: Trigger): boolean =>
    (only ?? format) === format && pattern.test(text) && confirm?.test(text) !== false
  const found = triggers.find(applies)?.reason
  if (found !== undefined) return found
  if (format === 'mdx' && hasIndentedFootnote(text)) return 'an indented footnote'
  if (isSlowByLines(text)) return 'long lines full of marks beyond ASCII'
  return format === 'mdx' ? mdxHazardIn(text) : undefined
}

/** True for a footnote as far in as indented code: MDX has none, and so remark reads a footnote there. */
function hasIndentedFootnote(text: string): boolean {
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    let start = at
    while (start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--
    if (at - start < 4 && !text.slice(start, at).includes('\t')) continue
    if (start === 0 || /[\r\n>]/.test(text.charAt(start - 1))) return true
  }
  return false
}

const longLine = 4096
const mostSteps = 500_000_000

/** The native parser counts characters from the start of the line at each mark, unless the line is ASCII. */
function isSlowByLines(text: string): boolean {
  if (text.length <= longLine || !/[^\0-\x7f]/.test(text)) return false
  let steps = 0
  for (let start = 0; start + longLine < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end - start > longLine) {
      const marks = text.slice(start, end).match(/[^\w\s]/g)?.length ?? 0
      steps += marks * (end - start)
    }
    start = end + 1
  }
  return steps > mostSteps
}
