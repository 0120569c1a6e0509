import { siblingRule, type Rule } from '../rule.ts'
import { findingOf, settingsOf } from '../settings.ts'

export const rule: Rule = siblingRule<object>({
  id: 'settings-agreement',
  summary: 'a table and the prose of one section that contradict each other',
  why: 'Whoever reads both does not know which to trust, and whoever reads one may have read the wrong one.',
  severity: 'error',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'The table is right, the sentence is not',
      files: {
        'guides/settings.yaml':
          'services:\n  mx-plan:\n    endpoints:\n      imap: { host: ssl0.example.net, ports: { tls: 993 } }\n',
        'guides/mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n## IMAP\n\nThe port for incoming mail is ⟦939⟧.\n\n| | Port |\n| --- | --- |\n| IMAP | 993 |\n',
      },
      reasons: ['Unexpected port `939` for IMAP, expected `993`'],
      fixed:
        '---\ntitle: Mail\n---\n\n## IMAP\n\nThe port for incoming mail is 993.\n\n| | Port |\n| --- | --- |\n| IMAP | 993 |\n',
    },
    {
      name: 'Without a settings file',
      files:
        '---\ntitle: Mail\n---\n\n## IMAP\n\n| | Server |\n| --- | --- |\n| IMAP | imap.example.com |\n\nThe IMAP server is `⟦mail.example.com⟧`.\n',
      reasons: ['Unexpected host `mail.example.com` for IMAP, expected `imap.example.com` as in the table'],
    },
    {
      name: 'They agree',
      files:
        '---\ntitle: Mail\n---\n\n## IMAP\n\n| | Server |\n| --- | --- |\n| IMAP | imap.example.com |\n\nThe IMAP server is `imap.example.com`.\n',
    },
  ],
  *check(document, view) {
    for (const contradiction of settingsOf(document, view).contradictions)
      if (contradiction.kind === 'agreement') yield findingOf(contradiction, document, view)
  },
})
