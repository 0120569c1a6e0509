import { linesOf } from '../../text/source.ts'
import { documentRule, type Rule } from '../rule.ts'

/** A first line that opens front matter, and a first key behind it. */
const unclosed = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:\[[\w.-]+\]|[A-Za-z_][\w.-]*[ \t]*[:=])/

export const rule: Rule = documentRule<object>({
  id: 'front-matter-syntax',
  summary: 'front matter that is not readable YAML, or TOML between `+++`',
  why: 'A page whose front matter cannot be read loses its title, its address and its place in the menu, or is not published at all.',
  severity: 'error',
  defaults: {},
  examples: [
    {
      name: 'A colon in a title without quotation marks',
      files: '---\ntitle: ⟦Mail: settings⟧\n---\n\nText.\n',
      reasons: ['Unexpected front matter, expected readable YAML'],
    },
    {
      name: 'A block that is never closed',
      files: '⟦---⟧\ntitle: Setting up mail\n\nText.\n',
      reasons: ['Unexpected front matter without an end, expected a line `---` after its keys'],
    },
    {
      name: 'TOML',
      files: '+++\n⟦title = Setting up mail⟧\n+++\n\nText.\n',
      reasons: ['Unexpected front matter, expected readable TOML'],
    },
    { name: 'Readable front matter', files: '---\ntitle: Setting up mail\n---\n\nText.\n' },
  ],
  *check({ facts, text }) {
    const { frontMatter } = facts
    const problem = frontMatter?.problem
    if (problem) {
      const language = frontMatter.syntax === 'toml' ? 'TOML' : 'YAML'
      yield {
        range: problem.range,
        reason: `Unexpected front matter, expected readable ${language}`,
        note: problem.reason,
      }
    }
    const sign = frontMatter ? undefined : unclosed.exec(text)?.[1]
    if (sign === undefined) return
    const [fence = { start: 0, end: 0 }] = linesOf(text, { start: 0, end: Math.min(text.length, 80) })
    const start = fence.start + (text.startsWith('\uFEFF') ? 1 : 0)
    yield {
      range: { start, end: fence.end },
      reason: `Unexpected front matter without an end, expected a line \`${sign}\` after its keys`,
    }
  },
})
