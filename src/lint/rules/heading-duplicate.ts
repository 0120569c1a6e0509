import * as z from 'zod'
import { splitUrl } from '../../corpus/resolve.ts'
import { slugAlgorithms, slugsOf } from '../../markdown/slug.ts'
import { outlineOf } from '../../markdown/outline.ts'
import { writtenHeadings } from '../headings.ts'
import { documentRule, type Rule } from '../rule.ts'

export const rule: Rule = documentRule<{ readonly within: 'page' | 'section' }>({
  id: 'heading-duplicate',
  summary: 'two equal headings, where a link could mean either',
  why: 'Their anchors differ by a number alone, which moves when a heading is added before them; the table of contents shows the same words twice.',
  severity: 'info',
  options: z.object({
    within: z
      .enum(['page', 'section'])
      .describe(
        'What a heading is compared with: those of its section, and of the page where a link names it; or all of the page',
      ),
  }),
  defaults: { within: 'section' },
  examples: [
    {
      name: 'Two sections of one name',
      files:
        '---\ntitle: Mail\n---\n\n## Settings\n\nOn the computer.\n\n## ⟦Settings⟧\n\nOn the telephone.\n',
      reasons: ['Unexpected second heading `Settings`, expected other words or an id of its own'],
    },
    {
      name: 'Below two sections, and a link that could mean either',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n## IMAP\n\n### Serveurs\n\nTexte.\n\n## POP3\n\n### ⟦Serveurs⟧\n\nVoir les [serveurs](#serveurs).\n',
      },
      reasons: ['Unexpected second heading `Serveurs`, expected other words or an id of its own'],
    },
    {
      name: 'Below two sections, and nobody links to them',
      files: '---\ntitle: Mail\n---\n\n## IMAP\n\n### Servers\n\nText.\n\n## POP3\n\n### Servers\n\nText.\n',
    },
    {
      name: 'Told apart by their ids',
      files:
        '---\ntitle: Mail\n---\n\n## Settings {#computer}\n\nOn the computer.\n\n## Settings {#telephone}\n\nOn the telephone.\n',
    },
  ],
  *check({ facts, text }, { options: { within } }) {
    const own = facts.links.filter(({ url }) => url.startsWith('#'))
    const linked = new Set(own.map(({ url }) => splitUrl(url).fragment))
    const isLinked = (words: string): boolean =>
      linked.size > 0 && slugAlgorithms.some((algorithm) => linked.has(slugsOf([words], algorithm)[0]))
    const seen = new Set<string>()
    for (const { heading, section } of outlineOf(writtenHeadings(text, facts))) {
      const words = heading.text.trim().replace(/\s+/g, ' ')
      if (words === '' || heading.id !== undefined) continue
      const name = words.toLowerCase()
      const key = `${section?.range.start ?? ''}\n${name}`
      const isEqual = seen.has(key) || (seen.has(name) && (within === 'page' || isLinked(heading.text)))
      seen.add(key).add(name)
      if (!isEqual) continue
      yield {
        range: heading.contentRange,
        reason: `Unexpected second heading \`${words}\`, expected other words or an id of its own`,
      }
    }
  },
})
