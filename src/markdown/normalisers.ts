import { isSpace } from '../text/range.ts'
import { settleJsxLines } from './jsx-lines.ts'
import type { Format } from './parsed.ts'
import type { TreeNode } from './tree-node.ts'

/** One way in which the parsers' trees differ, and what brings both to the same one. */
export interface Normaliser {
  readonly id: string
  /** The difference in one sentence. */
  readonly difference: string
  /** A text on which the trees differ without this normaliser, and not with it. */
  readonly example: string
  readonly format?: Format
  readonly types: readonly string[]
  /** Called after the children's turn; offsets are those of `text`. */
  readonly apply: (node: TreeNode, text: string, parent?: TreeNode) => void
}

const containers = ['blockquote', 'list', 'listItem', 'footnoteDefinition']
const jsx = ['mdxJsxFlowElement', 'mdxJsxTextElement']
const expressions = ['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm']

export const normalisers: readonly Normaliser[] = [
  {
    id: 'code-end',
    difference: 'Indented code takes in the blank lines behind it, or does not.',
    example: '-\n>     1\n>      ',
    types: ['code'],
    apply: trimLines,
  },
  {
    id: 'code-meta',
    difference:
      'Spaces beyond ASCII behind the language of a fence belong to the words about the code, or do not.',
    example: '```m \u00a0',
    types: ['code'],
    apply(node) {
      if (typeof node.meta === 'string') node.meta = node.meta.trim() || null
    },
  },
  {
    id: 'html-value',
    difference: 'HTML that nothing closes has the line end behind it in its value, or has not.',
    example: '<script\n</pre>\n',
    types: ['html'],
    apply(node) {
      const value = node.value ?? ''
      if (isSpace(value.charCodeAt(value.length - 1))) node.value = value.trimEnd()
    },
  },
  {
    id: 'html-end',
    difference: 'HTML ends after or before the blank lines behind it.',
    example: '><e>\n>  ',
    types: ['html'],
    apply({ position, value = '' }, text) {
      if (!position) return
      const last = value.slice(Math.max(value.lastIndexOf('\n'), value.lastIndexOf('\r')) + 1)
      const found = text.lastIndexOf(last, position.end.offset - last.length)
      if (found >= position.start.offset) position.end.offset = found + last.length
    },
  },
  {
    id: 'html-start',
    difference: 'HTML takes in the spaces before it, or does not.',
    example: '+ z\n <a>\n',
    types: ['html'],
    apply(node, text) {
      if (!node.position || node.value === undefined) return
      const { start } = node.position
      while (isSpace(text.charCodeAt(start.offset))) start.offset++
      if (isSpace(node.value.charCodeAt(0))) node.value = node.value.trimStart()
    },
  },
  {
    id: 'html-lines',
    difference: 'HTML in a line of words keeps the indentation of its further lines, or does not.',
    example: '- a<!s\n    ->',
    types: ['html'],
    apply(node, _text, parent) {
      if (parent?.type === 'paragraph' || parent?.type !== 'root')
        node.value = node.value?.replace(/(\r\n?|\n)[ \t]+/g, '$1') ?? ''
    },
  },
  {
    id: 'heading-start',
    difference:
      'An underlined heading behind a definition begins before or behind the quote mark of its line.',
    example: '>[f]:l\n>r\n>=',
    types: ['heading'],
    apply({ position, children }, text) {
      const first = children?.[0]?.position
      if (position && first && text.charCodeAt(position.start.offset) !== 35)
        position.start.offset = first.start.offset
    },
  },
  {
    id: 'jsx-line',
    difference: 'Elements and expressions alone on a line stand in a paragraph, or do not.',
    example: '<b>x</b> {y}',
    format: 'mdx',
    types: ['root', ...containers.slice(0, 4), 'mdxJsxFlowElement'],
    apply: settleJsxLines,
  },
  {
    id: 'container-end',
    difference:
      'A quote, list, item or footnote takes in the blank lines and `>` behind its last block, or does not.',
    example: '>>\n> ',
    types: containers,
    apply(node, text) {
      const { position, children } = node
      if (!position) return
      const last = children?.at(-1)?.position
      if (last) position.end.offset = last.end.offset
      else trimEnd(node, text)
    },
  },
  {
    id: 'paragraph-start',
    difference:
      'The paragraph of a task begins at its box where something else than text follows, or behind it.',
    example: '- [x] <b>',
    types: ['paragraph'],
    apply({ position, children }) {
      const first = children?.[0]?.position
      if (position && first) position.start.offset = first.start.offset
    },
  },
  {
    id: 'line-end',
    difference: 'A line break takes in the next line’s indentation and `>`, or does not.',
    example: '>`\n>[]()',
    types: ['text', 'break'],
    apply(node, text) {
      const { type, position } = node
      if (!position || !isBlank(text.charCodeAt(position.end.offset - 1))) return
      if (type === 'text' && !isLineEnd(node.value?.charCodeAt(node.value.length - 1) ?? 0)) return
      let end = position.end.offset
      while (end > position.start.offset && !isLineEnd(text.charCodeAt(end - 1))) end--
      position.end.offset = end
    },
  },
  {
    id: 'code-value',
    difference: 'Indented code keeps the spaces of blank lines in it and behind it, or does not.',
    example: '[^s]:\n        h\n     \n        n',
    types: ['code'],
    apply(node, text) {
      if (!node.position || !isSpace(text.charCodeAt(node.position.start.offset))) return
      if (/[\r\n][ \t]*[\r\n]|[\r\n][ \t]*$/.test(node.value ?? ''))
        node.value = node.value?.replace(/^[ \t]+$/gm, '').replace(/[\r\n]+$/, '') ?? ''
    },
  },
  {
    id: 'spread',
    difference: 'An empty item before a blank line makes its list loose, or does not.',
    example: '>-\n>\n>',
    types: ['list', 'listItem'],
    apply(node, text) {
      const { children = [] } = node
      node.spread = children.some((child, i) => {
        const before = children[i - 1]?.position
        return (
          before !== undefined &&
          child.position !== undefined &&
          hasBlankLine(text, before.end.offset, child.position.start.offset)
        )
      })
    },
  },
  {
    id: 'reference-label',
    difference: 'A label over two lines keeps the second line’s indentation and `>`, or does not.',
    example: '>[\n>b]:h',
    types: ['linkReference', 'imageReference', 'definition', 'footnoteReference'],
    apply(node, text) {
      const { position, identifier } = node
      if (!position || identifier === undefined) return
      if (/[\r\n]/.test(text.slice(position.start.offset, position.end.offset))) node.label = identifier
    },
  },
  {
    id: 'esm-end',
    difference: 'Imports and exports take in the line end behind them, or do not.',
    example: 'import a from "a"\n\nb',
    format: 'mdx',
    types: ['mdxjsEsm'],
    apply: trimEnd,
  },
  {
    id: 'mdx-data',
    difference: 'Elements and expressions carry marks of the parser, syntax trees and places of attributes.',
    example: '<a b="c"/>',
    format: 'mdx',
    types: [...jsx, ...expressions],
    apply(node) {
      delete node.data
      for (const attribute of node.attributes ?? []) {
        delete attribute.position
        delete attribute.data
        if (typeof attribute.value === 'object') delete (attribute.value as TreeNode | null)?.data
      }
    },
  },
]

