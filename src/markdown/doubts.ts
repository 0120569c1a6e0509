import { isSpace } from '../text/range.ts'
import type { Format } from './parsed.ts'
import { isContainer, type TreeNode } from './tree-node.ts'

/** A sign in a native tree that remark's tree is another; it tells better than the text would. */
export interface Doubt {
  readonly reason: string
  readonly types: readonly string[]
  readonly format?: Format
  /** `contained`: within a list, quote or footnote, at any depth. */
  readonly holds: (
    node: TreeNode,
    text: string,
    parent: TreeNode | undefined,
    previous: TreeNode | undefined,
    contained: boolean,
  ) => boolean
}

/** Every such sign; the document then goes to remark. */
export const doubts: readonly Doubt[] = [
  {
    reason: 'a footnote whose name holds a space',
    types: ['text'],
    holds: ({ value = '' }) => value.includes('[^') && /\[\^[^\]]*\s/.test(value),
  },
  {
    reason: 'a task box before something else than a plain paragraph',
    types: ['listItem'],
    holds({ checked, position, children }, text) {
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
    reason: 'HTML of one kind closed by the end of another',
    types: ['html'],
    holds({ value = '' }) {
      if (!/^\s*<(?:script|pre|style|textarea)/i.test(value)) return false
      const close = /<\/(?:script|pre|style|textarea)>.*/i.exec(value)
      return close !== null && close.index + close[0].length < value.trimEnd().length
    },
  },
  {
    reason: 'HTML that only its list or quote ends',
    types: ['html'],
    holds({ value = '' }, _text, parent) {
      if (
        parent?.type !== 'listItem' &&
        parent?.type !== 'blockquote' &&
        parent?.type !== 'footnoteDefinition'
      )
        return false
      return htmlKinds.some(({ open, close }) => open.test(value) && !close.test(value))
    },
  },
  {
    reason: 'HTML right behind a footnote or definition',
    types: ['html'],
    holds: ({ position }, text, _parent, previous) =>
      previous !== undefined && endsInDefinition(previous) && touches(previous, position, text),
  },
  {
    reason: 'a character data section that ends with three brackets',
    types: ['html'],
    holds: ({ value = '' }) => value.startsWith('<![CDATA[') && value.includes(']]]'),
  },
  {
    reason: 'a list behind indented code that could interrupt no paragraph',
    types: ['list'],
    holds: ({ start, position }, text, _parent, previous) =>
      previous?.type === 'code' &&
      position !== undefined &&
      isIndented(previous.position, text) &&
      ((start ?? 1) !== 1 ||
        /^(?:[-+*]|\d+[.)])[ \t]*(?:[\r\n]|$)/.test(
          text.slice(position.start.offset, position.start.offset + 40),
        )),
  },
  {
    reason: 'a sign that is less than the end of its line',
    types: ['text'],
    format: 'mdx',
    holds: ({ value = '', position }, _text, parent) =>
      value.includes('<') &&
      /<\s*$/.test(value) &&
      parent?.children?.at(-1)?.position?.end.offset === position?.end.offset,
  },
  {
    reason: 'backquotes in an expression and before it',
    types: ['mdxTextExpression'],
    holds: ({ value = '' }, _text, _parent, previous) =>
      value.includes('`') && previous?.type === 'text' && previous.value?.includes('`') === true,
  },
  {
    reason: 'a paragraph that begins like a list, in a block or behind a definition',
    types: ['paragraph'],
    holds({ position }, text, parent) {
      if (!position || !mayBeginList(text.charCodeAt(position.start.offset))) return false
      const { offset } = position.start
      if (!/^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(text.slice(offset, offset + 11))) return false
      return parent?.type !== 'root' || text.slice(Math.max(0, offset - 2000), offset).includes(']:')
    },
  },
  {
    reason: 'stars left over beside an underscore or an escaped mark',
    types: ['text'],
    holds({ value = '', position }, text) {
      if (!value.includes('*') || !position) return false
      return /(?:_|\\[*_~])\*|\*(?:_|\\[*_~])/.test(
        text.slice(Math.max(0, position.start.offset - 1), position.end.offset + 1),
      )
    },
  },
  {
    reason: 'HTML in a line of words with a quote mark at the start of a line',
    types: ['html'],
    holds: ({ value = '' }, _text, parent) => parent?.type === 'paragraph' && /[\r\n][ \t]*>/.test(value),
  },
  {
    reason: 'a table right behind a quote or list',
    types: ['table'],
    holds: ({ position }, text, _parent, previous) =>
      previous !== undefined && isContainer(previous) && touches(previous, position, text),
  },
  {
    reason: 'a paragraph of a quote or list with a line like the second of a table',
    types: ['paragraph'],
    holds({ position }, text, parent) {
      if (!position || !parent || !isContainer(parent)) return false
      const { start, end } = position
      const line = /[\r\n][ \t>]*[|:-][|: \t-]*(?:[\r\n]|$)/.exec(text.slice(start.offset, end.offset))
      return line?.[0].includes('-') === true
    },
  },
  {
    reason: 'a list in a footnote with an empty item',
    types: ['list'],
    holds: ({ children }, _text, parent) =>
      parent?.type === 'footnoteDefinition' && children?.some((item) => item.children?.length === 0) === true,
  },
  {
    reason: 'an element closed in a quote that it does not open in',
    types: ['mdxJsxFlowElement'],
    holds: ({ position }, text, _parent, _previous, contained) =>
      !contained &&
      position !== undefined &&
      /[\r\n][ \t]*>[ \t>]*<\/[^>]*>$/.test(
        text.slice(Math.max(position.start.offset, position.end.offset - 200), position.end.offset),
      ),
  },
  {
    reason: 'a table whose second line looks like a list',
    types: ['table'],
    holds({ children }, text) {
      const end = children?.[0]?.position?.end.offset
      return end !== undefined && /^\s*(?:>\s*)*-\s/.test(text.slice(end, end + 80))
    },
  },
  {
    reason: 'a definition that looks like the head of a table',
    types: ['definition'],
    holds({ position, identifier = '' }, text) {
      if (identifier.startsWith('^') || !position) return true
      const { start, end } = position
      if (/[\r\n][ \t>]*[|:-][|: \t-]*$/.test(text.slice(start.offset, end.offset))) return true
      return /^[ \t]*(?:\r\n?|\n)[ \t>]*[ \t-]*[|:][|: \t-]*(?:[\r\n]|$)/.test(
        text.slice(end.offset, end.offset + 200),
      )
    },
  },
  {
    reason: 'a tag or an expression over two lines in a list or quote',
    types: ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression'],
    holds({ position }, text, _parent, previous, contained) {
      if (
        !position ||
        !(contained || (previous && isContainer(previous) && touches(previous, position, text)))
      )
        return false
      return /^(?:<[^>]*|\{[^}]*)[\r\n]/.test(text.slice(position.start.offset, position.end.offset))
    },
  },
  {
    reason: 'indented code in two pieces',
    types: ['code'],
    holds: ({ position }, text, _parent, previous) =>
      previous?.type === 'code' && isIndented(position, text) && isIndented(previous.position, text),
  },
  {
    reason: 'a fence that only its list or quote ends',
    types: ['code'],
    holds: ({ position }, text, parent) =>
      parent?.type !== 'root' &&
      position !== undefined &&
      !isIndented(position, text) &&
      !/\n?(?:```+|~~~+)[ \t]*$/.test(
        text.slice(Math.max(position.start.offset + 3, position.end.offset - 80), position.end.offset),
      ),
  },
  {
    reason: 'a footnote that does not begin with a plain paragraph',
    types: ['footnoteDefinition'],
    holds({ position, children }, text, _parent, previous) {
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
    reason: 'blocks out of order',
    types: ['definition', 'footnoteDefinition', 'mdxJsxFlowElement'],
    format: 'mdx',
    holds: ({ position }, _text, _parent, previous) =>
      previous?.position !== undefined &&
      position !== undefined &&
      previous.position.end.offset > position.start.offset,
  },
  {
    reason: 'emphasis with an underscore and a letter at one mark',
    types: ['emphasis', 'strong'],
    holds({ position }, text) {
      if (!position || text.charCodeAt(position.start.offset) !== star) return false
      return marks(text, position.start.offset, -1) || marks(text, position.end.offset - 1, 1)
    },
  },
  {
    reason: 'a table row that begins with HTML',
    types: ['tableRow'],
    holds: ({ position }, text) => position !== undefined && text.charCodeAt(position.start.offset) === 60,
  },
  {
    reason: 'imports or exports out of the ordinary',
    types: ['mdxjsEsm'],
    holds: ({ value = '' }) => !isPlainEsm(value),
  },
  {
    reason: 'an element that ends elsewhere than its tag',
    types: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
    holds: ({ position }, text) => position !== undefined && text.charCodeAt(position.end.offset - 1) !== 62,
  },
  {
    reason: 'a brace that is text',
    types: ['text'],
    format: 'mdx',
    holds({ value = '', position }, text) {
      if (!value.includes('{') || !position) return false
      return text
        .slice(position.start.offset, position.end.offset)
        .replace(/\\[\\{]/g, '')
        .includes('{')
    },
  },
  {
    reason: 'code over two lines with a brace or tag in it',
    types: ['inlineCode'],
    format: 'mdx',
    holds: ({ value = '', position }, text) =>
      position !== undefined &&
      /[{<]/.test(value) &&
      /[\r\n]/.test(text.slice(position.start.offset, position.end.offset)),
  },
  {
    reason: 'an expression in a table cell with a bar in it',
    types: ['mdxTextExpression'],
    holds: ({ value = '' }, _text, parent) => parent?.type === 'tableCell' && value.includes('|'),
  },
]

const star = 42
const underscore = 95
const backslash = 92

/** True where the run of stars at the offset has an underscore or an escaped star on its inner side and a letter on its outer one. */
function marks(text: string, offset: number, outwards: 1 | -1): boolean {
  let inner = offset
  while (text.charCodeAt(inner) === star) inner -= outwards
  if (text.charCodeAt(inner) !== underscore && text.charCodeAt(inner) !== backslash) return false
  let outer = offset
  while (text.charCodeAt(outer) === star) outer += outwards
  return /[^\s\p{P}\p{S}]/u.test(text.charAt(outer))
}

function mayBeginList(code: number): boolean {
  return code === star || code === 43 || code === 45 || (code >= 48 && code <= 57)
}

function endsInDefinition(node: TreeNode): boolean {
  for (let last: TreeNode | undefined = node; last; last = last.children?.at(-1)) {
    if (last.type === 'footnoteDefinition' || last.type === 'definition') return true
  }
  return false
}

/** True where no blank line stands between the two. */
function touches({ position: before }: TreeNode, position: TreeNode['position'], text: string): boolean {
  if (!before || !position) return false
  return !/(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/.test(text.slice(before.end.offset, position.start.offset))
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

const name = String.raw`[A-Za-z_$][\w$]*`
const named = String.raw`\{(?:\s*${name}(?:\s+as\s+${name})?\s*,)*(?:\s*${name}(?:\s+as\s+${name})?)?\s*\}`
const quoted = String.raw`(?:'[^'\\\n]*'|"[^"\\\n]*")`
const clause = String.raw`(?:${name}(?:\s*,\s*${named})?|${named}|\*\s+as\s+${name})`
const importStatement = String.raw`import\s+(?:${clause}\s*from\s*)?${quoted}[ \t]*;?[ \t]*`
const esm = new RegExp(String.raw`^(?:${importStatement}(?:\r?\n|$))+$`)

/** True for import lines that every parser of JavaScript accepts, without a name twice. */
function isPlainEsm(value: string): boolean {
  return (
    value.length < 4096 &&
    esm.test(value.trimEnd()) &&
    new Set(importedNames(value)).size === importedNames(value).length
  )
}

function importedNames(value: string): readonly string[] {
  return value.match(/(?<!\w)(?!(?:import|from|as)\b)[A-Za-z_$][\w$]*(?=\s*(?:[,}]|from\b))/g) ?? []
}

function isIndented(position: TreeNode['position'], text: string): boolean {
  return position !== undefined && isSpace(text.charCodeAt(position.start.offset))
}
