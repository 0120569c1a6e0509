import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'

/** A stretch of markup within a line: a pair of signs around words, or something that stands for itself. */
export interface Inline {
  /** All of it: `[panel](https://b){.external}`. */
  readonly range: Range
  /** The words within: `panel`. None where it holds no words of the phrase. */
  readonly inner?: Range
}

const tag = /^<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)[^]*?(\/?)>$/u

/** All inline markup of a document, by where it begins, what encloses others before them. */
export function inlinesOf(facts: Facts, text: string): readonly Inline[] {
  const attributes = new Map(facts.attributes.map((range) => [range.start, range]))
  /** An attribute list belongs to what stands right before it. */
  const withAttributes = ({ start, end }: Range): Range => ({
    start,
    end: attributes.get(end)?.end ?? end,
  })
  const pairs = [
    ...facts.emphases.map(({ range, form }) => ({
      range,
      inner: shrunk(range, signLength(form, range, text)),
    })),
    ...facts.links
      .filter(({ form }) => form === 'inline' || form === 'reference')
      .map(({ range, textRange }) => ({ range: withAttributes(range), inner: textRange })),
    ...tagPairs(facts.opaque, text),
  ]
  const lone = [
    ...facts.links.filter(({ form }) => form === 'autolink' || form === 'literal').map(({ range }) => range),
    ...facts.images.filter(({ form }) => form !== 'html').map(({ range }) => withAttributes(range)),
    ...facts.code.filter(({ form }) => form === 'inline').map(({ range }) => withAttributes(range)),
    ...facts.opaque,
    ...facts.attributes,
    ...facts.breaks,
  ].map((range) => ({ range }))
  return [...pairs, ...lone].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
}

function shrunk({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end - by }
}

/** `~a~` and `~~a~~` are both struck out. */
function signLength(form: Facts['emphases'][number]['form'], { start }: Range, text: string): number {
  if (form === 'emphasis') return 1
  return form === 'strong' || text.charAt(start + 1) === '~' ? 2 : 1
}

/** Elements whose opening and closing tag stand in the text, the inner ones with the outer ones. */
function tagPairs(opaque: Facts['opaque'], text: string): Inline[] {
  const pairs: Inline[] = []
  const open: { readonly name: string; readonly range: Range }[] = []
  for (const range of [...opaque].sort((a, b) => a.start - b.start)) {
    const match = tag.exec(text.slice(range.start, Math.min(range.end, range.start + 500)))
    const name = match?.[2]
    if (match === null || name === undefined) continue
    if (match[1] === '') {
      if (match[3] === '') open.push({ name, range })
      continue
    }
    const index = open.findLastIndex((each) => each.name === name)
    const first = open[index]?.range
    if (!first) continue
    open.length = index
    pairs.push({
      range: { start: first.start, end: range.end },
      inner: { start: first.end, end: range.start },
    })
  }
  return pairs
}