/** Sets the end before white space and quote marks that stand alone; one character always stays. */
function trimEnd({ position }: TreeNode, text: string): void {
  if (!position) return
  let { offset } = position.end
  while (offset > position.start.offset + 1 && isBlank(text.charCodeAt(offset - 1))) offset--
  position.end.offset = offset
}

/** True where two line ends stand between the offsets. */
function hasBlankLine(text: string, start: number, end: number): boolean {
  let ends = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) ends++
  }
  return ends > 1
}

function trimSpace({ position }: TreeNode, text: string): void {
  if (!position) return
  const { start, end } = position
  while (end.offset > start.offset + 1 && isSpace(text.charCodeAt(end.offset - 1))) end.offset--
}

/** Sets the end before white space, and before lines that hold nothing but it and `>`. */
function trimLines({ position }: TreeNode, text: string): void {
  if (!position) return
  let { offset } = position.end
  for (let i = offset; i > position.start.offset + 1 && isBlank(text.charCodeAt(i - 1)); i--) {
    if (isLineEnd(text.charCodeAt(i - 1))) offset = i - 1
  }
  position.end.offset = offset
  trimSpace({ type: '', position }, text)
}

/** White space, or the `>` of a quote. */
function isBlank(code: number): boolean {
  return isSpace(code) || code === 62
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}
