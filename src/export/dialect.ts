import type {
  Blockquote,
  Image,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast'
import { attributesAt, type Attributes } from '../markdown/attributes.ts'
import { literalLinksIn } from '../markdown/literal.ts'
import type { PageWords } from './words.ts'

/** How a node is to stand in HTML, as mdast-util-to-hast reads it. */
interface Shape {
  readonly hName?: string
  readonly hProperties?: Readonly<Record<string, string | string[]>>
}

/** Callouts by kind: what they are to a reader, and the word that says so. */
const callouts: Readonly<Record<string, { readonly role: string; readonly word: keyof PageWords }>> = {
  warning: { role: 'warning', word: 'warning' },
  alert: { role: 'warning', word: 'warning' },
  caution: { role: 'warning', word: 'warning' },
  danger: { role: 'warning', word: 'warning' },
  success: { role: 'success', word: 'success' },
  tip: { role: 'success', word: 'note' },
  faq: { role: 'faq', word: 'questions' },
}
const plainCallout = { role: 'note', word: 'note' } as const

/** Kinds whose parts stand in pairs: a question or a tab's name, and one level of quoting deeper what belongs to it. */
const paired: ReadonlySet<string> = new Set(['faq', 'tabs'])

const mark = /^\[!([\p{L}\p{N}_-]+)\][ \t]*/u

/** Resolves the guides' dialect in a tree: what was signs among the words becomes nodes with a shape of their own. */
export function resolveDialect(tree: Root, words: PageWords): void {
  visit(tree, words)
}

function visit(parent: Parents, words: PageWords): void {
  if (parent.type === 'heading') takeHeadingAttributes(parent)
  const children = parent.children as Nodes[]
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (child?.type === 'text') at += resolveText(parent, at, child)
    else if (child?.type === 'inlineCode' && isLabel(children[at + 1])) shapeLabel(child)
    else if (child && 'children' in child) visit(child, words)
  }
  for (const child of children) {
    if (child.type === 'blockquote') shapeCallout(child, words)
    else if (child.type === 'paragraph') shapeFigure(child)
  }
}

/** Takes attribute lists off the words behind what they speak of, and makes links of bare addresses. */
function resolveText(parent: Parents, at: number, node: Text): number {
  const children = parent.children as Nodes[]
  const before = children[at - 1]
  const attributes = before ? attributesAt(node.value, 0) : undefined
  if (before && attributes) {
    applyAttributes(before, attributes)
    node.value = node.value.slice(attributes.range.end)
  }
  if (parent.type === 'link' || parent.type === 'linkReference') return 0
  const pieces = withLinks(node.value)
  if (pieces.length === 1 && pieces[0]?.type === 'text') return 0
  children.splice(at, 1, ...pieces)
  return pieces.length - 1
}

function withLinks(value: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const { range, url } of literalLinksIn(value, { start: 0, end: value.length })) {
    if (range.start > from) pieces.push({ type: 'text', value: value.slice(from, range.start) })
    pieces.push({
      type: 'link',
      url,
      children: [{ type: 'text', value: value.slice(range.start, range.end) }],
    })
    from = range.end
  }
  if (from < value.length || pieces.length === 0) pieces.push({ type: 'text', value: value.slice(from) })
  return pieces
}

function applyAttributes(node: Nodes, { id, classes }: Attributes): void {
  const known = (node.data ?? {}) as Shape
  const properties: Record<string, string | string[]> = { ...known.hProperties }
  if (id !== undefined) properties.id = id
  const isLabelled = node.type === 'inlineCode' && classes.includes('action')
  if (!isLabelled && classes.length > 0) properties.className = [...classes]
  node.data = { ...known, hProperties: properties }
}

function takeHeadingAttributes(heading: Parents): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const open = last.value.lastIndexOf('{')
  const attributes = open < 0 ? undefined : attributesAt(last.value, open)
  if (attributes?.range.end === last.value.trimEnd().length) {
    last.value = last.value.slice(0, open).trimEnd()
    // The id is given by the site's slugs, which know it.
  }
}

