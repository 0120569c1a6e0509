import { lineAround } from '../../text/source.ts'
import { documentRule, type Rule } from '../rule.ts'

export const rule: Rule = documentRule<object>({
  id: 'mdx-syntax',
  summary: 'MDX that does not parse',
  why: 'The site cannot build the page. Until it is mended the file is read as plain Markdown without that line, and nothing in it is repaired.',
  severity: 'error',
  defaults: {},
  examples: [
    {
      name: 'A tag that is never closed',
      files: {
        'mail/guide.en-gb.mdx':
          '---\ntitle: Mail\n---\n\nOpen the ⟦<Button>panel, then the settings.⟧\n\nThen close it.\n',
      },
      reasons: ['Unexpected passage, expected MDX that parses'],
    },
    {
      name: 'A brace of plain text',
      files: {
        'mail/guide.en-gb.mdx': '---\ntitle: Mail\n---\n\nThe sign ⟦{ opens a block.⟧\n',
      },
      reasons: ['Unexpected passage, expected MDX that parses'],
    },
    {
      name: 'MDX',
      files: {
        'mail/guide.en-gb.mdx':
          '---\ntitle: Mail\n---\n\n{/* the new panel */}\n\nOpen the <Button name="settings">panel</Button>.\n',
      },
    },
  ],
  *check({ facts: { syntaxError }, text }) {
    if (!syntaxError) return
    const { reason, offset } = syntaxError
    const { start, end } = lineAround(text, offset)
    const from = Math.max(start, Math.min(offset, end - 1))
    yield {
      range: { start: from, end },
      reason: 'Unexpected passage, expected MDX that parses',
      note: reason,
    }
  },
})
