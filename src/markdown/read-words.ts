import type { Nodes } from 'mdast'
import { sliceOf, trimmed, type Range } from '../text/range.ts'
import { attributesAt } from './attributes.ts'
import { directiveMark } from './directive.ts'
import type { Emphasis } from './facts.ts'
import { contentLines } from './lines.ts'
import { destinationAt, labelEnd } from './link.ts'
import { literalLinksIn } from './literal.ts'
import { plainOf } from './plain.ts'
import {
  addSegment,
  addTitle,
  hasLetter,
  inLinkAt,
  rangeOf,
  type Readers,
  type Reading,
  type Surroundings,
} from './reading.ts'

/** What an attribute list may stand behind. */
const attributed: ReadonlySet<Nodes['type']> = new Set([
  'image',
  'imageReference',
  'link',
  'linkReference',
  'inlineCode',
])

/** Readers of what lies within a block: words, links, pictures. */
export const wordReaders: Readers = {
  /** A run of plain words: what is no word in it (attribute list, shortcode, callout mark, bare address) is set aside. */
  text(_, range, around, reading) {
    const { text } = reading
    const marked =
      around.afterMark !== undefined && around.afterMark > range.start ? around.afterMark : range.start
    const start = Math.min(afterAttributes(marked, reading), range.end)
    if (start === range.end) return
    for (const line of contentLines(text, { start, end: range.end }, around.quotes)) {
      let at = line.start
      for (const cut of cutsIn(line, around, reading)) {
        addProse(at, cut.start, reading)
        at = cut.end
      }
      addProse(at, line.end, reading)
    }
  },

  inlineCode: (_, range, __, { facts }) => void facts.code.push({ form: 'inline', range }),

  emphasis: (node, range, around, reading) => {
    readEmphasis('emphasis', node, range, around, reading)
  },

  strong: (node, range, around, reading) => {
    readEmphasis('strong', node, range, around, reading)
  },

  delete: (node, range, around, reading) => {
    readEmphasis('delete', node, range, around, reading)
  },

  footnoteReference: (_, range, __, { facts }) => void facts.opaque.push(range),

  break: (_, range, __, { facts }) => void facts.breaks.push(range),

  link(node, range, around, reading) {
    const { facts, text } = reading
    const words = plainOf(node, { images: true })
    if (text.charAt(range.start) === '<') {
      const urlRange = { start: range.start + 1, end: range.end - 1 }
      facts.links.push({
        form: 'autolink',
        range,
        url: node.url,
        urlRange,
        text: words,
        textRange: endOf(range),
      })
      return
    }
    const textRange = { start: range.start + 1, end: labelEnd(text, range.start + 1, range.end) }
    const urlRange = destinationAt(text, textRange.end + 2, range.end)
    facts.links.push({ form: 'inline', range, url: node.url, urlRange, text: words, textRange })
    if (node.title) addTitle({ start: urlRange.end, end: range.end - 1 }, reading)
    reading.within(node, inLinkAt(around))
  },

  linkReference(node, range, around, reading) {
    const textRange = { start: range.start + 1, end: labelEnd(reading.text, range.start + 1, range.end) }
    const words = plainOf(node, { images: true })
    // The address is the identifier until all definitions are known.
    const link = {
      form: 'reference',
      range,
      url: node.identifier,
      urlRange: endOf(range),
      text: words,
      textRange,
      identifier: node.identifier,
    } as const
    reading.facts.links.push(link)
    reading.within(node, inLinkAt(around))
  },

  image(node, range, around, reading) {
    const altRange = addAlt(node.alt, range, around, reading)
    const urlRange = destinationAt(reading.text, altRange.end + 2, range.end)
    reading.facts.images.push({
      form: 'inline',
      range,
      url: node.url,
      urlRange,
      alt: node.alt ?? '',
      altRange,
    })
    if (node.title) addTitle({ start: urlRange.end, end: range.end - 1 }, reading)
  },

  imageReference(node, range, around, reading) {
    const altRange = addAlt(node.alt, range, around, reading)
    const { identifier } = node
    const image = {
      range,
      url: identifier,
      urlRange: endOf(range),
      alt: node.alt ?? '',
      altRange,
      identifier,
    }
    reading.facts.images.push({ form: 'reference', ...image })
  },
}

function readEmphasis(
  form: Emphasis['form'],
  node: Nodes,
  range: Range,
  around: Surroundings,
  reading: Reading,
): void {
  reading.facts.emphases.push({ form, range })
  reading.within(node, around)
}

function endOf({ end }: Range): Range {
  return { start: end, end }
}

/** The range between the brackets of a picture; its words are a segment. */
function addAlt(alt: string | null | undefined, range: Range, around: Surroundings, reading: Reading): Range {
  const altRange = { start: range.start + 2, end: labelEnd(reading.text, range.start + 2, range.end) }
  if (hasLetter(alt ?? ''))
    addSegment(reading, 'alt', altRange, contentLines(reading.text, altRange, around.quotes))
  return altRange
}

/** The offset behind the attribute list that stands at an offset, right behind what it speaks of. */
function afterAttributes(offset: number, { facts, text, previous }: Reading): number {
  if (!previous || rangeOf(previous).end !== offset || !attributed.has(previous.type)) return offset
  const attributes = attributesAt(text, offset)
  if (!attributes) return offset
  facts.attributes.push(attributes.range)
  if (attributes.id !== undefined && attributes.idRange) {
    facts.anchors.push({ id: attributes.id, range: attributes.idRange })
  }
  return attributes.range.end
}

/** From `{{` to the next `}}`; what nothing closes is words. */
function* shortcodesIn(words: string): Generator<Range> {
  for (let start = words.indexOf('{{'); start >= 0;) {
    const close = words.indexOf('}}', start + 2)
    if (close < 0) return
    yield { start, end: close + 2 }
    start = words.indexOf('{{', close + 2)
  }
}

/** The stretches of a line that are no words, in their order. */
function cutsIn(line: Range, around: Surroundings, { facts, text }: Reading): Range[] {
  const cuts: Range[] = []
  const words = sliceOf(text, line)
  const mark = directiveMark(words)
  if (mark > 0) cuts.push({ start: line.start, end: line.start + mark })
  for (const { start, end } of shortcodesIn(words)) {
    const range = { start: line.start + start, end: line.start + end }
    cuts.push(range)
    facts.opaque.push(range)
  }
  const heading = facts.headings.at(-1)
  const list = facts.attributes.at(-1)
  if (heading && list && list.start >= line.start && list.end <= line.end && list.end <= heading.range.end)
    cuts.push(list)
  if (around.inLink) return cuts
  for (const { range, url } of literalLinksIn(text, line)) {
    cuts.push(range)
    facts.links.push({
      form: 'literal',
      range,
      url,
      urlRange: range,
      text: sliceOf(text, range),
      textRange: endOf(range),
    })
  }
  return cuts.length > 1 ? cuts.sort((a, b) => a.start - b.start) : cuts
}

function addProse(start: number, end: number, { facts, text }: Reading): void {
  if (end <= start) return
  const range = trimmed(text, { start, end })
  if (range.end > range.start) facts.prose.push(range)
}
