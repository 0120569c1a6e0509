import { linePrefixAt } from '../../markdown/lines.ts'
import type { Facts, Touch } from '../../markdown/facts.ts'
import { sliceOf, type Range } from '../../text/range.ts'
import { lineEndOf, lineStartAt } from '../../text/source.ts'
import { documentRule, type Rule } from '../rule.ts'

/** The blocks that need room on both sides, by the names that people call them. */
const spaced: Readonly<Record<string, string>> = { table: 'table', list: 'list', code: 'code block' }

/** Raw HTML and JSX often hold to what they speak of; comments do always. */
const clinging = new Set([
  'html',
  'mdxJsxFlowElement',
  'mdxFlowExpression',
  'mdxjsEsm',
  'yaml',
  'toml',
  'definition',
])

function reasonFor({ before, after }: Touch): string | undefined {
  const needsRoom = before === 'heading' || after === 'heading' || before in spaced || after in spaced
  if (clinging.has(before) || clinging.has(after) || !needsRoom) return undefined
  const above = nameOf(before)
  return `Unexpected ${nameOf(after)} right below ${above === 'text' ? 'the text' : `a ${above}`}, expected a blank line`
}

function nameOf(block: string): string {
  return block === 'heading' ? 'heading' : (spaced[block] ?? 'text')
}

export const rule: Rule = documentRule<object>({
  id: 'block-spacing',
  summary: 'no blank line after a heading, or around a table, list or code block',
  why: 'Parsers differ in what a heading, table or list may touch; a blank line makes all of them, and every translator’s tool, see the same blocks.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A heading on its text',
      files: '---\ntitle: Mail\n---\n\n⟦## Settings⟧\nOpen the settings.\n',
      reasons: ['Unexpected text right below a heading, expected a blank line'],
      fixed: '---\ntitle: Mail\n---\n\n## Settings\n\nOpen the settings.\n',
    },
    {
      name: 'Inside a callout',
      files:
        '---\ntitle: Mail\n---\n\n> [!warning]\n>\n> ⟦Keep two things at hand:⟧\n> - your address\n> - your password\n',
      reasons: ['Unexpected list right below the text, expected a blank line'],
      fixed:
        '---\ntitle: Mail\n---\n\n> [!warning]\n>\n> Keep two things at hand:\n>\n> - your address\n> - your password\n',
    },
    {
      name: 'A bullet without words, which the text below may be meant for',
      files: '---\ntitle: Mail\n---\n\n-\nOpen the settings.\n',
    },
    {
      name: 'What encloses a list',
      files:
        '---\ntitle: Mail\n---\n\n:::note[Before you begin]\n- Your address\n- Your password\n:::\n\n> [!note]\n> - Your address\n',
    },
    {
      name: 'Code whose first fence raw HTML has swallowed',
      files: '---\ntitle: Mail\n---\n\n<Tab>\n```sh\n# Look\n\n# Send\nmail --port 993\n```\n</Tab>\n',
    },
    {
      name: 'Room for all',
      files: '---\ntitle: Mail\n---\n\n## Settings\n\n- Port 993\n\nOpen the settings.\n',
    },
  ],
  *check({ facts, text }) {
    if (facts.touches.length === 0) return
    const torn = tornRanges(facts, text)
    const lineEnd = lineEndOf(text)
    for (const touch of facts.touches) {
      const reason = reasonFor(touch)
      if (reason === undefined || isFence(text, touch) || endsInBareMarker(text, touch)) continue
      if (torn.some(({ start, end }) => start <= touch.next && touch.next <= end)) continue
      const lineStart = lineStartAt(text, touch.next)
      const edits = [
        {
          range: { start: lineStart, end: lineStart },
          text: linePrefixAt(text, touch.next) + lineEnd,
        },
      ]
      yield {
        range: touch.before === 'heading' ? touch.range : lastLine(text, touch),
        reason,
        fix: { title: 'Insert a blank line', applicability: 'safe', edits, changes: ['touches'] },
      }
    }
  },
})

/**
 * Where raw HTML swallows the line that opens a fence, the line that closes it opens another one: what lies between is
 * code that Markdown takes for text, and room around it mends nothing.
 */
function tornRanges({ opaque, code }: Facts, text: string): Range[] {
  return opaque.flatMap((range) => {
    const fences = sliceOf(text, range).match(/^[ \t>]*(?:`{3}|~{3})/gm) ?? []
    if (fences.length % 2 === 0) return []
    const next = code.find((each) => each.form === 'fenced' && each.range.start >= range.end)
    return [{ start: range.start, end: next?.range.end ?? range.end }]
  })
}

/** `:::note` or `[!note]` above and `:::` below hold on to what they enclose. */
function isFence(text: string, touch: Touch): boolean {
  const { start, end } = lastLine(text, touch)
  const opens = /^(?::::+[ \t]*[\w{]|\[!\w+\])/.test(text.slice(start, end))
  return opens || /^:::+[ \t]*(?:\r?\n|$)/.test(text.slice(touch.next))
}

/** A bullet with nothing behind it was meant to hold the text below: a blank line would part them for good. */
function endsInBareMarker(text: string, { before, range }: Touch): boolean {
  return (
    before === 'list' &&
    /(?:^|[\s>])(?:[-*+]|\d{1,9}[.)])[ \t]*$/.test(
      text.slice(Math.max(range.start, range.end - 12), range.end),
    )
  )
}

/** The last line of the block before, which is where the blank line is missing. */
function lastLine(text: string, { range }: Touch): { start: number; end: number } {
  const start = lineStartAt(text, range.end)
  const prefix = text.slice(start, range.end).search(/[^ \t>]/)
  const from = Math.max(range.start, start + Math.max(prefix, 0))
  return { start: from, end: range.end }
}
