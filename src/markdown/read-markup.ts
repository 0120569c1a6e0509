import type { Nodes } from 'mdast'
import { sliceOf, type Range } from '../text/range.ts'
import { tagsIn, type Tag, type TagAttribute } from './html.ts'
import type { Draft, Reading, Readers, Surroundings } from './reading.ts'

/** Readers of what is kept byte for byte: raw HTML, and the elements and expressions of MDX. */
export const markupReaders: Readers = {
  /** Looked through for comments, anchors, links and pictures. */
  html(_, range, __, { facts, text }) {
    facts.opaque.push(range)
    for (let open = text.indexOf('<!--', range.start); open >= 0 && open < range.end;) {
      const close = text.indexOf('-->', open + 4)
      const end = close < 0 || close + 3 > range.end ? range.end : close + 3
      const value = text.slice(open + 4, close < 0 ? end : Math.min(close, end)).trim()
      facts.comments.push({ range: { start: open, end }, value })
      open = text.indexOf('<!--', end)
    }
    for (const tag of tagsIn(text, range)) readTag(tag, facts)
  },

  mdxjsEsm(_, range, __, { facts }) {
    facts.opaque.push(range)
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

/** An element's tag is opaque; what it holds is read. */
function readElement(node: Nodes, range: Range, around: Surroundings, reading: Reading): void {
  const [tag] = tagsIn(reading.text, range)
  if (tag) {
    reading.facts.opaque.push(tag.range)
    readTag(tag, reading.facts)
  }
  reading.within(node, around)
}

/** True of nodes whose children are blocks: between these blank lines may lack. */
export function holdsBlocks({ type }: Nodes): boolean {
  return type === 'root' || type === 'blockquote' || type === 'mdxJsxFlowElement'
}

function readTag({ name, range, attributes }: Tag, facts: Draft): void {
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
  }
}
