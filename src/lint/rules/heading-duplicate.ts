import { z } from 'zod'
import { outlineOf } from '../../markdown/outline.ts'
import { documentRule, type Rule } from '../rule.ts'

export const rule: Rule = documentRule<{ readonly within: 'page' | 'section' }>({
  id: 'heading-duplicate',
  summary: 'two equal headings, where a link could mean either',
  why: 'Their anchors differ by a number alone, which moves when a heading is added before them; the table of contents shows the same words twice.',
  severity: 'info',
  options: z.object({
    within: z
      .enum(['page', 'section'])
      .describe('Whether headings are compared with all of the page, or with those of the same section'),
  }),
  defaults: { within: 'page' },
  examples: [
    {
      name: 'Two sections of one name',
      files:
        '---\ntitle: Mail\n---\n\n## Settings\n\nOn the computer.\n\n## ⟦Settings⟧\n\nOn the telephone.\n',
      reasons: ['Unexpected second heading `Settings`, expected other words or an id of its own'],
    },
    {
      name: 'Below two sections, where the config looks at each section by itself',
      config: 'rules:\n  heading-duplicate: { within: section }\n',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n## IMAP\n\n### Serveurs\n\nTexte.\n\n## POP3\n\n### Serveurs\n\nTexte.\n',
      },
    },
    {
      name: 'Told apart by their ids',
      files:
        '---\ntitle: Mail\n---\n\n## Settings {#computer}\n\nOn the computer.\n\n## Settings {#telephone}\n\nOn the telephone.\n',
    },
  ],
  *check({ facts }, { options: { within } }) {
    const seen = new Set<string>()
    for (const { heading, section } of outlineOf(facts.headings)) {
      const words = heading.text.trim().replace(/\s+/g, ' ')
      if (words === '' || heading.id !== undefined) continue
      const place = within === 'section' ? section?.range.start : undefined
      const key = `${place ?? ''}\n${words.toLowerCase()}`
      if (seen.has(key)) {
        yield {
          range: heading.contentRange,
          reason: `Unexpected second heading \`${words}\`, expected other words or an id of its own`,
        }
      }
      seen.add(key)
    }
  },
})
