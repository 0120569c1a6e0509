import { siblingRule, type Rule } from '../rule.ts'
import { findingOf, hasService, settingsOf } from '../settings.ts'

export const rule: Rule = siblingRule<object>({
  id: 'settings-role',
  summary: 'an incoming label on an outgoing port or host, or a head over cells of another kind',
  why: 'The numbers are right and stand under the wrong name: readers type the port for sending where their program asks for the one for receiving.',
  severity: 'error',
  defaults: {},
  inputs: ['settings', 'aliases', 'source', 'localeOnly'],
  examples: [
    {
      name: 'A label that was copied',
      files: '---\ntitle: Mail\n---\n\n## POP3\n\nIncoming port: 995 or 110  \n⟦Incoming⟧ port: 465 or 587\n',
      reasons: ['Unexpected label of incoming mail on `465` and `587`, expected one of outgoing mail'],
    },
    {
      name: 'A label and the words behind it',
      files: {
        'mail/guide.fi-fi.md':
          '---\ntitle: Sähköposti\n---\n\n⟦Saapuvan⟧ postin portti: lähtevän postin palvelimen portti: 465 tai 587\n',
      },
      reasons: ['Unexpected label of incoming mail on `465` and `587`, expected one of outgoing mail'],
    },
    {
      name: 'Heads that have changed places',
      files:
        '---\ntitle: Mail\n---\n\n| Setting | ⟦POP3⟧ | ⟦IMAP⟧ |\n| --- | --- | --- |\n| Port | 993 | 995 |\n| Security | SSL/TLS | SSL/TLS |\n',
      reasons: ['Unexpected POP3 over `993`, expected IMAP', 'Unexpected IMAP over `995`, expected POP3'],
    },
    {
      name: 'Labels that fit',
      files: '---\ntitle: Mail\n---\n\n## POP3\n\nIncoming port: 995 or 110  \nOutgoing port: 465 or 587\n',
    },
  ],
  *check(document, view) {
    const reading = settingsOf(document, view)
    for (const contradiction of reading.contradictions) {
      const isRole =
        contradiction.kind === 'label' || (contradiction.kind === 'value' && !hasService(reading))
      if (isRole) yield findingOf(contradiction, document, view)
    }
  },
})
