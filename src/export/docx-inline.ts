import type { Element } from 'hast'
import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  ImageRun,
  InternalHyperlink,
  TextRun,
  type ParagraphChild,
} from 'docx'
import { splitUrl } from '../corpus/resolve.ts'
import type { PageNode } from './elements.ts'
import type { Tools } from './output.ts'
import type { Page } from './page.ts'

/** What holds for a stretch of words. */
export interface Look {
  readonly bold?: true
  readonly italics?: true
  readonly strike?: true
  readonly style?: string
}

/** One document that is being made. */
export interface Making {
  readonly page: Page
  readonly tools: Tools
  /** Numbers of lists, and of bookmarks: each list counts from 1 by itself. */
  lists: number
  bookmarks: number
}

export function reading({ direction }: Page): { readonly bidirectional?: true } {
  return direction === 'rtl' ? { bidirectional: true } : {}
}

export function run(text: string, look: Look, { direction }: Page): TextRun {
  return new TextRun({ text, ...look, ...(direction === 'rtl' && { rightToLeft: true }) })
}

/** Words that a link can lead to. */
export function bookmarked(id: unknown, words: readonly ParagraphChild[], making: Making): ParagraphChild[] {
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

export async function inline(
  nodes: readonly PageNode[],
  look: Look,
  making: Making,
): Promise<ParagraphChild[]> {
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

async function inlineNode(node: PageNode, look: Look, making: Making): Promise<ParagraphChild[]> {
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
  const found = typeof src === 'string' ? await making.tools.picture(src) : undefined
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
