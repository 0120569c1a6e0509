import { isIndented, sourceOf, touches, type Doubt } from './doubt.ts'
import { isContainer, type TreeNode } from './tree-node.ts'

/** Doubts about how blocks are cut. */
export const blockDoubts: readonly Doubt[] = [
  {
    reason: 'a task box before something else than a plain paragraph',
    example: '- [ ]\n :',
    types: ['listItem'],
    holds({ checked, position, children }, { text }) {
      if (!position) return false
      const { offset } = position.start
      if (typeof checked !== 'boolean') return /^\S+\s+\[[\sxX]\]\s/.test(text.slice(offset, offset + 24))
      const [paragraph] = children ?? []
      const first = paragraph?.children?.[0]?.position
      if (paragraph?.type !== 'paragraph' || !first || !paragraph.position) return true
      if (/[\r\n]/.test(text.slice(offset, first.start.offset))) return true
      return /[\r\n][ \t>]*[|:-][|: \t-]*(?:[\r\n]|$)/.test(
        text.slice(first.start.offset, paragraph.position.end.offset),
      )
    },
  },
  {
    reason: 'a list behind indented code that could interrupt no paragraph',
    example: '*\n#\n\t-\n-',
    types: ['list'],
    holds(node, { text, previous }) {
      if (previous?.type !== 'code' || !isIndented(previous, text)) return false
      // The first of its item, and so on, begins on the same line.
      for (
        let list: TreeNode | undefined = node;
        list?.type === 'list';
        list = list.children?.[0]?.children?.[0]
      )
        if (interruptsNothing(list, text)) return true
      return false
    },
  },
  {
    reason: 'a paragraph that begins like a list, in a block or behind a definition',
    example: '[b]:>\n>\n>-',
    types: ['paragraph', 'heading'],
    holds({ position }, { text, parent, previous }) {
      if (!position || !mayBeginList(text.charCodeAt(position.start.offset))) return false
      const { offset } = position.start
      const head = text.slice(offset, offset + 12)
      if (!/^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(head)) return false
      // Behind indented code both take a later item for words: `2. Query`.
      if (previous?.type === 'code' && isIndented(previous, text) && /^(?!0*1\D)\d+[.)] +\S/.test(head))
        return false
      return parent?.type !== 'root' || text.slice(Math.max(0, offset - 2000), offset).includes(']:')
    },
  },
  {
    reason: 'two paragraphs with no blank line between them',
    example: '--\na\n- |',
    types: ['paragraph'],
    holds: (node, { text, previous }) =>
      previous !== undefined && endsIn(previous, ['paragraph']) && touches(previous, node, text),
  },
  {
    reason: 'a list in a footnote with an empty item',
    example: '[^s]:\n    -\n    -',
    types: ['list'],
    holds: ({ children }, { parent }) =>
      parent?.type === 'footnoteDefinition' && children?.some((item) => item.children?.length === 0) === true,
  },
  {
    reason: 'indented code in two pieces',
    example: '-\n---\n    x\n\ta',
    types: ['code'],
    holds: (node, { text, previous }) =>
      previous?.type === 'code' && isIndented(node, text) && isIndented(previous, text),
  },
  {
    reason: 'a fence that only its list or quote ends',
    example: '>```\n>\n>\n',
    types: ['code'],
    holds: (node, { text, parent }) => parent?.type !== 'root' && isOpenFence(node, text),
  },
  {
    reason: 'an indented fence behind an empty item',
    example: '-\n\n  ```\n   a\n  ```',
    types: ['code'],
    format: 'mdx',
    holds({ position }, { text, previous }) {
      if (previous?.type !== 'list' || !position) return false
      const before = text.charCodeAt(position.start.offset - 1)
      return (before === 32 || before === 9) && endsInEmptyItem(previous)
    },
  },
  {
    reason: 'a footnote that does not begin with a plain paragraph',
    example: '[^1]:[^s]:',
    types: ['footnoteDefinition'],
    holds({ position, children }, { text, previous }) {
      if (!position) return false
      const { offset } = position.start
      if (/^\[\^[^\]\r\n]+\]:(?:[\s>]*\[\^|[^\r\n]*\t)/.test(text.slice(offset, offset + 1000))) return true
      const first = children?.[0]
      if (
        first?.position &&
        first.type !== 'paragraph' &&
        !/[\r\n]/.test(text.slice(offset, first.position.start.offset))
      )
        return true
      return (
        previous?.type === 'footnoteDefinition' &&
        /(?: {4}|\t)[ \t]*$/.test(text.slice(Math.max(0, offset - 8), offset))
      )
    },
  },
  {
    reason: 'a table right behind a quote or list',
    example: '>a|||b\n>-|-|-|-\n_\n|-',
    types: ['table'],
    holds: (node, { text, previous }) =>
      previous !== undefined && isContainer(previous) && touches(previous, node, text),
  },
  {
    reason: 'a paragraph of a quote or list with a line like the second of a table',
    example: '>>|\n<></>||\n>>-|-',
    types: ['paragraph'],
    holds(node, { text, parent }) {
      if (!parent || !isContainer(parent)) return false
      // Dashes alone would underline a heading.
      return /[\r\n][ \t>]*(?=[|:-])(?=[|: \t]*-)(?=[ \t-]*[|:])[|: \t-]*(?:[\r\n]|$)/.test(
        sourceOf(node, text),
      )
    },
  },
  {
    reason: 'a table row that begins with HTML',
    example: 'm\n|-\n<F>',
    types: ['tableRow'],
    holds: ({ position }, { text }) =>
      position !== undefined && text.charCodeAt(position.start.offset) === 60,
  },
  {
    reason: 'a definition that looks like the head of a table',
    example: '(\n[^g ]:=',
    types: ['definition'],
    holds(node, { text }) {
      if (node.identifier?.startsWith('^') === true || !node.position) return true
      const { end } = node.position
      if (/[\r\n][ \t>]*[|:-][|: \t-]*$/.test(sourceOf(node, text))) return true
      return /^[ \t]*(?:\r\n?|\n)[ \t>]*[ \t-]*[|:][|: \t-]*(?:[\r\n]|$)/.test(
        text.slice(end.offset, end.offset + 200),
      )
    },
  },
  {
    reason: 'HTML of one kind closed by the end of another',
    example: '<style\n</pre>\n-',
    types: ['html'],
    holds({ value = '' }) {
      if (!/^\s*<(?:script|pre|style|textarea)/i.test(value)) return false
      const close = /<\/(?:script|pre|style|textarea)>.*/i.exec(value)
      return close !== null && close.index + close[0].length < value.trimEnd().length
    },
  },
  {
    reason: 'HTML that only its list or quote ends',
    example: '><!--\n>>\n>',
    types: ['html'],
    holds: ({ value = '' }, { parent }) =>
      parent !== undefined &&
      isContainer(parent) &&
      htmlKinds.some(({ open, close }) => open.test(value) && !close.test(value)),
  },
  {
    reason: 'HTML right behind a footnote or definition',
    example: '[^a]:b\n<a>\n',
    types: ['html'],
    holds: (node, { text, previous }) =>
      previous !== undefined &&
      endsIn(previous, ['footnoteDefinition', 'definition']) &&
      touches(previous, node, text),
  },
]

