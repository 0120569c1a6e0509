import type { OpenDocument } from '../corpus/document.ts'
import type { Image } from '../markdown/link.ts'
import type { Segment } from '../markdown/segment.ts'
import type { Edit } from '../text/edit.ts'
import { compared } from './renumber.ts'

type Side = Pick<OpenDocument, 'facts' | 'text'>

/** The picture whose alternative text a segment is. */
export function pictureOf(segment: Segment | undefined, { facts }: Pick<Side, 'facts'>): Image | undefined {
  return segment && facts.images.find(({ altRange }) => altRange?.start === segment.range.start)
}

/** What follows an alternative text: `]`, `][]`, `][lock]`. */
function endOf({ altRange, range }: Image, text: string): string {
  return text.slice(altRange?.end ?? range.end, range.end)
}

/**
 * A picture that is looked up by its alternative text, `![lock]`, needs its label when that is another one,
 * `![zamek][lock]`, and loses it with the source's words.
 */
export function altEdits(
  segment: Segment,
  words: string,
  target: Side,
  source: Side,
  sourcePlace: number,
): Edit[] {
  const own = pictureOf(source.facts.segments[sourcePlace], source)
  const current = pictureOf(segment, target)
  if (own?.form !== 'reference' || current?.form !== 'reference' || !own.altRange) return []
  const end = endOf(own, source.text)
  const alt = source.text.slice(own.altRange.start, own.altRange.end)
  if (end !== ']' && end !== '][]') return []
  const wanted = compared(words) === compared(alt) ? end : `][${alt.replace(/\s+/g, ' ')}]`
  const range = { start: current.altRange?.end ?? current.range.end, end: current.range.end }
  return endOf(current, target.text) === wanted ? [] : [{ range, text: wanted }]
}
