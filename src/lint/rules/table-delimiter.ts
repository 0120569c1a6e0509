import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { linePrefixAt } from '../../markdown/lines.ts'
import { lineEndOf, lineStartAt } from '../../text/source.ts'
import { documentRule, type Rule } from '../rule.ts'

/** The delimiter row of a table: `|---|---|` for two columns. */
function delimiterRow(columns: number): string {
  const cells = Array.from({ length: columns }, () => ({ type: 'tableCell' as const, children: [] }))
  const table = toMarkdown(
    { type: 'table', align: cells.map(() => null), children: [{ type: 'tableRow', children: cells }] },
    { extensions: [gfmTableToMarkdown({ tableCellPadding: false, stringLength: () => 3 })] },
  )
  return table.split('\n')[1] ?? ''
}

export const rule: Rule = documentRule<object>({
  id: 'table-delimiter',
  summary: 'rows of pipes with no delimiter row',
  why: 'Without `|---|---|` below its header a table is none: readers see one paragraph of words and bars.',
  severity: 'error',
  defaults: {},
  examples: [
    {
      name: 'Ports in a paragraph of bars',
      files: '---\ntitle: Mail\n---\n\n⟦|Ports|SSL on|SSL off|⟧\n|Incoming|993|143|\n|Outgoing|465|587|\n',
      reasons: ['Unexpected rows of pipes without a delimiter row, expected `|---|---|---|` below the first'],
      fixed:
        '---\ntitle: Mail\n---\n\n|Ports|SSL on|SSL off|\n|---|---|---|\n|Incoming|993|143|\n|Outgoing|465|587|\n',
    },
    { name: 'A table', files: '---\ntitle: Mail\n---\n\n|Ports|SSL on|\n|---|---|\n|Incoming|993|\n' },
  ],
  *check({ facts, text }) {
    const open = facts.tables.filter(({ delimited }) => !delimited)
    const lineEnd = open.length > 0 ? lineEndOf(text) : ''
    for (const { rows } of open) {
      const [header] = rows
      if (!header) continue
      const row = delimiterRow(header.cells.length)
      const edits = [
        {
          range: { start: header.range.end, end: header.range.end },
          text: lineEnd + quotePrefix(text, header.range.start) + row,
        },
      ]
      yield {
        range: header.range,
        reason: `Unexpected rows of pipes without a delimiter row, expected \`${row}\` below the first`,
        expected: row,
        fix: {
          title: 'Insert the delimiter row',
          applicability: 'safe',
          edits,
          changes: ['tables', 'segments', 'prose', 'touches'],
        },
      }
    }
  },
})

/** `> ` before a row inside a quote, indentation inside a list: what stands before the header stands before the new row. */
function quotePrefix(text: string, offset: number): string {
  const quotes = linePrefixAt(text, offset)
  if (quotes !== '') return `${quotes} `
  const lineStart = lineStartAt(text, offset)
  return ' '.repeat(offset - lineStart)
}
