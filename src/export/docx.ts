import type { Element } from 'hast'
import {
  BorderStyle,
  Document as Word,
  HeadingLevel,
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
import { bookmarked, inline, reading, run, type Look, type Making } from './docx-inline.ts'
import { numbering, wordStyles } from './docx-styles.ts'
import { timelessDocx } from './docx-timeless.ts'
import { blocksAndRuns, classesOf, elementsIn, rowsOf, wordsOf, type PageNode } from './elements.ts'
import { linkedTo } from './linked.ts'
import { outputPath, type Exporter, type Tools } from './output.ts'
import type { Page } from './page.ts'
import { updatedLine } from './template.ts'

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

type Blocks = (Paragraph | Table)[]

/** What holds for a block. */
interface Around {
  readonly style?: string
  readonly list?: { readonly reference: string; readonly level: number; readonly instance: number }
  readonly indent: number
  readonly look: Look
}

async function documentOf(page: Page, children: readonly PageNode[], tools: Tools): Promise<Uint8Array> {
  const making: Making = { page, tools, lists: 0, bookmarks: 0 }
  const updated = updatedLine(page)
  const line = (text: string, style: string): Paragraph =>
    new Paragraph({ style, ...reading(page), children: [run(text, {}, page)] })
  const head = [
    ...(page.outline[0]?.depth === 1 ? [] : [line(page.title, 'Title')]),
    ...(page.excerpt === '' ? [] : [line(page.excerpt, 'Lead')]),
    ...(updated === '' ? [] : [line(updated, 'Date')]),
    ...(page.deprecated ? [line(page.words.deprecated, 'CalloutWarning')] : []),
  ]
  const body = await blocks(children, { indent: 0, look: {} }, making)
  const word = new Word({
    title: page.title,
    description: page.excerpt,
    creator: 'Hexapla',
    lastModifiedBy: 'Hexapla',
    styles: wordStyles(page),
    numbering,
    sections: [{ properties: {}, children: [...head, ...body] }],
  })
  return timelessDocx(new Uint8Array(await Packer.toBuffer(word)), page.updated)
}

async function blocks(nodes: readonly PageNode[], around: Around, making: Making): Promise<Blocks> {
  const made: Blocks = []
  for (const part of blocksAndRuns(nodes)) {
    if ('tagName' in part) made.push(...(await block(part, around, making)))
    else made.push(paragraph(await inline(part, around.look, making), around, making))
  }
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
  const classes = classesOf(element)
  const style = calloutStyle(classes)
  const isTitle = classes.includes('callout-title')
  const look: Look = isTitle ? { ...around.look, bold: true } : around.look
  const made = await blocks(children, { ...around, look, ...(style !== undefined && { style }) }, making)
  return style === undefined ? made : [...made, gap()]
}

function calloutStyle(classes: readonly string[]): string | undefined {
  if (!classes.includes('callout')) return undefined
  if (classes.includes('callout-faq')) return undefined
  return classes.includes('callout-warning') ? 'CalloutWarning' : 'Callout'
}

function code(element: Element, around: Around, making: Making): Blocks {
  const lines = wordsOf(element).replace(/\n$/, '').split('\n')
  const children = lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }))
  // Code is read from left to right in every language.
  const page: Page = { ...making.page, direction: 'ltr' }
  return [paragraph(children, { ...around, style: 'CodeBlock' }, { ...making, page })]
}

async function list(element: Element, around: Around, making: Making): Promise<Blocks> {
  const level = around.list ? around.list.level + 1 : 0
  const instance = ++making.lists
  const reference = element.tagName === 'ol' ? 'numbers' : 'bullets'
  const made: Blocks = []
  for (const item of elementsIn(element)) {
    const parts = await blocks(item.children, { ...around, list: { reference, level, instance } }, making)
    made.push(...parts)
  }
  return made
}

async function table(element: Element, making: Making): Promise<Blocks> {
  const rows = rowsOf(element)
  const made: TableRow[] = []
  for (const row of rows) {
    const cells = elementsIn(row)
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
  return [new Table({ rows: made, width, borders, visuallyRightToLeft: page.direction === 'rtl' }), gap()]
}

/** Room below what has a frame of its own, which would grow together with the next. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 160 } })
}
