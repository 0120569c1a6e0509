import { describe, expect, test } from 'vitest'
import { registered } from '../../src/settings/knowledge.ts'
import { lexicons } from '../../src/settings/lexicon/index.ts'
import { statementsOf, type ReadingAid } from '../../src/settings/statements-of.ts'
import { vocabularyOf } from '../../src/settings/vocabulary.ts'
import { readFacts } from '../support/corpus.ts'

/** What a text states: each value with its protocol or direction and its encryption, `993 imap tls`. */
function read(text: string, language: string, aid: Partial<ReadingAid> = {}): string[] {
  const vocabulary = vocabularyOf(lexicons.get(language))
  const { values } = statementsOf({ text, facts: readFacts(text) }, { vocabulary, ...aid })
  return values.map(({ kind, value, protocol, direction, cipher }) =>
    [value, protocol ?? direction ?? '?', kind === 'port' ? cipher?.value : undefined]
      .filter((word) => word !== undefined)
      .join(' '),
  )
}

describe('tables', () => {
  test.each<[name: string, language: string, text: string, values: string[]]>([
    [
      'ways to encrypt across, directions down',
      'fr',
      '## POP\n\n| Ports | SSL activé | SSL désactivé |\n|---|---|---|\n| Entrant | 995 | 110 |\n| Sortant | 465 | 587 |\n',
      ['995 pop3 tls', '110 pop3 none', '465 smtp tls', '587 smtp none'],
    ],
    [
      'without its delimiter row, words grown together',
      'pl',
      '## IMAP\n\n|Porty|SSLwłączony|SSLwyłączony|\n|Wchodzący|993|143|\n|Wychodzący|465|587|\n',
      ['993 imap tls', '143 imap none', '465 smtp tls', '587 smtp none'],
    ],
    [
      'protocols across, fields down',
      'en',
      '| | IMAP | SMTP |\n|---|---|---|\n| Server | in.example.com | out.example.com |\n| Port | 993 | 587 |\n| Security | SSL/TLS | STARTTLS |\n',
      ['in.example.com imap', '993 imap tls', 'out.example.com smtp', '587 smtp starttls'],
    ],
    [
      'fields across, protocols down, a row that goes on with the one above',
      'de',
      '| Dienst | Server | Port | Verschlüsselung |\n|---|---|---|---|\n| IMAP | a.example.com | 993 | SSL/TLS |\n| | a.example.com | 143 | STARTTLS |\n',
      ['a.example.com imap', '993 imap tls', 'a.example.com imap', '143 imap starttls'],
    ],
    [
      'label and value',
      'es',
      '| | |\n|---|---|\n| Servidor entrante | in.example.com |\n| Puerto | 993 |\n| Cifrado | SSL |\n| Servidor saliente | out.example.com |\n| Puerto | 465 |\n| Cifrado | SSL |\n',
      ['in.example.com incoming', '993 incoming tls', 'out.example.com smtp', '465 smtp tls'],
    ],
    [
      'several values in one cell',
      'fr',
      '| Type | Réglages |\n|---|---|\n| IMAP | Serveur : in.example.com<br>- Port **993** <br>\\- SSL |\n| SMTP | Serveur : out.example.com<br>- Port **587** <br>\\- STARTTLS |\n',
      ['in.example.com imap', '993 imap tls', 'out.example.com smtp', '587 smtp starttls'],
    ],
    ['no settings at all', 'en', '| Year | Guides |\n|---|---|\n| 2025 | 110 |\n| 2026 | 143 |\n', []],
  ])('%s', (_, language, text, values) => {
    expect(read(text, language)).toEqual(values)
  })
})

describe('lines', () => {
  test.each<[name: string, language: string, text: string, values: string[]]>([
    [
      'one below the other',
      'nl',
      'Inkomende server: in.example.com\nPoort: 993\nUitgaande server: out.example.com\nPoort: 587\n',
      ['in.example.com incoming', '993 incoming', 'out.example.com smtp', '587 smtp'],
    ],
    [
      'collapsed into one paragraph, labels said twice',
      'fr',
      'Serveur entrant : Le serveur de réception : **in.example.com** Port serveur entrant : Le port :  **993**  ou  **143** Serveur sortant : Le serveur d’envoi : **out.example.com** Port serveur sortant : **465**  ou  **587**\n',
      [
        'in.example.com incoming',
        '993 incoming',
        '143 incoming',
        'out.example.com smtp',
        '465 smtp',
        '587 smtp',
      ],
    ],
    [
      'a list below a title',
      'pl',
      '**Serwer wychodzący**\n\n- Nazwa hosta: out.example.com\n- Port: 465\n- Szyfrowanie: SSL/TLS\n',
      ['out.example.com smtp', '465 smtp tls'],
    ],
    [
      'a label that says one thing and its words another',
      'fi',
      'Saapuvan postin palvelimen portti: lähtevien viestien palvelimen portti: 465 tai 587\n',
      ['465 smtp', '587 smtp'],
    ],
    [
      'yes and no',
      'de',
      '- SMTP-Port: 465\n- SSL: ja\n\nText.\n\n- SMTP-Port: 25\n- SSL: nein\n',
      ['465 smtp tls', '25 smtp none'],
    ],
  ])('%s', (_, language, text, values) => {
    expect(read(text, language)).toEqual(values)
  })
})