/** True of a list that ends no paragraph before it: one of numbers that begins elsewhere than at 1, or an empty item. */
function interruptsNothing({ start, position }: TreeNode, text: string): boolean {
  if (!position) return false
  const { offset } = position.start
  return (start ?? 1) !== 1 || /^(?:[-+*]|\d+[.)])[ \t]*(?:[\r\n]|$)/.test(text.slice(offset, offset + 40))
}

/** True of a fence that no other one closes. */
function isOpenFence(node: TreeNode, text: string): boolean {
  if (!node.position || isIndented(node, text)) return false
  const { start, end } = node.position
  return !/\n?(?:```+|~~~+)[ \t]*$/.test(text.slice(Math.max(start.offset + 3, end.offset - 80), end.offset))
}

function mayBeginList(code: number): boolean {
  return code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57)
}

/** True where the block, or the last one in it at any depth, is of one of the types. */
function endsIn(node: TreeNode, types: readonly string[]): boolean {
  for (let last: TreeNode | undefined = node; last; last = last.children?.at(-1)) {
    if (types.includes(last.type)) return true
  }
  return false
}

function endsInEmptyItem(list: TreeNode): boolean {
  let last: TreeNode | undefined = list
  while (last?.type === 'list') last = last.children?.at(-1)?.children?.at(-1)
  return last === undefined
}

const htmlKinds: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /^ {0,3}<script(?:[\s>]|$)/i, close: /<\/script>/i },
  { open: /^ {0,3}<pre(?:[\s>]|$)/i, close: /<\/pre>/i },
  { open: /^ {0,3}<style(?:[\s>]|$)/i, close: /<\/style>/i },
  { open: /^ {0,3}<textarea(?:[\s>]|$)/i, close: /<\/textarea>/i },
  { open: /^ {0,3}<!--/, close: /-->/ },
  { open: /^ {0,3}<\?/, close: /\?>/ },
  { open: /^ {0,3}<![a-z]/i, close: />/ },
  { open: /^ {0,3}<!\[CDATA\[/, close: /\]\]>/ },
]
