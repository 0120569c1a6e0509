import type { Element } from 'hast'
import {
  blocksAndRuns,
  classesOf,
  codeLanguageOf,
  elementsIn,
  isBlock,
  rowsOf,
  wordsOf,
  type PageNode,
} from './elements.ts'
import type { Page } from './page.ts'
import { updatedLine } from './template.ts'

/** A node of pandoc's own tree, as its JSON writes it. */
export interface PandocNode {
  readonly t: string
  readonly c?: unknown
}

type Attr = readonly [string, readonly string[], readonly (readonly [string, string])[]]

const bare: Attr = ['', [], []]

/**
 * A page as pandoc's tree (https://hackage.haskell.org/package/pandoc-types), so that the guides have one parser.
 * `children` are the page's blocks with their addresses.
 */
export function pandocTree(
  page: Page,
  children: readonly PageNode[],
  apiVersion: readonly number[],
): unknown {
  const updated = updatedLine(page)
  const head: PandocNode[] = [
    ...(page.excerpt === '' ? [] : [para([text(page.excerpt)])]),
    ...(updated === '' ? [] : [para([text(updated)])]),
    ...(page.deprecated ? [para([strong([text(page.words.deprecated)])])] : []),
  ]
  return {
    'pandoc-api-version': apiVersion,
    meta: {
      lang: { t: 'MetaString', c: page.language },
      ...(page.direction === 'rtl' && { dir: { t: 'MetaString', c: 'rtl' } }),
      title: { t: 'MetaInlines', c: [text(page.title)] },
    },
    blocks: [...head, ...blocks(withoutTitle(page, children))],
  }
}

/** The title is told as such: a heading that repeats it would stand there twice. */
function withoutTitle(page: Page, children: readonly PageNode[]): readonly PageNode[] {
  const first = children.findIndex((node) => node.type === 'element')
  const heading = children[first]
  const isTitle = heading?.type === 'element' && heading.tagName === 'h1' && wordsOf(heading) === page.title
  return isTitle ? children.slice(first + 1) : children
}

/** Blocks; words between them make paragraphs of their own. */
function blocks(nodes: readonly PageNode[], loosely: 'Para' | 'Plain' = 'Para'): PandocNode[] {
  return Array.from(blocksAndRuns(nodes), (part) =>
    'tagName' in part ? block(part) : [{ t: loosely, c: inlines(part) }],
  ).flat()
}

function block(element: Element): PandocNode[] {
  const { tagName, children } = element
  const make = blockMakers[/^h[1-6]$/.test(tagName) ? 'heading' : tagName]
  return make ? make(element) : [{ t: 'Div', c: [attributesOf(element), blocks(children)] }]
}

type MakeBlock = (element: Element) => PandocNode[]

const blockMakers: Readonly<Record<string, MakeBlock>> = {
  heading: (element) => [
    { t: 'Header', c: [Number(element.tagName.slice(1)), attributesOf(element), inlines(element.children)] },
  ],
  p: (element) => [
    para(isCalloutTitle(element) ? [strong(inlines(element.children))] : inlines(element.children)),
  ],
  figure: ({ children }) => blocks(children),
  figcaption: ({ children }) => [para([{ t: 'Emph', c: inlines(children) }])],
  hr: () => [{ t: 'HorizontalRule' }],
  blockquote: ({ children }) => [{ t: 'BlockQuote', c: blocks(children) }],
  aside: ({ children }) => [{ t: 'BlockQuote', c: blocks(children) }],
  pre: (element) => {
    const [code] = elementsIn(element)
    const language = code && codeLanguageOf(code)
    const words = wordsOf(element).replace(/\n$/, '')
    return [{ t: 'CodeBlock', c: [['', language === undefined ? [] : [language], []], words] }]
  },
  ul: (element) => [{ t: 'BulletList', c: items(element) }],
  ol: (element) => [
    {
      t: 'OrderedList',
      c: [[Number(element.properties.start ?? 1), { t: 'Decimal' }, { t: 'Period' }], items(element)],
    },
  ],
  dl: (element) => [{ t: 'DefinitionList', c: definitions(element) }],
  table: (element) => [tableOf(element)],
}

function items(list: Element): PandocNode[][] {
  return elementsIn(list).map((item) => blocks(item.children, 'Plain'))
}

/** Pairs of a term and what is said of it; a term alone keeps its words. */
function definitions(list: Element): [PandocNode[], PandocNode[][]][] {
  const pairs: [PandocNode[], PandocNode[][]][] = []
  for (const child of elementsIn(list)) {
    if (child.tagName === 'dt') pairs.push([inlines(flat(child.children)), []])
    else (pairs.at(-1) ?? pairs[pairs.push([[], []]) - 1])?.[1].push(blocks(child.children))
  }
  return pairs
}