describe('sentences', () => {
  test.each<[language: string, text: string, values: string[]]>([
    [
      'en',
      'Ports 110 and 587: SSL off. Ports 995 and 465: SSL on.',
      ['110 pop3 none', '587 smtp none', '995 pop3 tls', '465 smtp tls'],
    ],
    ['en', 'Use port 993 for IMAP and 995 for POP3.', ['993 imap', '995 pop3']],
    ['en', 'IMAP listens on 993 (SSL/TLS) or 143 (STARTTLS).', ['993 imap tls', '143 imap starttls']],
    ['en', 'The IMAP port is 143 or 993 with SSL.', ['143 imap', '993 imap tls']],
    [
      'en',
      'Ports 995 and 465 use SSL, 110 and 587 are unencrypted.',
      ['995 pop3 tls', '465 smtp tls', '110 pop3 none', '587 smtp none'],
    ],
    [
      'en',
      'For incoming mail, use in.example.com, port 993, with SSL/TLS, and for outgoing mail, out.example.com, port 465.',
      ['in.example.com incoming', '993 incoming tls', 'out.example.com smtp', '465 smtp'],
    ],
    ['en', 'Type in.example.com:993 for incoming mail.', ['in.example.com incoming', '993 incoming']],
    [
      'cs',
      'Porty 110 a 587 odpovídají zabezpečení pomocí SSL, které je neaktivní.',
      ['110 pop3 none', '587 smtp none'],
    ],
    [
      'it',
      'Se utilizzi le porte 110 e 587, il protocollo SSL è disattivato.',
      ['110 pop3 none', '587 smtp none'],
    ],
    [
      'nl',
      'De ports 110 en 587 zijn voor het inloggen zonder SSL-beveiliging.',
      ['110 pop3 none', '587 smtp none'],
    ],
    ['fi', 'Portit 995 ja 465 vastaavat aktivoitua SSL-suojausta.', ['995 pop3 tls', '465 smtp tls']],
    ['lt', 'Prievadai 143 ir 587 atitinka išjungtą SSL apsaugą.', ['143 imap none', '587 smtp none']],
    [
      'pt',
      'As portas 143 e 587 correspondem à encriptação SSL desativada.',
      ['143 imap none', '587 smtp none'],
    ],
    [
      'es',
      'El servidor de correo saliente es out.example.com y su puerto el 4650.',
      ['out.example.com smtp', '4650 smtp'],
    ],
    [
      'en',
      'Windows Phone 8.0 came out in 2012; see RFC 8314, step (2), or write to a@b.example.com at 10:30.',
      [],
    ],
    ['en', 'Port 25 is for servers among themselves.', []],
    ['en', 'The mailbox holds 587 messages.', []],
  ])('%s: %s', (language, text, values) => {
    expect(read(`${text}\n`, language)).toEqual(values)
  })
})

describe('what the headings tell', () => {
  test.each<[text: string, values: string[]]>([
    ['## IMAP\n\n### Outgoing mail\n\nPort: 465\n', ['465 smtp']],
    ['## Incoming mail\n\n### POP3\n\nPort: 995\n', ['995 pop3']],
    ['## POP3\n\nPorts 110 and 587.\n', ['110 pop3', '587 smtp']],
    // Below `IMAP`, a port of POP3 is stated as IMAP's: that is the mistake to find.
    ['## IMAP\n\nPorts 110 and 587.\n', ['110 imap', '587 smtp']],
    ['## IMAP or POP3?\n\nPorts 110 and 587.\n', ['110 pop3', '587 smtp']],
  ])('%j', (text, values) => {
    expect(read(text, 'en')).toEqual(values)
  })
})

describe('a language without words', () => {
  const text = '| | IMAP |\n|---|---|\n| サーバー | in.example.com |\n| ポート | 993 |\n\nSSL なし 1143\n'

  test('numbers, hosts and names of protocols need none; what is not understood is not said', () => {
    expect(read(text, 'ja')).toEqual(['in.example.com imap', '993 imap'])
  })

  test('another locale lends the meaning', () => {
    const knowledge = { ...registered, lend: () => ({ direction: 'outgoing', protocol: 'smtp' }) as const }
    expect(read('ポート 465\n\nserver out.example.com\n', 'ja', { knowledge })).toEqual([
      '465 smtp',
      'out.example.com smtp',
    ])
  })
})

test('zone lines in code', () => {
  const text =
    '```\n_imaps._tcp.example.net.  3600 IN SRV 0 1 993 in.example.net.\nno record\n```\n\n`_pop3._tcp SRV 10 2 110 .`\n'
  const { records } = statementsOf({ text, facts: readFacts(text) }, { vocabulary: vocabularyOf(undefined) })
  expect(
    records.map(({ service, domain, priority, weight, port, host }) => [
      service,
      domain,
      priority,
      weight,
      port,
      host,
    ]),
  ).toEqual([
    ['imaps', 'example.net', 0, 1, 993, 'in.example.net'],
    ['pop3', '', 10, 2, 110, ''],
  ])
  expect(records.map(({ portRange }) => text.slice(portRange.start, portRange.end))).toEqual(['993', '110'])
})
