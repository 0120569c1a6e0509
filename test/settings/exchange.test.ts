import { describe, expect, test } from 'vitest'
import { exportAutoconfig, importAutoconfig } from '../../src/settings/autoconfig.ts'
import type { Service } from '../../src/settings/canon.ts'
import { settingsText } from '../../src/settings/import.ts'
import { exportMobileconfig } from '../../src/settings/mobileconfig.ts'
import { readXml } from '../../src/settings/xml.ts'
import { exportZone, importZone } from '../../src/settings/zone.ts'
import { canonOf } from '../support/corpus.ts'

const yaml = `services:
  mx-plan:
    name: [MX & <Plan>, MX]
    domains: [example.net]
    username: '%EMAILADDRESS%'
    authentication: [OAuth2, password-cleartext]
    endpoints:
      imap: { host: in.example.net, ports: { starttls: 143, tls: 993 } }
      pop3: { host: in.example.net, ports: { none: 110 } }
      imap-2: { protocol: imap, host: old.example.net, ports: { tls: 993 }, username: login }
      submission: { host: out.example.net, ports: { tls: 465, starttls: 587 } }
`

function serviceOf(text: string): Service {
  const [service] = canonOf(text).services
  if (!service) throw new Error('no service')
  return service
}

const server = (inner: string): string =>
  `<clientConfig version="1.1">\n<emailProvider id="a.b">\n<incomingServer type="imap">\n${inner}\n</incomingServer>\n</emailProvider>\n</clientConfig>\n`
const whole = '<hostname>a.b</hostname><port>993</port><socketType>SSL</socketType>'

describe('autoconfig', () => {
  test('what is exported is what is imported, and the second export is the first', () => {
    const first = exportAutoconfig(serviceOf(yaml))
    const again = importAutoconfig(first.text)
    if ('problem' in again) throw new Error(again.problem.reason)
    expect(again.losses).toEqual([])
    const service = serviceOf(settingsText(again.data))
    expect(
      service.endpoints.map(({ name, host, ports, username }) => [
        name,
        host,
        ports.map(({ number, security }) => `${number} ${security}`),
        username,
      ]),
    ).toEqual([
      ['imap', 'in.example.net', ['143 starttls', '993 tls'], '%EMAILADDRESS%'],
      ['pop3', 'in.example.net', ['110 none'], '%EMAILADDRESS%'],
      ['imap-2', 'old.example.net', ['993 tls'], 'login'],
      ['submission', 'out.example.net', ['465 tls', '587 starttls'], '%EMAILADDRESS%'],
    ])
    expect(service.names).toEqual(['MX & <Plan>', 'MX'])
    expect(exportAutoconfig(service).text).toBe(first.text)
  })

  test('what has no place is named', () => {
    const read = importAutoconfig(
      server(`${whole}<restriction/>`).replace(
        '</emailProvider>',
        '<documentation url="x"/><incomingServer type="exchange"/></emailProvider>',
      ),
    )
    expect('losses' in read && read.losses.map(({ line, reason }) => `${line ?? 0} ${reason}`)).toEqual([
      '4 `<restriction>` was left out: a settings file has no place for it',
      '6 The server of type `exchange` was left out: a settings file knows `imap`, `pop3` and `smtp`',
      '6 `<documentation>` was left out: a settings file has no place for it',
    ])
    expect(
      exportAutoconfig(serviceOf(yaml.replace('submission: {', 'submission: { srv: { priority: 1 },')))
        .losses,
    ).toEqual([
      { reason: 'Priority and weight of `submission` were left out: the format has no place for them' },
    ])
  })

  test.each([
    ['', 1, 'Unexpected end of file, expected XML'],
    ['<html></html>', 1, 'Unexpected `<html>`, expected `<clientConfig>` with an `<emailProvider>` in it'],
    [server(whole.replace('993', '70000')), 4, 'Unexpected port `70000`, expected a number from 1 to 65535'],
    [
      server(whole.replace('a.b', 'a b')),
      4,
      'Unexpected host `a b`, expected a host name such as `imap.example.com`',
    ],
    [
      server(whole.replace('SSL', 'TLS')),
      4,
      'Unexpected socket type `TLS`, expected `SSL`, `STARTTLS` or `plain`',
    ],
    [server('<port>993</port>'), 3, 'Unexpected server without `<hostname>`, expected one'],
    [
      server(whole.replace('a.b', '&a;')),
      4,
      'Unexpected entity, expected one of `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`',
    ],
    [
      `<!DOCTYPE x [<!ENTITY a "b">]>\n${server(whole)}`,
      1,
      'Unexpected document type, expected XML without one',
    ],
    [
      server(whole).replace('</emailProvider>', ''),
      7,
      'Unexpected XML, expected valid one: unexpected close tag',
    ],
    ['<a>'.repeat(40), 1, 'Unexpected elements within each other, expected at most 32'],
    ['<a>'.padEnd(2_000_000, ' '), 1, 'Unexpected XML of 2000000 characters, expected at most 1048576'],
  ])('%#', (text, line, reason) => {
    const read = importAutoconfig(text)
    expect('problem' in read && { line: read.problem.line, reason: read.problem.reason }).toEqual({
      line,
      reason,
    })
  })
})

