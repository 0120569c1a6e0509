import { strayMentions } from '../../settings/compare-sections.ts'
import { siblingRule, type Rule } from '../rule.ts'
import { settingsOf } from '../settings.ts'

export const rule: Rule = siblingRule<object>({
  id: 'settings-section',
  summary: 'an IMAP section that speaks of POP',
  why: 'The section was copied and its heading changed. Readers who came for one protocol are told the other’s settings.',
  severity: 'warning',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'A copied section',
      files:
        '---\ntitle: Mail\n---\n\n## IMAP\n\nThis is what a ⟦POP⟧ account needs.\n\nIncoming port: 993\n',
      reasons: ['Unexpected POP3 in a section on IMAP, expected IMAP'],
    },
    {
      name: 'A section that compares',
      files:
        '---\ntitle: Mail\n---\n\n## IMAP\n\nIMAP keeps mail on the server, POP does not.\n\nIncoming port: 993\n',
    },
  ],
  *check(document, view) {
    const { statements } = settingsOf(document, view)
    for (const { range, actual, expected, heading } of strayMentions(statements, document.facts)) {
      yield {
        range,
        reason: `Unexpected ${actual} in a section on ${expected}, expected ${expected}`,
        actual,
        expected,
        related: [{ path: document.path, range: heading, reason: `The heading says ${expected}` }],
      }
    }
  },
})
