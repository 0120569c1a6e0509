import type { Element } from 'hast'
import { widthOf } from '../text/width.ts'
import { linkedTo } from './linked.ts'
import { outputPath, type Exporter } from './output.ts'
import type { Page } from './page.ts'
import { updatedLine } from './template.ts'
import { blocksAndRuns, elementsIn, isBlock, rowsOf, wordsOf, type PageNode } from './elements.ts'

/** How wide the lines of a text may be, in characters. */
const width = 78

export const exporter: Exporter = {
  format: 'txt',
  summary: 'plain text, for a terminal or a ticket',
  *files(publication) {
    for (const page of publication.pages) {
      const root = linkedTo('txt', page, publication)
      yield { path: outputPath(page, 'txt'), data: textOf({ ...page, root }) }
    }
  },
}

/** A page as plain text. */
function textOf(page: Page): string {
  const { title, excerpt, words, root, outline } = page
  const updated = updatedLine(page)
  const head = [
    outline[0]?.depth === 1 ? '' : underlined(title, '='),
    excerpt === '' ? '' : wrapped(excerpt, width),
    updated,
    page.deprecated ? `! ${words.deprecated}` : '',
  ]
  const writing: Writing = { words, links: [] }
  const body = blocks(root.children, width, writing)
  const links = writing.links.map((url, index) => `[${index + 1}] ${url}`)
  return `${[...head, ...body, links.join('\n')].filter((part) => part !== '').join('\n\n')}\n`
}

interface Writing {
  readonly words: Page['words']
  /** Addresses, told at the end by their numbers. */
  readonly links: string[]
}

/** Blocks of text; words between them make paragraphs of their own. */
function blocks(nodes: readonly PageNode[], columns: number, writing: Writing): string[] {
  return Array.from(blocksAndRuns(nodes), (part) => {
    if ('tagName' in part) return block(part, columns, writing)
    const words = inline(part, writing)
    return words.trim() === '' ? [] : [wrapped(words, columns)]
  }).flat()
}

function block(element: Element, columns: number, writing: Writing): string[] {
  const { tagName, children } = element
  const inner = (indent: number): string[] => blocks(children, columns - indent, writing)
  switch (tagName) {
    case 'h1':
      return [underlined(inline(children, writing), '=')]
    case 'h2':
      return [underlined(inline(children, writing), '-')]
    case 'h3':
      return [underlined(inline(children, writing), '.')]
    case 'hr':
      return ['-'.repeat(columns)]
    case 'pre':
      return [indented(wordsOf(element).replace(/\n$/, ''), '    ')]
    case 'ul':
    case 'ol':
      return [list(element, columns, writing)]
    case 'blockquote':
    case 'aside':
      return [indented(inner(2).join('\n\n'), '| ')]
    case 'dd':
      return [indented(inner(4).join('\n\n'), '    ')]
    case 'table':
      return [table(element, columns, writing)]
    default:
      return inner(0)
  }
}

function list(element: Element, columns: number, writing: Writing): string {
  const { tagName, properties } = element
  const items = elementsIn(element)
  const first = typeof properties.start === 'number' ? properties.start : 1
  return items
    .map((item, index) => {
      const sign = tagName === 'ol' ? `${first + index}. ` : '- '
      const content = blocks(item.children, columns - sign.length, writing).join('\n\n')
      return sign + indented(content, ' '.repeat(sign.length)).slice(sign.length)
    })
    .join(
      items.some((item) => item.children.some((child) => isBlock(child) && child.tagName === 'p'))
        ? '\n\n'
        : '\n',
    )
}

/** Columns side by side where they fit, else a line a cell, each behind its column's name. */
function table(element: Element, columns: number, writing: Writing): string {
  const rows = rowsOf(element).map((row) =>
    row.children.flatMap((cell) =>
      cell.type === 'element' ? [inline(cell.children, writing).replace(/\s*\n\s*/g, '; ')] : [],
    ),
  )
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const total = widths.reduce((sum, each) => sum + each + 3, -3)
  if (total <= columns) {
    const lines = rows.map((row) =>
      widths
        .map((each, column) => padded(row[column] ?? '', each))
        .join('   ')
        .trimEnd(),
    )
    const rule = widths.map((each) => '-'.repeat(each)).join('   ')
    return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n')
  }
  const [header = [], ...others] = rows
  return others
    .map((row) => row.map((cell, column) => wrapped(`${header[column] ?? ''}: ${cell}`, columns)).join('\n'))
    .join('\n\n')
}

function inline(nodes: readonly PageNode[], writing: Writing): string {
  return nodes.map((node) => inlineNode(node, writing)).join('')
}

function inlineNode(node: PageNode, writing: Writing): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (node.type !== 'element') return ''
  const { tagName, properties, children } = node
  if (tagName === 'br') return '\n'
  if (tagName === 'img') return `[${typeof properties.alt === 'string' ? properties.alt : ''}]`
  if (tagName === 'input') return properties.checked ? '[x] ' : '[ ] '
  const words = inline(children, writing)
  if (tagName !== 'a' || typeof properties.href !== 'string' || properties.href.startsWith('#')) return words
  if (words === properties.href) return words
  const known = writing.links.indexOf(properties.href)
  const number = known < 0 ? writing.links.push(properties.href) : known + 1
  return `${words} [${number}]`
}

function underlined(words: string, sign: string): string {
  return `${words}\n${sign.repeat(Math.max(3, widthOf(words)))}`
}

function indented(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n')
}

/** Lines no wider than so many columns; what cannot be broken stays whole. */
function wrapped(text: string, columns: number): string {
  return text
    .trim()
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const word of paragraph.trim().split(/ +/)) {
        if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
          lines.push(line)
          line = word
        } else line = line === '' ? word : `${line} ${word}`
      }
      return [...lines, line].join('\n')
    })
    .join('\n')
}

function padded(words: string, columns: number): string {
  return words + ' '.repeat(Math.max(0, columns - widthOf(words)))
}
