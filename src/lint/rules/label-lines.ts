import type { LabelGroup, LabelLine } from '../../markdown/label-lines.ts'
import { sliceOf } from '../../text/range.ts'
import { documentRule, type Rule } from '../rule.ts'

/** Stretches of label lines, one below the other, that flow into one another. */
function collapsedRuns(text: string, { lines }: LabelGroup): LabelLine[][] {
  const runs: LabelLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const follows =
      before &&
      !before.breaks &&
      isNextLine(sliceOf(text, { start: before.range.end, end: line.range.start }))
    const run = runs.at(-1)
    if (follows && run) run.push(line)
    else runs.push([line])
  }
  return runs.filter((run) => run.length > 1)
}

function isNextLine(between: string): boolean {
  return /^[ \t]*\r?\n[ \t>]*$/.test(between)
}

export const rule: Rule = documentRule<object>({
  id: 'label-lines',
  summary: '`label: value` lines that collapse into one paragraph',
  why: 'In Markdown a line end is a space. Settings that the writer set one below the other run together for readers, who cannot tell where a value ends.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'Settings that run together',
      files:
        '---\ntitle: Mail\n---\n\n⟦User name: your whole address\nIncoming server: ssl0.ovh.net\nPort: 993⟧\n',
      reasons: [
        'Unexpected 3 label lines that readers see as one paragraph, expected a hard break after each',
      ],
      fixed:
        '---\ntitle: Mail\n---\n\nUser name: your whole address  \nIncoming server: ssl0.ovh.net  \nPort: 993\n',
    },
    {
      name: 'Lines that are broken',
      files: '---\ntitle: Mail\n---\n\nIncoming server: ssl0.ovh.net\\\nPort: 993\n',
    },
  ],
  *check({ facts, text }) {
    const sign = facts.breaks.some((range) => text.charAt(range.start) === '\\') ? '\\' : '  '
    for (const group of facts.labelGroups) {
      for (const run of collapsedRuns(text, group)) {
        const first = run[0]?.range.start ?? 0
        const last = run.at(-1)?.range.end ?? first
        const edits = run.slice(0, -1).map(({ range }) => {
          const lineEnd = text.slice(range.end).search(/\r?\n/)
          return { range: { start: range.end, end: range.end + Math.max(lineEnd, 0) }, text: sign }
        })
        yield {
          range: { start: first, end: last },
          reason: `Unexpected ${run.length} label lines that readers see as one paragraph, expected a hard break after each`,
          fix: {
            title: 'Break the lines',
            applicability: 'safe',
            edits,
            changes: ['breaks', 'labelGroups', 'segments', 'prose'],
          },
        }
      }
    }
  },
})
