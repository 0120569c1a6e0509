import type { Element, ElementContent, RootContent } from 'hast'
import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document as Word,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'
import { splitUrl } from '../corpus/resolve.ts'
import { wordStyles, numbering } from './docx-styles.ts'
import { linkedTo } from './linked.ts'
import { outputPath, type Exporter, type Tools } from './output.ts'
import type { Page } from './page.ts'
import { writtenDate } from './template.ts'
import { isBlock, rowsOf, wordsOf } from './elements.ts'
import { labelled } from './words.ts'

export const exporter: Exporter = {
  format: 'docx',
  summary: 'a document for word processors, with real styles',
  async *files(publication) {
    for (const page of publication.pages) {
      const children = linkedTo('docx', page, publication).children
      yield { path: outputPath(page, 'docx'), data: await documentOf(page, children, publication.tools) }
    }
  },
}

type Node = RootContent | ElementContent
type Blocks = (Paragraph | Table)[]

/** What holds for a stretch of words. */
interface Look {
  readonly bold?: true
  readonly italics?: true
  readonly strike?: true
  readonly style?: string
}

/** What holds for a block. */
interface Around {
  readonly style?: string
  readonly list?: { readonly reference: string; readonly level: number; readonly instance: number }
  readonly indent: number
  readonly look: Look
}

/** One document that is being made. */
interface Making {
  readonly page: Page
  readonly tools: Tools
  /** Numbers of lists, and of bookmarks: each list counts from 1 by itself. */
  lists: number
  bookmarks: number
}

async function documentOf(page: Page, children: readonly Node[], tools: Tools): Promise<Uint8Array> {
  const making: Making = { page, tools, lists: 0, bookmarks: 0 }
  const date = writtenDate(page)
  const line = (text: string, style: string): Paragraph =>
    new Paragraph({ style, ...reading(page), children: [run(text, {}, page)] })
  const head = [
    ...(page.outline[0]?.depth === 1 ? [] : [line(page.title, 'Title')]),
    ...(page.excerpt === '' ? [] : [line(page.excerpt, 'Lead')]),
    ...(date === '' ? [] : [line(labelled(page.words.updated, date, page.language), 'Date')]),
    ...(page.deprecated ? [line(page.words.deprecated, 'CalloutWarning')] : []),
  ]
  const body = await blocks(children, { indent: 0, look: {} }, making)
  const word = new Word({
    title: page.title,
    description: page.excerpt,
    creator: 'Hexapla',
    lastModifiedBy: 'Hexapla',
    styles: wordStyles(page.language),
    numbering,
    sections: [{ properties: {}, children: [...head, ...body] }],
  })
  return timeless(new Uint8Array(await Packer.toBuffer(word)), page.updated)
}

/** The same bytes each time: the archive's clock and the document's dates are the page's, its links are counted. */
async function timeless(bytes: Uint8Array, updated: string): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const files = unzipSync(bytes)
  const rewrite = (path: string, change: (xml: string) => string): void => {
    const file = files[path]
    if (file) files[path] = strToU8(change(strFromU8(file)))
  }
  const date = `${updated === '' ? '1980-01-01' : updated}T00:00:00Z`
  rewrite('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`),
  )
  // Links are named at random: they get the numbers of their order.
  const names = new Map<string, string>()
  const named = (xml: string): string =>
    xml.replace(/"rId([\w-]{12,})"/g, (_, name: string) => {
      names.set(name, names.get(name) ?? `rIdLink${names.size + 1}`)
      return `"${names.get(name) ?? name}"`
    })
  rewrite('word/document.xml', named)
  rewrite('word/_rels/document.xml.rels', named)
  return zipSync(files, { mtime: new Date('1980-01-01T00:00:00'), level: 6 })
}

function reading({ direction }: Page): { readonly bidirectional?: true } {
  return direction === 'rtl' ? { bidirectional: true } : {}
}

