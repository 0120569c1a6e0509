import { sliceOf } from '../../text/range.ts'
import { documentRule, type Rule } from '../rule.ts'

export const rule: Rule = documentRule<object>({
  id: 'table-shape',
  summary: 'a row with more or fewer cells than its header',
  why: 'What has no column is not shown, and a missing cell shifts the meaning of those behind it. A line of text right below a table becomes its last row.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A cell too few and one too many',
      files:
        '---\ntitle: Mail\n---\n\n| Server | Port | Security |\n| --- | --- | --- |\n⟦| Incoming | 993 |⟧\n⟦| Outgoing | 465 | TLS | 587 |⟧\n',
      reasons: ['Unexpected row of 2 cells, expected 3', 'Unexpected row of 4 cells, expected 3'],
    },
    {
      name: 'Text that became a row',
      files:
        '---\ntitle: Mail\n---\n\n| Server | Port |\n| --- | --- |\n| Incoming | 993 |\n⟦Both ports use TLS.⟧\n',
      reasons: ['Unexpected text right below a table, expected a blank line before it'],
    },
    {
      name: 'As many cells in each row',
      files: '---\ntitle: Mail\n---\n\n| Server | Port |\n| --- | --- |\n| Incoming | |\n',
    },
  ],
  *check({ facts, text }) {
    for (const { delimited, rows } of facts.tables) {
      const [header, ...others] = rows
      if (!delimited || !header) continue
      const expected = header.cells.length
      for (const { range, cells } of others) {
        if (cells.length === expected) continue
        const isText = cells.length === 1 && !sliceOf(text, range).includes('|')
        yield {
          range,
          reason: isText
            ? 'Unexpected text right below a table, expected a blank line before it'
            : `Unexpected row of ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, expected ${expected}`,
        }
      }
    }
  },
})
