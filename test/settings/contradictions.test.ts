import { describe, expect, test } from 'vitest'
import { lintFiles } from '../support/corpus.ts'

const settings = `services:
  mx-plan:
    endpoints:
      imap: { host: ssl0.example.net, ports: { tls: 993, starttls: 143 } }
      pop3: { host: ssl0.example.net, ports: { tls: 995, starttls: 110 } }
      submission: { host: ssl0.example.net, ports: { tls: 465, starttls: 587 } }
`

/** What is found in a document: the words that it points to, and the reason. */
function found(text: string, locale = 'en-gb'): string[] {
  const path = `guides/mail/guide.${locale}.md`
  const document = `---\ntitle: Mail\n---\n\n${text}`
  const only = [
    'settings-value',
    'settings-security',
    'settings-role',
    'settings-agreement',
    'settings-section',
  ]
  return lintFiles({ 'guides/settings.yaml': settings, [path]: document }, only).map(
    ({ range, reason }) => `${document.slice(range.start, range.end)}: ${reason}`,
  )
}

describe('a port that nobody knows, in a sentence', () => {
  test.each<[text: string, expected: string[]]>([
    [
      'Why does the program suggest port 5871 instead of 465?\n',
      ['5871: Unexpected port `5871`, expected `587`'],
    ],
    [
      'The port must be 465. If it says 5871, the phone uses STARTTLS.\n',
      ['5871: Unexpected port `5871`, expected `587`'],
    ],
    [
      'The problem lies with the outgoing server. If the port is set to 25, which is meant for servers that talk to each other, change it to 4651.\n',
      ['4651: Unexpected port `4651` for SMTP, expected `465` or `587`'],
    ],
    [
      '![Doors 9931 and 995, through which mail comes in, and 465.](a.png)\n',
      ['9931: Unexpected port `9931`, expected `993`'],
    ],
    // Years, keys, standards, amounts and codes are no ports.
    ['Since 2018 port 993 (RFC 8314) is the one to take, with SSL and 2048 bits.\n', []],
    ['Port 993 with SSL holds 5000 messages and 128, in SHA-256.\n', []],
    ['The web server listens on port 8080.\n', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('what a list item begins with is what it is about', () => {
  test.each<[text: string, expected: string[]]>([
    [
      '- for sending, the port must be 465. If it says 143, the phone uses STARTTLS.\n',
      ['143: Unexpected port `143` for SMTP, expected `587`'],
    ],
    [
      '- with **STARTTLS**, the connection starts bare. This is what ports 143, 993 and 587 use.\n',
      ['993: Unexpected port `993` with STARTTLS, expected `110`'],
    ],
    [
      '- with **STARTTLS**, all is encrypted from the start. Ports 993, 995 and 465 use it.\n',
      ['STARTTLS: Unexpected STARTTLS for port `993` and `995` and `465`, expected SSL/TLS'],
    ],
    // Prose goes on to other things.
    ['STARTTLS is the older way. Prefer ports 993, 995 and 465.\n', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('a port and a word that do not go together: the one that differs from the rest is wrong', () => {
  const table = (port: number, word: string): string =>
    `## Outgoing mail\n\n| Setting | SMTP |\n| --- | --- |\n| Port | ${port} |\n| Security | ${word} |\n\n`
  const other =
    '## Other ports\n\n| Service | Port | Security |\n| --- | --- | --- |\n| SMTP | 587 | STARTTLS |\n'
  const prose = '## Trouble\n\n- Take port 465 with SSL/TLS for sending.\n'
  test.each<[text: string, expected: string]>([
    // Two tables do not repeat each other.
    [table(587, 'SSL/TLS') + other, '587'],
    [table(465, 'STARTTLS') + other, 'STARTTLS'],
    // Prose repeats the table.
    [table(587, 'SSL/TLS') + prose, '587'],
    [table(465, 'STARTTLS') + prose, 'STARTTLS'],
  ])('%#', (text, expected) => {
    expect(found(text).map((line) => line.replace(/: .*/, ''))).toEqual([expected])
  })
})

describe('heads of tables', () => {
  const rows =
    '| --- | --- | --- |\n| Host name | `ssl0.example.net` | `ssl0.example.net` |\n| Port | 993 | 995 |\n'
  const byRow = '| --- | --- | --- |\n| IMAP | 143 | STARTTLS |\n| SMTP | 587 | STARTTLS |\n'
  test.each<[text: string, expected: string[]]>([
    [`| Setting | IMAP | POP3 |\n${rows}`, []],
    [
      `| IMAP | Setting | POP3 |\n${rows}`,
      ['IMAP: Unexpected IMAP over the names of settings, expected it over their values'],
    ],
    [`| IMAP | Phone | Computer |\n${rows.replace('995', '993')}`, []],
    [`| Service | Port | Security |\n${byRow}`, []],
    [`| Ports | SSL on | SSL off |\n| --- | --- | --- |\n| IMAP | 993 | 143 |\n`, []],
  ])('%j', (text, expected) => {
    expect(found(text).filter((line) => !line.includes('no encryption'))).toEqual(expected)
  })

  test('a head for ports over protocols', () => {
    expect(found(`| Port | Service | Security |\n${byRow}`)[0]).toBe(
      'Port: Unexpected head for a port over names of protocols, expected one for names of protocols',
    )
  })
})

describe('hosts in prose', () => {
  test.each<[text: string, expected: string[]]>([
    [
      'The server that hands you your mail is the incoming server. Both have the same name: `mail.wrong.net`.\n\nPort 993, IMAP.\n',
      ['mail.wrong.net: Unexpected host `mail.wrong.net`, expected `ssl0.example.net`'],
    ],
    [
      'Your layout receives `Astro.props`, and the server calls `http.IncomingMessage` for incoming mail. IMAP: 993.\n',
      [],
    ],
    ['Read `README.md` on the server. IMAP: 993.\n', []],
    ['The server of Claude.ai receives requests.\n', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