function run(text: string, look: Look, { direction }: Page): TextRun {
  return new TextRun({ text, ...look, ...(direction === 'rtl' && { rightToLeft: true }) })
}

async function blocks(nodes: readonly Node[], around: Around, making: Making): Promise<Blocks> {
  const made: Blocks = []
  let loose: Node[] = []
  const flush = async (): Promise<void> => {
    if (loose.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''))) {
      made.push(paragraph(await inline(loose, around.look, making), around, making))
    }
    loose = []
  }
  for (const node of nodes) {
    if (isBlock(node)) {
      await flush()
      made.push(...(await block(node, around, making)))
    } else loose.push(node)
  }
  await flush()
  return made
}

function paragraph(
  children: readonly ParagraphChild[],
  { style, list, indent }: Around,
  { page }: Making,
): Paragraph {
  return new Paragraph({
    children,
    ...reading(page),
    ...(style !== undefined && { style }),
    ...(list && { numbering: list }),
    ...(indent > 0 && !list && { indent: { start: indent } }),
  })
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

async function block(element: Element, around: Around, making: Making): Promise<Blocks> {
  const { tagName, children, properties } = element
  if (/^h[1-6]$/.test(tagName)) {
    const heading = headings[Number(tagName.slice(1)) - 1] ?? HeadingLevel.HEADING_5
    const words = await inline(children, {}, making)
    return [
      new Paragraph({ heading, ...reading(making.page), children: bookmarked(properties.id, words, making) }),
    ]
  }
  if (tagName === 'pre') return code(element, around, making)
  if (tagName === 'hr') return [new Paragraph({ thematicBreak: true })]
  if (tagName === 'ul' || tagName === 'ol') return list(element, around, making)
  if (tagName === 'table') return table(element, making)
  if (tagName === 'blockquote')
    return blocks(children, { ...around, style: 'Quote', indent: around.indent + 400 }, making)
  if (tagName === 'figure') return blocks(children, { ...around, style: 'Figure' }, making)
  if (tagName === 'dt') return blocks(children, { ...around, look: { ...around.look, bold: true } }, making)
  if (tagName === 'dd') return blocks(children, { ...around, indent: around.indent + 400 }, making)
  const style = calloutStyle(properties.className)
  const isTitle = Array.isArray(properties.className) && properties.className.includes('callout-title')
  const look: Look = isTitle ? { ...around.look, bold: true } : around.look
  return blocks(children, { ...around, look, ...(style !== undefined && { style }) }, making)
}

function calloutStyle(classes: unknown): string | undefined {
  if (!Array.isArray(classes) || !classes.includes('callout')) return undefined
  if (classes.includes('callout-faq')) return undefined
  return classes.includes('callout-warning') ? 'CalloutWarning' : 'Callout'
}

/** Words that a link can lead to. */
function bookmarked(id: unknown, words: readonly ParagraphChild[], making: Making): ParagraphChild[] {
  if (typeof id !== 'string') return [...words]
  const number = ++making.bookmarks
  return [
    new BookmarkStart(bookmarkOf(id), number),
    ...words,
    new BookmarkEnd(number),
  ] as unknown as ParagraphChild[]
}

/** Word takes letters, digits and `_`, forty of them at most. */
function bookmarkOf(id: string): string {
  const bare = id.replace(/[^\p{L}\p{N}]+/gu, '_')
  if (bare.length <= 38) return `_${bare}`
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return `_${bare.slice(0, 28)}_${sum.toString(36)}`
}

function code(element: Element, around: Around, making: Making): Blocks {
  const lines = wordsOf(element).replace(/\n$/, '').split('\n')
  const children = lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }))
  return [paragraph(children, { ...around, style: 'CodeBlock' }, making)]
}