/** A term holds words alone: its paragraphs give theirs. */
function flat(nodes: readonly PageNode[]): PageNode[] {
  return nodes.flatMap((node) => (isBlock(node) ? flat(node.children) : [node]))
}

const defaultAlignment = { t: 'AlignDefault' }

function tableOf(element: Element): PandocNode {
  const rows = rowsOf(element).map(elementsIn)
  const width = Math.max(...rows.map((cells) => cells.length))
  const headers = rows.findIndex((cells) => cells.some(({ tagName }) => tagName !== 'th'))
  const split = headers < 0 ? rows.length : headers
  const columns = Array.from({ length: width }, () => [defaultAlignment, { t: 'ColWidthDefault' }])
  const row = (cells: readonly Element[]): unknown => [
    bare,
    cells.map((cell) => [bare, alignmentOf(cell), 1, 1, blocks(cell.children, 'Plain')]),
  ]
  return {
    t: 'Table',
    c: [
      bare,
      [null, []],
      columns,
      [bare, rows.slice(0, split).map(row)],
      [[bare, 0, [], rows.slice(split).map(row)]],
      [bare, []],
    ],
  }
}

const alignments: Readonly<Record<string, string>> = {
  left: 'AlignLeft',
  right: 'AlignRight',
  center: 'AlignCenter',
}

function alignmentOf({ properties }: Element): { readonly t: string } {
  return { t: alignments[String(properties.align)] ?? 'AlignDefault' }
}

function inlines(nodes: readonly PageNode[]): PandocNode[] {
  return nodes.flatMap(inline)
}

function inline(node: PageNode): PandocNode[] {
  if (node.type === 'text') return words(node.value)
  if (node.type !== 'element') return []
  const make = inlineMakers[node.tagName]
  if (make) return [make(node)]
  const attributes = attributesOf(node)
  const content = inlines(node.children)
  return attributes === bare ? content : [{ t: 'Span', c: [attributes, content] }]
}

type MakeInline = (element: Element) => PandocNode

const inlineMakers: Readonly<Record<string, MakeInline>> = {
  em: ({ children }) => ({ t: 'Emph', c: inlines(children) }),
  i: ({ children }) => ({ t: 'Emph', c: inlines(children) }),
  strong: ({ children }) => strong(inlines(children)),
  b: ({ children }) => strong(inlines(children)),
  del: ({ children }) => ({ t: 'Strikeout', c: inlines(children) }),
  sub: ({ children }) => ({ t: 'Subscript', c: inlines(children) }),
  sup: ({ children }) => ({ t: 'Superscript', c: inlines(children) }),
  code: (element) => ({ t: 'Code', c: [bare, wordsOf(element)] }),
  kbd: (element) => ({ t: 'Code', c: [bare, wordsOf(element)] }),
  br: () => ({ t: 'LineBreak' }),
  input: ({ properties }) => text(properties.checked ? '☑' : '☐'),
  a: (element) => {
    const { href, title } = element.properties
    const content = inlines(element.children)
    if (typeof href !== 'string') return { t: 'Span', c: [attributesOf(element), content] }
    const target = href.startsWith('#') ? decodeURIComponent(href) : href
    return {
      t: 'Link',
      c: [attributesOf(element), content, [target, typeof title === 'string' ? title : '']],
    }
  },
  img: ({ properties: { src, alt, title } }) => ({
    t: 'Image',
    c: [bare, [text(String(alt ?? ''))], [String(src ?? ''), typeof title === 'string' ? title : '']],
  }),
}

/** Words with the spaces between them, as pandoc has them. */
function words(value: string): PandocNode[] {
  return value
    .split(/([ \t\n\r]+)/)
    .filter((part) => part !== '')
    .map((part): PandocNode => {
      if (!/^[ \t\n\r]/.test(part)) return text(part)
      return { t: part.includes('\n') ? 'SoftBreak' : 'Space' }
    })
}

function text(value: string): PandocNode {
  return { t: 'Str', c: value }
}

function strong(content: readonly PandocNode[]): PandocNode {
  return { t: 'Strong', c: content }
}

function para(content: readonly PandocNode[]): PandocNode {
  return { t: 'Para', c: content }
}

function attributesOf(element: Element): Attr {
  const id = typeof element.properties.id === 'string' ? element.properties.id : ''
  const classes = classesOf(element)
  return id === '' && classes.length === 0 ? bare : [id, classes, []]
}

function isCalloutTitle(element: Element): boolean {
  return classesOf(element).includes('callout-title')
}
