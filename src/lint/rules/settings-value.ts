import { siblingRule, type Rule } from '../rule.ts'
import { findingOf, hasService, settingsOf } from '../settings.ts'
import { regionFindings } from '../settings-region.ts'

const settings = `services:
  mx-plan:
    endpoints:
      imap: { host: ssl0.example.net, ports: { tls: 993, starttls: 143 } }
      submission: { host: ssl0.example.net, ports: { tls: 465 } }
`

export const rule: Rule = siblingRule<object>({
  id: 'settings-value',
  summary: 'a port, host or protocol that contradicts the canonical settings',
  why: 'A reader who types a wrong port waits for a connection that never comes, and asks support. The settings stand in one file; every table, line and sentence in every locale is held against it.',
  severity: 'error',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'A port of POP3 in the table for IMAP',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n## IMAP\n\n| Ports | SSL on |\n| --- | --- |\n| Incoming | ⟦995⟧ |\n| Outgoing | 465 |\n',
      },
      reasons: ['Unexpected port `995` for IMAP, expected `993`'],
      fixed:
        '---\ntitle: Mail\n---\n\n## IMAP\n\n| Ports | SSL on |\n| --- | --- |\n| Incoming | 993 |\n| Outgoing | 465 |\n',
    },
    {
      name: 'A host that nobody knows, in a sentence',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\nLe serveur entrant est `⟦ssl0.example.org⟧`, sur le port 993.\n',
      },
      reasons: ['Unexpected host `ssl0.example.org` for incoming mail, expected `ssl0.example.net`'],
      fixed: '---\ntitle: Messagerie\n---\n\nLe serveur entrant est `ssl0.example.net`, sur le port 993.\n',
    },
    {
      name: 'A value that was true once',
      files: {
        'guides/settings.yaml': `${settings}retired:\n  - { host: mail.example.net, message: It was switched off in 2024 }\n`,
        'guides/mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nIncoming server: ⟦mail.example.net⟧\n',
      },
      reasons: ['Unexpected host `mail.example.net` for incoming mail, expected `ssl0.example.net`'],
      fixed: '---\ntitle: Mail\n---\n\nIncoming server: ssl0.example.net\n',
    },
    {
      name: 'A language whose words nobody has written down takes them from the source',
      config: 'source: en-gb',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n| | Port |\n| --- | --- |\n| Incoming | 993 |\n| Outgoing | 465 |\n',
        'guides/mail/guide.tr-tr.md':
          '---\ntitle: Posta\n---\n\n| | Bağlantı noktası |\n| --- | --- |\n| Gelen | 993 |\n| Giden | ⟦456⟧ |\n',
      },
      reasons: ['Unexpected port `456` for SMTP, expected `465`'],
      fixed:
        '---\ntitle: Posta\n---\n\n| | Bağlantı noktası |\n| --- | --- |\n| Gelen | 993 |\n| Giden | 465 |\n',
    },
    {
      name: 'What the canon says',
      files: {
        'guides/settings.yaml': settings,
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nIMAP: `ssl0.example.net`, port 993 (SSL/TLS) or 143 (STARTTLS).\n',
      },
    },
  ],
  *check(document, view) {
    const reading = settingsOf(document, view)
    for (const contradiction of reading.contradictions) {
      const isValue = contradiction.kind === 'value' || contradiction.kind === 'unknown'
      if (contradiction.kind === 'repeat' || (isValue && hasService(reading)))
        yield findingOf(contradiction, document, view)
    }
    yield* regionFindings(document, reading, view, ['host', 'port'])
  },
})
