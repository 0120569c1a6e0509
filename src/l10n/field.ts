import type { Facts } from '../markdown/facts.ts'
import type { Segment } from '../markdown/segment.ts'
import type { Edit } from '../text/edit.ts'
import { sliceOf, type Range } from '../text/range.ts'

/** What YAML takes for something else than words where no quotation marks stand around it. */
const unsafe =
  /^[\s\-?:,[\]{}#&*!|>'"%@`]|: |\s#|[:\s]$|^(?:true|false|null|yes|no|on|off|~|[\d.+_-]+)$|^\d{4}-\d\d-\d\d/i

/** The quotation mark around a value of the front matter; `''` where there is none. */
function quoteAround({ range }: Segment, text: string): string {
  const before = text.charAt(range.start - 1)
  return (before === '"' || before === "'") && text.charAt(range.end) === before ? before : ''
}

/** Whether words are read as they stand there between such marks: escapes would make them others to read. */
const holds: Readonly<Record<string, (words: string) => boolean>> = {
  '': (words) => !unsafe.test(words),
  '"': (words) => !/["\\]/.test(words),
  "'": (words) => !words.includes("'"),
}

/**
 * The edits that put other words in a field of the front matter, between other quotation marks where the words need
 * some. Where the words are the source's, so are the marks.
 */
export function fieldEdits(
  segment: Segment,
  content: string,
  text: string,
  source?: { readonly segment: Segment; readonly text: string },
): Edit[] {
  const words = content.replace(/\s*\n\s*/g, ' ')
  const quote = quoteAround(segment, text)
  const isOwn = source !== undefined && sliceOf(source.text, source.segment.range) === words
  const wanted = isOwn
    ? quoteAround(source.segment, source.text)
    : ([quote, '', '"', "'"].find((each) => holds[each]?.(words)) ?? quote)
  const width = quote === '' ? 0 : 1
  const range: Range =
    wanted === quote ? segment.range : { start: segment.range.start - width, end: segment.range.end + width }
  const whole = wanted === quote ? words : `${wanted}${words}${wanted}`
  return whole === text.slice(range.start, range.end) ? [] : [{ range, text: whole }]
}

/** The key of the field of the front matter that a segment stands in: `slug`. */
export function keyAt({ frontMatter }: Facts, { start, end }: Range): string | undefined {
  return frontMatter?.fields.find(({ valueRange }) => valueRange.start <= start && end <= valueRange.end)?.key
}
