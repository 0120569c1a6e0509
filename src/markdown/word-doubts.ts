import { sourceOf, type Doubt } from './doubt.ts'

const star = 42
const underscore = 95
const backslash = 92

const symbol = String.raw`(?:(?=[\u{10000}-\u{10FFFF}])[\p{P}\p{S}])`
const markBesideSymbol = new RegExp(String.raw`\S[*_~]+${symbol}|${symbol}[*_~]+\S`, 'u')

/** Doubts about how a line of words is cut. */
export const wordDoubts: readonly Doubt[] = [
  // Remark sees half of such a character beside the run, and takes it for a letter.
  {
    reason: 'emphasis beside a symbol of two code units',
    example: 'a*😀*',
    types: ['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement', 'mdxJsxTextElement'],
    holds(node, { text }) {
      const source = sourceOf(node, text)
      return /[*_~][\ud800-\udbff]|[\udc00-\udfff][*_~]/.test(source) && markBesideSymbol.test(source)
    },
  },
  {
    reason: 'a footnote whose name holds a space',
    example: 'a|\n-|\n[^ b]:',
    types: ['text'],
    holds(node, { text }) {
      const source = sourceOf(node, text)
      return source.includes('[^') && /\[\^[^\]]*\s/.test(source)
    },
  },
  {
    reason: 'stars left over beside an underscore or an escaped mark',
    example: '\\**g**',
    types: ['text'],
    holds(node, { text }) {
      const { position } = node
      if (!position || !sourceOf(node, text).includes('*')) return false
      return /(?:_|\\[*_~])\*|\*(?:_|\\[*_~])/.test(
        text.slice(Math.max(0, position.start.offset - 1), position.end.offset + 1),
      )
    },
  },
  {
    reason: 'emphasis with an underscore and a letter at one mark',
    example: 'o*_*',
    types: ['emphasis', 'strong'],
    holds({ position }, { text }) {
      if (!position || text.charCodeAt(position.start.offset) !== star) return false
      return marks(text, position.start.offset, -1) || marks(text, position.end.offset - 1, 1)
    },
  },
  {
    reason: 'HTML in a line of words with a quote mark at the start of a line',
    example: '>!<!A\n>!',
    types: ['html'],
    holds: ({ value = '' }, { parent }) => parent?.type === 'paragraph' && /[\r\n][ \t]*>/.test(value),
  },
  {
    reason: 'a character data section that ends with three brackets',
    example: '<![CDATA[]]]>\n>',
    types: ['html'],
    holds: ({ value = '' }) => value.startsWith('<![CDATA[') && value.includes(']]]'),
  },
]

/** True where the run of stars at the offset has an underscore or an escaped star on its inner side and a letter on its outer one. */
function marks(text: string, offset: number, outwards: 1 | -1): boolean {
  let inner = offset
  while (text.charCodeAt(inner) === star) inner -= outwards
  if (text.charCodeAt(inner) !== underscore && text.charCodeAt(inner) !== backslash) return false
  let outer = offset
  while (text.charCodeAt(outer) === star) outer += outwards
  return /[^\s\p{P}\p{S}]/u.test(text.charAt(outer))
}
