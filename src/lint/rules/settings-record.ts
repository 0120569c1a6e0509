import { recordContradictions } from '../../settings/compare-records.ts'
import { siblingRule, type Rule } from '../rule.ts'
import { findingOf, settingsOf } from '../settings.ts'

export const rule: Rule = siblingRule<object>({
  id: 'settings-record',
  summary: 'an SRV line whose service and port do not belong together',
  why: 'Mail programs that look for such records (RFC 6186) believe them: with the wrong port they fail for everybody in the domain.',
  severity: 'warning',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'The port of STARTTLS under the name for TLS',
      files: '---\ntitle: Mail\n---\n\n```\n_imaps._tcp.example.net. SRV 0 1 ⟦143⟧ imap.example.net.\n```\n',
      reasons: ['Unexpected port `143` for `_imaps`, expected `993`'],
      fixed: '---\ntitle: Mail\n---\n\n```\n_imaps._tcp.example.net. SRV 0 1 993 imap.example.net.\n```\n',
    },
    {
      name: 'Records that fit',
      files:
        '---\ntitle: Mail\n---\n\n```\n_imaps._tcp.example.net. SRV 0 1 993 imap.example.net.\n_submission._tcp.example.net. SRV 0 1 587 smtp.example.net.\n```\n',
    },
  ],
  *check(document, view) {
    const { statements, yardstick } = settingsOf(document, view)
    for (const contradiction of recordContradictions(statements.records, yardstick))
      yield findingOf(contradiction, document, view)
  },
})
