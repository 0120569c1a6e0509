import type { Nodes } from 'mdast'
import { indexIn, sliceOf, type Range } from '../text/range.ts'
import { tagAt, tagsIn, type Tag, type TagAttribute } from './html.ts'
import { addBareBlock, addMarkupBlock } from './read-block.ts'
import { addSegment, hasLetter, type Reading, type Readers, type Surroundings } from './reading.ts'

/** Readers of what is kept byte for byte: raw HTML, and the elements and expressions of MDX. */
export const markupReaders: Readers = {
  /** Looked through for comments, anchors, links and pictures. */
  html(_, range, around, reading) {
    const { facts, text } = reading
    facts.opaque.push(range)
    for (let open = indexIn(text, '<!--', range); open >= 0;) {
      const close = indexIn(text, '-->', range, open + 4)
      const end = close < 0 ? range.end : close + 3
      const value = text.slice(open + 4, close < 0 ? end : close).trim()
      facts.comments.push({ range: { start: open, end }, value })
      open = indexIn(text, '<!--', range, end)
    }
    const tags = tagsIn(text, range)
    for (const tag of tags) readTag(tag, reading)
    if (!around.isInline && tags.length > 0) addMarkupBlock(reading, range, around.depth, tags)
  },

  mdxjsEsm(_, range, { depth }, reading) {
    reading.facts.opaque.push(range)
    addBareBlock(reading, 'markup', range, depth, sliceOf(reading.text, range).split('\n'))
  },

  mdxFlowExpression: readExpression,
  mdxTextExpression: readExpression,
  mdxJsxFlowElement: readElement,
  mdxJsxTextElement: readElement,
}

function readExpression(_: Nodes, range: Range, __: Surroundings, { facts, text }: Reading): void {
  facts.opaque.push(range)
  const comment = /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/.exec(sliceOf(text, range))
  if (comment) facts.comments.push({ range, value: (comment[1] ?? '').trim() })
}

/** An element's tags are opaque; what it holds is read. */
function readElement(node: Nodes, range: Range, around: Surroundings, reading: Reading): void {
  const { facts, text } = reading
  const tag = tagAt(text, range)
  if (tag) {
    facts.opaque.push(tag.range)
    readTag(tag, reading)
    if (!around.isInline) addMarkupBlock(reading, tag.range, around.depth, [tag])
  }
  reading.within(node, around)
  if (!tag) return
  const close = text.slice(tag.range.end, range.end).lastIndexOf('</')
  if (close >= 0) facts.opaque.push({ start: tag.range.end + close, end: range.end })
}

/** True of nodes whose children are blocks: between these blank lines may lack. */
export function holdsBlocks({ type }: Nodes): boolean {
  return type === 'root' || type === 'blockquote' || type === 'mdxJsxFlowElement'
}

function readTag({ name, range, attributes }: Tag, reading: Reading): void {
  const { facts, text } = reading
  const attribute = (wanted: string): TagAttribute | undefined =>
    attributes.find((each) => each.name === wanted)
  const element = name.toLowerCase()
  for (const anchor of [attribute('id'), element === 'a' ? attribute('name') : undefined]) {
    if (anchor && anchor.value !== '') facts.anchors.push({ id: anchor.value, range: anchor.range })
  }
  const href = attribute('href')
  if (href && !href.isExpression) {
    const textRange = { start: range.end, end: range.end }
    facts.links.push({ form: 'html', range, url: href.value, urlRange: href.range, text: '', textRange })
  }
  const source = attribute('src')
  if (source && !source.isExpression && (element === 'img' || element === 'image')) {
    const alt = attribute('alt')
    const image = {
      form: 'html',
      range,
      url: source.value,
      urlRange: source.range,
      alt: alt?.value ?? '',
    } as const
    facts.images.push(alt ? { ...image, altRange: alt.range } : image)
    const isWords = alt && hasLetter(alt.value) && !/[\r\n]/.test(sliceOf(text, alt.range))
    if (isWords) addSegment(reading, 'alt', alt.range, [alt.range])
  }
}
