import { missingEndpoints } from '../../settings/compare-coverage.ts'
import { siblingRule, type Rule } from '../rule.ts'
import { settingsOf } from '../settings.ts'

const settings = `services:
  mx-plan:
    endpoints:
      imap: { host: ssl0.example.net, ports: { tls: 993 } }
      submission: { host: ssl0.example.net, ports: { tls: 465 } }
`

export const rule: Rule = siblingRule<object>({
  id: 'settings-missing',
  summary: 'a settings table without an endpoint that the canonical settings have',
  why: 'A guide that names the server for receiving and forgets the one for sending leaves its readers half-way.',
  severity: 'warning',
  recommended: false,
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'No server for sending',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n⟦| Service | Port |⟧\n| --- | --- |\n| IMAP | 993 |\n',
      },
      reasons: ['Unexpected tables of settings without SMTP, expected it'],
    },
    {
      name: 'All of them, in two tables',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n| Service | Port |\n| --- | --- |\n| IMAP | 993 |\n\n| Service | Port |\n| --- | --- |\n| SMTP | 465 |\n',
      },
    },
  ],
  *check(document, view) {
    const { statements, yardstick } = settingsOf(document, view)
    const { canon } = view
    for (const { table, name, range } of missingEndpoints(statements, yardstick)) {
      const head = document.facts.tables[table]?.rows[0]
      if (!head || !canon) continue
      yield {
        range: head.range,
        reason: `Unexpected tables of settings without ${name}, expected it`,
        expected: name,
        related: [{ path: canon.path, range, reason: `The canonical settings of ${name}` }],
      }
    }
  },
})
