import type { Facts } from '../../markdown/facts.ts'
import type { Range } from '../../text/range.ts'
import { lineStartAt } from '../../text/source.ts'
import { documentRule, type Rule } from '../rule.ts'

/** The white space at the end of each line, in linear time. */
function* trailingSpaces(text: string): Iterable<Range> {
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from)
    const lineEnd = found < 0 ? text.length : found
    const end = text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd
    let start = end
    while (start > from && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--
    if (start < end) yield { start, end }
    from = lineEnd + 1
  }
}

/** Where white space has a meaning, or is none of the writer's: hard breaks, code, raw HTML, front matter. */
function keptRanges(facts: Facts): Range[] {
  const code = facts.code.map(({ range }) => range)
  const frontMatter = facts.frontMatter ? [facts.frontMatter.range] : []
  return [...facts.breaks, ...code, ...facts.opaque, ...frontMatter].sort((a, b) => a.start - b.start)
}

function onlyMarks(text: string, start: number): boolean {
  return /^[>\s]*(?:[-*+]|\d{1,9}[.)])?$/.test(text.slice(lineStartAt(text, start), start))
}

export const rule: Rule = documentRule<object>({
  id: 'trailing-space',
  summary: 'spaces at a line’s end that are no hard break',
  why: 'Nobody sees them, yet they come and go in every comparison of versions, and two of them, left by chance, break a line.',
  severity: 'info',
  defaults: {},
  examples: [
    {
      name: 'A space that was left behind',
      files: '---\ntitle: Mail\n---\n\nEnter your whole address.⟦ ⟧\n\nThen tap **Next**.\n',
      reasons: ['Unexpected space at the end of the line, expected none'],
      fixed: '---\ntitle: Mail\n---\n\nEnter your whole address.\n\nThen tap **Next**.\n',
    },
    {
      name: 'Behind a label’s value',
      files: '---\ntitle: Mail\n---\n\n- Port: 993⟦  ⟧\n- **Security:** TLS⟦  ⟧\n',
      reasons: [
        'Unexpected spaces at the end of the line, expected none',
        'Unexpected spaces at the end of the line, expected none',
      ],
      fixed: '---\ntitle: Mail\n---\n\n- Port: 993\n- **Security:** TLS\n',
    },
    { name: 'A hard break', files: '---\ntitle: Mail\n---\n\nServer: ssl0.ovh.net  \nPort: 993\n' },
  ],
  *check({ facts, text }) {
    const kept = keptRanges(facts)
    let next = 0
    for (const range of trailingSpaces(text)) {
      while (next < kept.length && (kept[next]?.end ?? 0) < range.end) next++
      const cover = kept[next]
      if (cover && cover.start <= range.start) continue
      // `> ` on a line of its own is how many write an empty line of a quote, `- ` a bullet that is to be filled.
      if (onlyMarks(text, range.start)) continue
      const edits = [{ range, text: '' }]
      const many = range.end - range.start > 1 ? 'spaces' : 'space'
      yield {
        range,
        reason: `Unexpected ${many} at the end of the line, expected none`,
        fix: { title: `Remove the ${many}`, applicability: 'safe', edits, changes: ['labelGroups'] },
      }
    }
  },
})
