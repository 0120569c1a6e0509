import type { Root } from 'mdast'
import type { Format } from './parse.ts'
import { doubts } from './triggers.ts'
import { ParseRefusal } from './refusal.ts'
import { isSpace } from '../text/range.ts'

/** A node of either parser, as far as this file looks at it. */
export interface TreeNode {
  readonly type: string
  position?: { readonly start: { offset: number }; readonly end: { offset: number } }
  children?: TreeNode[]
  value?: string
  label?: string | null
  checked?: boolean | null
  attributes?: { position?: unknown; value?: unknown; data?: unknown }[]
  data?: unknown
}

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
  readonly apply: (node: TreeNode, text: string) => void
}

const containers = ['blockquote', 'list', 'listItem', 'footnoteDefinition']
const jsx = ['mdxJsxFlowElement', 'mdxJsxTextElement']
const expressions = ['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm']

export const normalisers: readonly Normaliser[] = [
  {
    id: 'code-end',
    difference: 'A code block or HTML that nothing closes ends after or before the blank lines behind it.',
    example: '>```\r\n',
    types: ['code', 'html'],
    apply: trimEnd,
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
    id: 'text-end',
    difference: 'A text that ends with a line takes in the next line’s indentation and `>`, or does not.',
    example: '>`\n>[]()',
    types: ['text'],
    apply({ position, value }, text) {
      if (!position || value?.endsWith('\n') !== true) return
      let end = position.end.offset
      while (end > position.start.offset && !isLineEnd(text.charCodeAt(end - 1))) end--
      position.end.offset = end
    },
  },
  {
    id: 'reference-label',
    difference: 'A label over two lines keeps the second line’s indentation, or does not.',
    example: '[a\n  b][]\n\n[a b]: /u',
    types: ['linkReference', 'imageReference', 'definition', 'footnoteReference', 'footnoteDefinition'],
    apply(node) {
      if (node.label?.includes('\n') === true) node.label = node.label.replace(/\s+/g, ' ')
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

/** White space, or the `>` of a quote. */
function isBlank(code: number): boolean {
  return isSpace(code) || code === 62
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

type Step = Normaliser['apply']

function stepsOf(table: readonly Normaliser[]): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>()
  for (const { types, apply } of table) {
    for (const type of types) steps.set(type, [...(steps.get(type) ?? []), apply])
  }
  return steps
}

const allSteps = stepsOf(normalisers)

/** How a tree came about, and, for a test, other normalisers than all. */
export interface Origin {
  readonly parser: 'native' | 'remark'
  readonly format: Format
  readonly normalisers?: readonly Normaliser[]
}

/**
 * Brings the tree of either parser to the one that both share, in place and in one walk.
 * @throws ParseRefusal where a native tree shows that remark's would be another.
 */
export function canonicalTree(tree: Root, text: string, origin: Origin): Root {
  const steps = origin.normalisers ? stepsOf(origin.normalisers) : allSteps
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const native = origin.parser === 'native'
  const visit = (node: TreeNode, parent: TreeNode | undefined): void => {
    const { children, type } = node
    if (shift > 0 && node.position) node.position = shifted(node.position, shift)
    if (native) {
      const reason = doubts.get(type)?.(node, text, parent)
      if (reason !== undefined) throw new ParseRefusal('reference', reason)
    }
    if (children) for (const child of children) visit(child, node)
    for (const step of steps.get(type) ?? []) step(node, text)
  }
  visit(tree as TreeNode, undefined)
  return tree
}

function shifted(position: NonNullable<TreeNode['position']>, by: number): NonNullable<TreeNode['position']> {
  const { start, end } = position
  return { start: { ...start, offset: start.offset + by }, end: { ...end, offset: end.offset + by } }
}