async function list({ tagName, children }: Element, around: Around, making: Making): Promise<Blocks> {
  const level = around.list ? around.list.level + 1 : 0
  const instance = ++making.lists
  const reference = tagName === 'ol' ? 'numbers' : 'bullets'
  const made: Blocks = []
  for (const item of children) {
    if (item.type !== 'element') continue
    const parts = await blocks(item.children, { ...around, list: { reference, level, instance } }, making)
    made.push(...parts)
  }
  return made
}

async function table(element: Element, making: Making): Promise<Blocks> {
  const rows = rowsOf(element)
  const made: TableRow[] = []
  for (const row of rows) {
    const cells = row.children.filter((cell): cell is Element => cell.type === 'element')
    const isHeader = cells.every(({ tagName }) => tagName === 'th')
    const contents: TableCell[] = []
    for (const cell of cells) {
      const content = await blocks(
        cell.children,
        { indent: 0, style: 'Cell', look: isHeader ? { bold: true } : {} },
        making,
      )
      contents.push(
        new TableCell({
          children: content.length > 0 ? content : [new Paragraph({})],
          margins: { top: 60, bottom: 60, left: 110, right: 110 },
          ...(isHeader && { shading: { type: ShadingType.CLEAR, fill: 'EDF1F7', color: 'auto' } }),
        }),
      )
    }
    if (contents.length > 0)
      made.push(new TableRow({ tableHeader: isHeader, cantSplit: true, children: contents }))
  }
  if (made.length === 0) return []
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C5CDD9' }
  const borders = {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  }
  const width = { size: 100, type: WidthType.PERCENTAGE }
  const { page } = making
  return [
    new Table({ rows: made, width, borders, visuallyRightToLeft: page.direction === 'rtl' }),
    new Paragraph({ spacing: { after: 120 } }),
  ]
}

async function inline(nodes: readonly Node[], look: Look, making: Making): Promise<ParagraphChild[]> {
  const made: ParagraphChild[] = []
  for (const node of nodes) made.push(...(await inlineNode(node, look, making)))
  return made
}

const looks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italics: true },
  i: { italics: true },
  del: { strike: true },
  code: { style: 'Code' },
  kbd: { style: 'Code' },
}

async function inlineNode(node: Node, look: Look, making: Making): Promise<ParagraphChild[]> {
  if (node.type === 'text') {
    const text = node.value.replace(/\s+/g, ' ')
    return text === '' ? [] : [run(text, look, making.page)]
  }
  if (node.type !== 'element') return []
  const { tagName, properties, children } = node
  if (tagName === 'br') return [new TextRun({ break: 1 })]
  if (tagName === 'input') return [run(properties.checked ? '☑ ' : '☐ ', look, making.page)]
  if (tagName === 'img') return picture(node, making)
  const words = await inline(children, { ...look, ...looks[tagName] }, making)
  if (tagName !== 'a') return words
  const { href, id } = properties
  if (typeof href !== 'string') return bookmarked(id, words, making)
  const linked = await inline(children, { ...look, style: 'Hyperlink' }, making)
  if (href.startsWith('#'))
    return [new InternalHyperlink({ anchor: bookmarkOf(splitUrl(href).fragment ?? ''), children: linked })]
  return [new ExternalHyperlink({ link: href, children: linked })]
}

/** The width of a line of text on A4 with the usual margins, in pixels. */
const widest = 600

async function picture({ properties }: Element, making: Making): Promise<ParagraphChild[]> {
  const { src, alt } = properties
  const words = typeof alt === 'string' ? alt : ''
  const found = typeof src === 'string' ? making.tools.picture(src) : undefined
  const png = found && (await making.tools.png(found, widest * 2))
  if (!found || !png)
    return [
      run(`[${making.page.words.missingPicture}: ${words === '' ? String(src) : words}]`, {}, making.page),
    ]
  const { width = widest, height = widest } = found
  const scale = Math.min(1, widest / width)
  return [
    new ImageRun({
      type: 'png',
      data: png,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: String(src), title: words, description: words },
    }),
  ]
}