describe('SRV lines', () => {
  test('there and back', () => {
    const { text, losses } = exportZone(serviceOf(yaml))
    expect(text.split('\n').slice(0, 2)).toEqual([
      '_imap._tcp.example.net. SRV 0 1 143 in.example.net.',
      '_imaps._tcp.example.net. SRV 0 1 993 in.example.net.',
    ])
    expect(losses.map(({ reason }) => reason)).toContain(
      'Port 110 of `pop3` was left out: no service name is registered for it',
    )
    const read = importZone(text)
    if ('problem' in read) throw new Error(read.problem.reason)
    expect(exportZone(serviceOf(settingsText(read.data))).text).toBe(text)
  })

  test.each([
    [
      '_imaps._tcp.example.net. SRV 0 1 993',
      1,
      'Unexpected end of the line, expected `_imaps._tcp.example.net. SRV PRIORITY WEIGHT PORT HOST`',
    ],
    [
      '\n_imaps._tcp.example.net. SRV 0 1 70000 a.b.',
      2,
      'Unexpected port `70000`, expected a number from 1 to 65535',
    ],
    [
      '; nothing\n',
      1,
      'Unexpected zone without a record of mail, expected lines such as `_imaps._tcp.example.net. SRV 0 1 993 imap.example.net.`',
    ],
  ])('%j', (text, line, reason) => {
    const read = importZone(text)
    expect('problem' in read && { line: read.problem.line, reason: read.problem.reason }).toEqual({
      line,
      reason,
    })
  })

  test('lines of other kinds are named and left out', () => {
    const read = importZone(
      '$ORIGIN example.net.\n_sip._tcp SRV 0 1 5060 a.b.\n_pop3._tcp SRV 0 0 0 .\n_imaps._tcp SRV 0 1 993 a.b.\n',
    )
    expect('losses' in read && read.losses.map(({ line }) => line)).toEqual([1, 2, 3])
  })
})

describe('a configuration profile', () => {
  const made = exportMobileconfig(serviceOf(yaml))
  if ('problem' in made) throw new Error(made.problem)

  test('is well-formed, escaped, and the same each time', () => {
    expect('root' in readXml(made.text.replace(/<!DOCTYPE[^>]*>/, ''))).toBe(true)
    expect(made.text).toContain('<string>MX &amp; &lt;Plan&gt;</string>')
    expect(exportMobileconfig(serviceOf(yaml))).toEqual(made)
  })

  test('tells what it loses', () => {
    expect(made.losses.map(({ reason }) => reason)).toContain(
      'That `imap` begins with STARTTLS was left out: `UseSSL` cannot tell it from SSL/TLS',
    )
  })

  test('needs both ways', () => {
    const lone = exportMobileconfig(
      serviceOf('services: { a: { endpoints: { imap: { host: a.b, ports: { tls: 993 } } } } }'),
    )
    expect(lone).toEqual({
      problem:
        'Unexpected service `a` without an endpoint for SMTP, expected one: a profile holds a whole account',
    })
  })
})
