import { siblingRule, type Rule } from '../rule.ts'
import { findingOf, settingsOf } from '../settings.ts'
import { regionFindings } from '../settings-region.ts'

export const rule: Rule = siblingRule<object>({
  id: 'settings-security',
  summary: 'a port under the wrong security: 587 taught as unencrypted, 993 as plain',
  why: 'A port and its encryption go together: with the wrong pair the connection hangs, or a password crosses the network for anyone to read. RFC 8314 calls mail without encryption obsolete.',
  severity: 'error',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'STARTTLS called unencrypted',
      files: '---\ntitle: Mail\n---\n\nPorts 143 and 587: ⟦SSL off⟧. Ports 993 and 465: SSL on.\n',
      reasons: ['Unexpected no encryption for port `143` and `587`, expected STARTTLS'],
    },
    {
      name: 'A port under the other heading',
      files: {
        'guides/settings.yaml':
          'services:\n  mx-plan:\n    endpoints:\n      imap: { host: ssl0.example.net, ports: { tls: 993, starttls: 143 } }\n      pop3: { host: ssl0.example.net, ports: { tls: 995, starttls: 110 } }\n',
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n| | SSL/TLS | STARTTLS |\n| --- | --- | --- |\n| IMAP | ⟦143⟧ | 143 |\n| POP3 | 995 | 110 |\n',
      },
      reasons: ['Unexpected port `143` with SSL/TLS, expected `993`'],
      fixed:
        '---\ntitle: Mail\n---\n\n| | SSL/TLS | STARTTLS |\n| --- | --- | --- |\n| IMAP | 993 | 143 |\n| POP3 | 995 | 110 |\n',
    },
    {
      name: 'The words are wrong, and not their ports',
      files:
        '---\ntitle: Mail\n---\n\n| Ports | ⟦SSL off⟧ |\n| --- | --- |\n| IMAP | 993 |\n| SMTP | 465 |\n',
      reasons: ['Unexpected no encryption for port `993` and `465`, expected SSL/TLS'],
    },
    {
      name: 'Pairs that go together',
      files: '---\ntitle: Mail\n---\n\nIMAP listens on 993 (SSL/TLS) or 143 (STARTTLS).\n',
    },
  ],
  *check(document, view) {
    const reading = settingsOf(document, view)
    for (const contradiction of reading.contradictions) {
      if (contradiction.kind === 'security' || contradiction.kind === 'cleartext')
        yield findingOf(contradiction, document, view)
    }
    yield* regionFindings(document, reading, view, ['security'])
  },
})
