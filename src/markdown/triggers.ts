import { isSpace } from '../text/range.ts'
import type { TreeNode } from './normalise.ts'
import type { Format } from './parse.ts'

interface Trigger {
  readonly reason: string
  readonly pattern: RegExp
  /** A slower test that tells for sure. */
  readonly confirm?: RegExp
  /** Where it holds for one format alone. */
  readonly format?: Format
}

const symbol = String.raw`(?:(?=[\u{10000}-\u{10FFFF}])[\p{P}\p{S}])`
const letter = String.raw`[^\s\p{P}\p{S}]`

const triggers: readonly Trigger[] = [
  // Native code gets UTF-8, in which half a surrogate pair cannot be said.
  { reason: 'half of a surrogate pair', pattern: /\p{Surrogate}/u },
  // MDX has no indented code, and so remark-mdx reads a footnote there.
  { reason: 'an indented footnote', format: 'mdx', pattern: /^[ \t>]*(?: {4}|\t)[ \t]*\[\^/m },
  // Remark sees half of such a character beside the run, and takes it for a letter.
  {
    reason: 'emphasis beside a symbol of two code units',
    pattern: /[*_~][\ud800-\udbff]|[\udc00-\udfff][*_~]/,
    confirm: new RegExp(String.raw`${letter}[*_~]+${symbol}|${symbol}[*_~]+(?:${letter}|${symbol})`, 'u'),
  },
]

/** Why the text must be read by remark, as the native parser's tree would differ; undefined where it would not. */
export function remarkTriggerIn(text: string, format: Format): string | undefined {
  const applies = ({ format: only, pattern, confirm }: Trigger): boolean =>
    (only ?? format) === format && pattern.test(text) && confirm?.test(text) !== false
  return triggers.find(applies)?.reason
}

/** Where a node stands. */
interface Place {
  readonly parent: TreeNode | undefined
  readonly previous: TreeNode | undefined
}

interface Doubt {
  readonly reason: string
  readonly types: readonly string[]
  readonly format?: Format
  readonly holds: (node: TreeNode, text: string, place: Place) => boolean
}

/** What shows in a native tree that remark's is another, where the tree tells it better than the text. */
const table: readonly Doubt[] = [
  {
    reason: 'a footnote whose name holds a space',
    types: ['text'],
    holds: ({ value = '' }) => value.includes('[^') && /\[\^[^\]]*\s/.test(value),
  },
  {
    reason: 'a task box without a paragraph on its line',
    types: ['listItem'],
    holds({ checked, position, children }, text) {
      if (typeof checked !== 'boolean' || !position) return false
      if (children?.[0]?.type !== 'paragraph') return true
      const first = children[0].children?.[0]?.position
      return !first || /[\r\n]/.test(text.slice(position.start.offset, first.start.offset))
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
    holds({ value = '' }, _text, { parent }) {
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
    reason: 'HTML right behind a paragraph of a list, quote or footnote',
    types: ['html'],
    holds: ({ position }, text, { parent, previous }) =>
      previous !== undefined &&
      parent?.type !== 'paragraph' &&
      endsInParagraph(previous) &&
      touches(previous, position, text) &&
      (parent?.type !== 'root' || previous.type !== 'paragraph'),
  },
  {
    reason: 'a quote right behind a definition',
    types: ['blockquote'],
    holds: ({ position }, text, { previous }) =>
      previous?.type === 'definition' && touches(previous, position, text),
  },
  {
    reason: 'indented code in two pieces',
    types: ['code'],
    holds: ({ position }, text, { previous }) =>
      previous?.type === 'code' && isIndented(position, text) && isIndented(previous.position, text),
  },
  {
    reason: 'a fence that only its list or quote ends',
    types: ['code'],
    holds: ({ position }, text, { parent }) =>
      parent?.type !== 'root' &&
      position !== undefined &&
      !isIndented(position, text) &&
      !/\n?(?:```+|~~~+)[ \t]*$/.test(
        text.slice(Math.max(position.start.offset + 3, position.end.offset - 80), position.end.offset),
      ),
  },
  {
    reason: 'a footnote that begins with another, or with a tab in its line',
    types: ['footnoteDefinition'],
    holds: ({ position }, text) =>
      position !== undefined &&
      /^\[\^[^\]\r\n]+\]:(?:[ \t]*\[\^|[^\r\n]*\t)/.test(
        text.slice(position.start.offset, position.start.offset + 1000),
      ),
  },
  {
    reason: 'blocks out of order',
    types: ['definition', 'footnoteDefinition', 'mdxJsxFlowElement'],
    format: 'mdx',
    holds: ({ position }, _text, { previous }) =>
      previous?.position !== undefined &&
      position !== undefined &&
      previous.position.end.offset > position.start.offset,
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
    holds: ({ value = '' }, _text, { parent }) => parent?.type === 'tableCell' && value.includes('|'),
  },
]

/** True where the deepest last block is a paragraph. */
function endsInParagraph({ type, children }: TreeNode): boolean {
  if (type === 'paragraph') return true
  const last = children?.at(-1)
  return last !== undefined && endsInParagraph(last)
}

/** True where no blank line stands between the two. */
function touches({ position: before }: TreeNode, position: TreeNode['position'], text: string): boolean {
  if (!before || !position) return false
  return !/(?:\r\n?|\n)[ \t>]*(?:\r|\n)/.test(text.slice(before.end.offset, position.start.offset))
}

function isIndented(position: TreeNode['position'], text: string): boolean {
  return position !== undefined && isSpace(text.charCodeAt(position.start.offset))
}

const htmlKinds: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, close: /<\/(?:script|pre|style|textarea)>/i },
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

type Holds = (node: TreeNode, text: string, place: Place) => string | undefined

/** For each node type the tests that it must pass, by format. */
export const doubts: Readonly<Record<Format, ReadonlyMap<string, Holds>>> = {
  markdown: doubtsFor('markdown'),
  mdx: doubtsFor('mdx'),
}

function doubtsFor(format: Format): ReadonlyMap<string, Holds> {
  const byType = new Map<string, Doubt[]>()
  for (const doubt of table.filter((entry) => (entry.format ?? format) === format)) {
    for (const type of doubt.types) byType.set(type, [...(byType.get(type) ?? []), doubt])
  }
  return new Map(
    [...byType].map(([type, list]) => [
      type,
      (node, text, place) => list.find(({ holds }) => holds(node, text, place))?.reason,
    ]),
  )
}
