import { mdxHazardIn } from './mdx-hazards.ts'
import type { Format } from './parsed.ts'

/** A sign in a text that the parsers read it differently. */
interface Trigger {
  readonly reason: string
  /** A text on which the trees differ. */
  readonly example: string
  readonly format?: Format
  readonly holds: (text: string) => boolean
}

export const triggers: readonly Trigger[] = [
  // Native code gets UTF-8, in which half a surrogate pair cannot be said.
  {
    reason: 'half of a surrogate pair',
    example: '\ud83d',
    holds: (text) => !text.isWellFormed(),
  },
  // MDX has no indented code, and so remark reads a footnote there.
  {
    reason: 'an indented footnote',
    example: '\t[^a]:',
    format: 'mdx',
    holds: hasIndentedFootnote,
  },
]

/** Why the text must be read by remark: the native parser's tree would differ, or it would take long; undefined else. */
export function remarkTriggerIn(text: string, format: Format): string | undefined {
  const trigger = triggers.find(({ format: only, holds }) => (only ?? format) === format && holds(text))
  if (trigger) return trigger.reason
  if (isSlowByLines(text)) return 'long lines full of marks beyond ASCII'
  const dear = dearMarks.find((each) => (each.format ?? format) === format && isDear(text, each))
  if (dear) return dear.reason
  return format === 'mdx' ? mdxHazardIn(text) : undefined
}

/** True for a footnote as far in as indented code. */
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

interface DearMark {
  readonly reason: string
  readonly mark: RegExp
  readonly most: number
  /** What a paragraph holds where its marks are dear; left out where they always are. */
  readonly beside?: RegExp
  readonly format?: Format
}

/** Marks each of which costs the native parser as much as its whole paragraph is long. */
const dearMarks: readonly DearMark[] = [
  // Its tree holds the paragraph's words once more for each of them.
  {
    reason: 'a long paragraph full of character references',
    mark: /&#?\w{1,32};/g,
    most: 50_000_000,
  },
  // It may look for the end of each to the end of the paragraph.
  { reason: 'a long paragraph full of links', mark: /\]\(/g, most: 10_000_000_000 },
  {
    reason: 'a long paragraph full of tags',
    mark: /<(?:!|\/?[\w>])/g,
    most: 5_000_000_000,
    format: 'mdx',
  },
  // It takes the title together anew at each of its lines.
  {
    reason: 'a long paragraph with a title of many lines',
    mark: /\n/g,
    most: 1_000_000_000,
    beside: /\]\((?:<[^<>\]\n]*>|[^\s\]]*)\s+["'(]/,
  },
]

/** What surely ends a paragraph before it: a blank line, an item, a heading, a row. */
const paragraphEnd = /(?:\r?\n|\r(?!\n))[ \t]*(?:[\r\n|]|[-+*#][ \t])/g

/** True where the marks of all paragraphs, each by the length of its paragraph, come to more than may be. */
function isDear(text: string, { mark, most, beside }: DearMark): boolean {
  if (text.length ** 2 <= most) return false
  const places = Array.from(text.matchAll(mark), ({ index }) => index)
  if (places.length * text.length <= most) return false
  const ends = Array.from(text.matchAll(paragraphEnd), ({ index }) => index)
  let cost = 0
  let next = 0
  let start = 0
  for (const end of [...ends, text.length]) {
    const first = next
    while (next < places.length && (places[next] ?? 0) < end) next++
    const isLong = (next - first) * (end - start) > 1_000_000
    if (!beside || (isLong && beside.test(text.slice(start, end)))) cost += (next - first) * (end - start)
    start = end
  }
  return cost > most
}
