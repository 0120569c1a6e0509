import { sourceOf, touches, type Doubt } from './doubt.ts'
import { isImports } from './module-code.ts'
import { isContainer } from './tree-node.ts'

/** Doubts about elements, expressions, imports and exports. */
export const mdxDoubts: readonly Doubt[] = [
  {
    reason: 'a sign that is less than the end of its line',
    example: '# < ',
    types: ['text'],
    format: 'mdx',
    holds: (node, { text, parent }) =>
      parent?.children?.at(-1) === node && /<\s*$/.test(sourceOf(node, text)),
  },
  {
    reason: 'a brace that is text',
    example: '``a`b``{`',
    types: ['text'],
    format: 'mdx',
    holds(node, { text }) {
      const source = sourceOf(node, text)
      return source.includes('{') && source.replace(/\\[\\{]/g, '').includes('{')
    },
  },
  {
    reason: 'code over two lines with a brace or tag in it',
    example: '`\n{`',
    types: ['inlineCode'],
    format: 'mdx',
    holds(node, { text }) {
      const source = sourceOf(node, text)
      return /[\r\n]/.test(source) && /[{<]/.test(source)
    },
  },
  {
    reason: 'code with a brace and backquotes in it',
    example: '``a`b`` `{`a`}`',
    types: ['inlineCode'],
    format: 'mdx',
    holds: ({ value = '' }) => value.includes('{') && value.includes('`'),
  },
  {
    reason: 'a definition that goes on far in',
    example: '[R]:\n    >',
    types: ['definition'],
    format: 'mdx',
    holds: (node, { text }) => /[\r\n](?: {4}| *\t)/.test(sourceOf(node, text)),
  },
  {
    reason: 'backquotes in an expression and before it',
    example: '`<b></b>[{`}`}]',
    types: ['mdxTextExpression'],
    format: 'mdx',
    holds: ({ value = '', position }, { text }) =>
      value.includes('`') && position !== undefined && hasLooseBackquote(text, position.start.offset),
  },
  {
    reason: 'a template over two lines with a brace in it',
    example: '[{`\n{ `}',
    types: ['mdxTextExpression', 'mdxFlowExpression'],
    format: 'mdx',
    holds: ({ value = '' }) => value.includes('`') && value.includes('{') && /[\r\n]/.test(value),
  },
  {
    reason: 'an expression in a table cell with a bar in it',
    example: 'a\n-|\n|{a|b}',
    types: ['mdxTextExpression'],
    format: 'mdx',
    holds: ({ value = '' }, { parent }) => parent?.type === 'tableCell' && value.includes('|'),
  },
  {
    reason: 'a tag or an expression over two lines in a list or quote',
    example: '-\t<m\n/>',
    types: ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression'],
    format: 'mdx',
    holds(node, { text, previous, contained }) {
      const within = contained || (previous && isContainer(previous) && touches(previous, node, text))
      return within === true && /^(?:<[^>]*|\{[^}]*)[\r\n]/.test(sourceOf(node, text))
    },
  },
  {
    reason: 'an element closed in a quote that it does not open in',
    example: '<a>\n></a>',
    types: ['mdxJsxFlowElement'],
    format: 'mdx',
    holds: (node, { text, contained }) =>
      !contained && /[\r\n][ \t]*>[ \t>]*<\/[^>]*>$/.test(sourceOf(node, text).slice(-200)),
  },
  {
    reason: 'an element that ends elsewhere than its tag',
    example: '<a>\n></a> ',
    types: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
    format: 'mdx',
    holds: ({ position }, { text }) =>
      position !== undefined && text.charCodeAt(position.end.offset - 1) !== 62,
  },
  {
    reason: 'blocks out of order',
    example: '<div>\n[a]:b\n</div>',
    types: ['definition', 'footnoteDefinition', 'mdxJsxFlowElement'],
    format: 'mdx',
    holds: ({ position }, { previous }) =>
      previous?.position !== undefined &&
      position !== undefined &&
      previous.position.end.offset > position.start.offset,
  },
  {
    reason: 'imports or exports out of the ordinary',
    example: 'import ',
    types: ['mdxjsEsm'],
    format: 'mdx',
    holds: ({ value = '' }) => !isPlainEsm(value),
  },
]

/** How far before an expression a backquote is looked for, which may pair with one in it. */
const backquotesBefore = 1000
const blankLine = /(?:\r\n?|\n)[ \t>]*[\r\n]/
const wholeCode = /(?<!`)(`+)(?!`)[^`{<\r\n]+\1(?!`)/g

/** True where backquotes that make no code of a line, without braces and tags, stand before an offset in its block. */
function hasLooseBackquote(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - backquotesBefore), offset)
  if (!before.includes('`')) return false
  return before.split(blankLine).at(-1)?.replace(wholeCode, '').includes('`') === true
}

/** True for import lines that every parser of JavaScript accepts, without a name twice. */
function isPlainEsm(value: string): boolean {
  const names = importedNames(value)
  return isImports(value) && new Set(names).size === names.length
}

function importedNames(value: string): readonly string[] {
  return value.match(/(?<!\w)(?!(?:import|from|as)\b)[A-Za-z_$][\w$]*(?=\s*(?:[,}]|from\b))/g) ?? []
}
