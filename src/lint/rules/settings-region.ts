import { siblingRule, type Rule } from '../rule.ts'
import { settingsOf } from '../settings.ts'
import { regionFindings, regionProblems } from '../settings-region.ts'

const settings = `services:
  mx-plan:
    endpoints:
      imap: { host: ssl0.example.net, ports: { tls: 993 } }
`

const heading = '---\ntitle: Mail\n---\n\n## IMAP\n\n'
const table =
  '| Service | Server | Port | Connection security |\n| - | - | - | - |\n| Incoming mail (IMAP) | `ssl0.example.net` | 993 | SSL/TLS |\n'

export const rule: Rule = siblingRule<object>({
  id: 'settings-region',
  summary: 'a region of settings that is not what the canonical settings make of it, or cannot be made',
  why: 'Between `<!-- hexapla:settings SERVICE -->` and `<!-- /hexapla:settings -->` the table is made from the settings file, so that nobody has to keep it in step by hand.',
  severity: 'error',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'A region that is yet to be made',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md': `${heading}⟦<!-- hexapla:settings mx-plan imap -->⟧\n<!-- /hexapla:settings -->\n`,
      },
      reasons: ['Unexpected empty region of settings, expected the table that the settings file makes'],
      fixed: `${heading}<!-- hexapla:settings mx-plan imap -->\n\n${table}\n<!-- /hexapla:settings -->\n`,
    },
    {
      name: 'A region without its end',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md': `${heading}⟦<!-- hexapla:settings mx-plan -->⟧\n\nText.\n`,
      },
      reasons: ['Unexpected open region of settings, expected `<!-- /hexapla:settings -->` after it'],
    },
    {
      name: 'A service that the file does not have',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md': `${heading}⟦<!-- hexapla:settings mx-pla imap -->⟧\n<!-- /hexapla:settings -->\n`,
      },
      reasons: ['Unexpected service `mx-pla`, expected `mx-plan`'],
    },
    {
      name: 'A region as it should be',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md': `${heading}<!-- hexapla:settings mx-plan imap -->\n\n${table}\n<!-- /hexapla:settings -->\n`,
      },
    },
  ],
  *check(document, view) {
    const reading = settingsOf(document, view)
    yield* regionProblems(document, reading, view)
    yield* regionFindings(document, reading, view, ['words', 'whole'])
  },
})