/** True of words that begin with `{.action}`: what stands before them is a label of a user interface. */
function isLabel(next: Nodes | undefined): boolean {
  if (next?.type !== 'text') return false
  return attributesAt(next.value, 0)?.classes.includes('action') ?? false
}

/** `` `**Next**`{.action} ``: the stars are part of the dialect, not of the label. */
function shapeLabel(node: Nodes & { value: string }): void {
  node.value = node.value.replace(/^\*\*(.*)\*\*$/s, '$1')
  node.data = { hName: 'b', hProperties: { className: ['label'] } }
}

/** A paragraph that holds a picture alone is a figure. */
function shapeFigure(paragraph: Paragraph): void {
  const images = paragraph.children.filter((child): child is Image => child.type === 'image')
  const others = paragraph.children.filter(
    (child) => child.type !== 'image' && !(child.type === 'text' && child.value.trim() === ''),
  )
  if (images.length !== 1 || others.length > 0) return
  const title = images[0]?.title
  paragraph.data = { ...paragraph.data, hName: 'figure' }
  paragraph.children = [...images]
  if (!title) return
  const caption = {
    type: 'emphasis',
    data: { hName: 'figcaption' },
    children: [{ type: 'text', value: title }],
  }
  paragraph.children.push(caption as PhrasingContent)
}

/** `> [!warning]`: a callout with its title; questions and answers become a list of both. */
function shapeCallout(quote: Blockquote, words: PageWords): void {
  const first = quote.children[0]
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const kind = text?.type === 'text' ? mark.exec(text.value)?.[1]?.toLowerCase() : undefined
  if (kind === undefined || first?.type !== 'paragraph' || text?.type !== 'text') return
  const title = takeMark(first, text)
  if (first.children.length === 0) quote.children.shift()
  const { role, word } = callouts[kind] ?? plainCallout
  const content = paired.has(kind) ? [pairs(quote.children, kind)] : quote.children
  const hasTitle = kind !== 'carousel' && kind !== 'tabs' && kind !== 'api'
  const heading = {
    type: 'paragraph',
    children: title ?? [{ type: 'text', value: words[word] }],
  } as Paragraph
  heading.data = { hProperties: { className: ['callout-title'] } }
  quote.children = (hasTitle || title ? [heading, ...content] : content) as Blockquote['children']
  quote.data = {
    hName: hasTitle ? 'aside' : 'div',
    hProperties: {
      ...(quote.data as Shape | undefined)?.hProperties,
      className: [
        'callout',
        `callout-${kind in callouts ? role : kind === 'primary' || !hasTitle ? kind : role}`,
      ],
    },
  }
}

/** Takes `[!kind]` off a callout's first words; what follows in its line is the title. */
function takeMark(paragraph: Paragraph, text: Text): PhrasingContent[] | undefined {
  const rest = text.value.replace(mark, '')
  const end = rest.indexOf('\n')
  const [line, below] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end + 1)]
  const hasMore = paragraph.children.length > 1
  if (line.trim() === '' || (end < 0 && hasMore)) {
    text.value = line.trim() === '' ? below : rest
    if (text.value === '') paragraph.children.shift()
    return undefined
  }
  text.value = below
  if (below === '') paragraph.children.shift()
  return [{ type: 'text', value: line.trim() }]
}

function pairs(blocks: readonly RootContent[], kind: string): RootContent {
  const children = blocks.map((block) => {
    const isAnswer = block.type === 'blockquote'
    const content = isAnswer ? block.children : [block]
    return { type: 'listItem', data: { hName: isAnswer ? 'dd' : 'dt' }, children: content, spread: true }
  })
  return {
    type: 'blockquote',
    data: { hName: 'dl', hProperties: { className: [kind] } },
    children,
  } as unknown as RootContent
}
