import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Canon } from '../../src/settings/canon.ts'
import { canonJsonSchema } from '../../src/settings/canon-schema.ts'
import { parseCanon } from '../../src/settings/parse-canon.ts'
import { canonOf } from '../support/corpus.ts'
import { claimProblems, serviceOfGuide } from '../../src/settings/service.ts'

const fits = new Ajv2020({ strict: false }).compile(canonJsonSchema())

/** The problems of a text, each with the words that it points at. */
function problemsOf(text: string): [reason: string, words: string][] {
  const result = parseCanon(text, 'guides/settings.yaml')
  if ('canon' in result) return []
  return result.problems.map(({ reason, range }) => [reason, text.slice(range.start, range.end)])
}

const endpoints = (...lines: string[]): string =>
  `services:\n  mx:\n    endpoints:\n${lines.map((line) => `      ${line}\n`).join('')}`

describe('what a settings file says', () => {
  const text = `services:
  mx:
    name: [MX Plan, MX]
    domains: example.com
    username: '%EMAILADDRESS%'
    authentication: password-cleartext
    endpoints:
      imap: { host: in.example.com, ports: { starttls: 143, tls: 993 } }
      submission: { host: out.example.com, ports: { tls: 465 }, username: login, srv: { weight: 5 } }
      panel: { protocol: https, host: www.example.com, ports: { tls: 443 } }
retired:
  - { port: 25, service: mx, message: For servers alone }
`
  const canon = canonOf(text)
  const [service] = canon.services

  test('an endpoint has what its service says, its protocol by its name, its ports in the order of the file', () => {
    expect(
      service?.endpoints.map(({ name, protocol, direction, username, authentication }) => [
        name,
        protocol,
        direction,
        username,
        authentication,
      ]),
    ).toEqual([
      ['imap', 'imap', 'incoming', '%EMAILADDRESS%', ['password-cleartext']],
      ['submission', 'smtp', 'outgoing', 'login', ['password-cleartext']],
      ['panel', 'https', undefined, '%EMAILADDRESS%', ['password-cleartext']],
    ])
    expect(service?.endpoints[0]?.ports.map(({ number, security }) => [number, security])).toEqual([
      [143, 'starttls'],
      [993, 'tls'],
    ])
    expect(service?.endpoints[1]?.srv).toEqual({ priority: 0, weight: 5 })
  })

  test('every value knows its place', () => {
    const [imap] = service?.endpoints ?? []
    const words = [imap?.hostRange, imap?.ports[1]?.range, canon.retired[0]?.range, service?.range].map(
      (range) => text.slice(range?.start, range?.end),
    )
    expect(words).toEqual(['in.example.com', '993', '25', 'mx'])
  })

  test('editors agree', () => {
    expect(fits(parse(text)), JSON.stringify(fits.errors)).toBe(true)
  })
})

describe('what is wrong with a settings file', () => {
  test.each<[text: string, problems: [reason: string, words: string][]]>([
    [
      endpoints('imap: { host: a.b, ports: { tls: 70000 } }'),
      [['Unexpected `70000`, expected at most 65535', '70000']],
    ],
    [
      endpoints('imap: { host: a.b, ports: { tls: 0 } }'),
      [['Unexpected `0`, expected a number above 1', '0']],
    ],
    [
      endpoints('imap: { host: "ssl0 ovh.net", ports: { tls: 993 } }'),
      [['Unexpected `ssl0 ovh.net`, expected a host name such as `imap.example.com`', '"ssl0 ovh.net"']],
    ],
    [
      endpoints('imap: { host: a.b, ports: { ssl: 993 } }'),
      [['Unexpected key `ssl`, expected `tls`, `starttls` or `none`', 'ssl']],
    ],
    [
      endpoints('imap: { host: a.b, ports: {} }'),
      [['Unexpected endpoint `imap` without a port, expected `tls`, `starttls` or `none` with one', 'ports']],
    ],
    [
      endpoints('imap: { ports: { tls: 993 } }'),
      [['Unexpected map without `host`, expected `host`', 'imap']],
    ],
    [
      endpoints('imaps: { host: a.b, ports: { tls: 993 } }'),
      [['Unexpected endpoint `imaps`, expected `imap`, or `protocol` in it', 'imaps']],
    ],
    ['', [['Unexpected map without `services`, expected `services`', '']]],
    ['services: {}', [['Unexpected empty `services`, expected at least one', 'services']]],
    [
      'services: [',
      [
        [
          'Unexpected YAML, expected valid one: Flow sequence in block collection must be sufficiently indented and end with a ]',
          '',
        ],
      ],
    ],
    [
      'services:\n  a: { guides: mail/*, endpoints: {} }\n  b: { guides: [mail/*], endpoints: {} }\n',
      [['Unexpected second service for the guides `mail/*`, expected `a` alone', 'mail/*']],
    ],
    [
      'services: { mx: { endpoints: {} } }\nretired:\n  - { message: Gone }\n  - { port: 25, service: mxx, message: Gone }\n',
      [
        ['Unexpected entry, expected either `host` or `port` in it', 'message'],
        ['Unexpected service `mxx`, expected `mx`', 'mxx'],
      ],
    ],
    [
      `${endpoints('imap: { host: a.b, ports: { tls: 993 } }')}retired:\n  - { host: a.b, message: Gone }\n`,
      [['Unexpected `a.b`, which an endpoint has, expected a value that is no longer true', 'a.b']],
    ],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })
})

describe('which service a guide speaks of', () => {
  const two = canonOf(
    'services:\n  mx: { guides: [mail/*], endpoints: {} }\n  exchange: { guides: [mail/exchange, "team/**"], endpoints: {} }\n',
  )
  const one = canonOf('services: { mx: { endpoints: {} } }')

  test.each<[canon: Canon, guide: string, named: string | undefined, service: string | undefined]>([
    [one, 'anything', undefined, 'mx'],
    [one, 'anything', 'exchange', undefined],
    [two, 'mail/outlook', undefined, 'mx'],
    [two, 'team/a/b', undefined, 'exchange'],
    [two, 'web/ftp', undefined, undefined],
    [two, 'mail/outlook', 'exchange', 'exchange'],
    [two, '.', undefined, undefined],
  ])('%#', (canon, guide, named, service) => {
    expect(serviceOfGuide(canon, guide, named)?.id).toBe(service)
  })

  test('two for one guide are told', () => {
    const problems = claimProblems(two, ['mail/outlook', 'mail/exchange'])
    expect(problems.map(({ reason, range }) => [reason, two.text.slice(range.start, range.end)])).toEqual([
      ['Unexpected second service `exchange` for the guide `mail/exchange`, expected `mx` alone', 'guides'],
    ])
  })
})
