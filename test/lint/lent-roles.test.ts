import { describe, expect, test } from 'vitest'
import { lintFiles } from '../support/corpus.ts'
import { unmarked } from '../support/marks.ts'

const settings = `services:
  mx-plan:
    endpoints:
      imap: { host: ssl0.example.net, ports: { tls: 993, starttls: 143 } }
      submission: { host: ssl0.example.net, ports: { tls: 465, starttls: 587 } }
`

const english = `---
title: Mail
---

## Add the account

Open the settings.

| Setting | Value |
| --- | --- |
| Incoming server | ssl0.example.net |
| Incoming port | 993 |
| Outgoing port | 465 |

Outgoing server: ssl0.example.net  
Port: 465

On all 12 devices the incoming server listens on port 143.
`

const turkish = `---
title: Posta
---

## Hesabı ekleyin

Ayarları açın.

| Ayar | Değer |
| --- | --- |
| Gelen sunucu | ssl0.example.net |
| Gelen bağlantı noktası | 993 |
| Giden bağlantı noktası | 465 |

Giden sunucu: ssl0.example.net  
Bağlantı noktası: 465

12 cihazın tümünde gelen sunucu 143 numaralı bağlantı noktasını dinler.
`

const config = 'source: en-gb\n'

/** What is said of a Turkish guide beside its English source, as the line and the reason. */
function said(
  marked: string,
  files: Readonly<Record<string, string>> = { 'mail/guide.en-gb.md': english },
): string[] {
  const { text } = unmarked(marked)
  const path = 'mail/guide.tr-tr.md'
  const messages = lintFiles({ 'guides/settings.yaml': settings, ...files, [path]: text }, undefined, config)
  return messages
    .filter((each) => each.path === path && each.ruleId.startsWith('settings-'))
    .map(({ range, reason }) => `${text.slice(0, range.start).split('\n').length}: ${reason}`)
}

describe('a language whose words nobody has written down takes meanings from its source', () => {
  test('what is right stays unspoken', () => {
    expect(said(turkish)).toEqual([])
  })

  test.each<[string, readonly [string, string], readonly string[]]>([
    [
      'a port in a cell',
      ['| 993 |', '| 995 |'],
      ['12: Unexpected port `995` for incoming mail, expected `993`'],
    ],
    [
      'a port that is another service’s',
      ['| 465 |', '| 993 |'],
      ['13: Unexpected port `993` for SMTP, expected `465`'],
    ],
    [
      'a port that nobody knows',
      ['| 993 |', '| 9933 |'],
      ['12: Unexpected port `9933` for incoming mail, expected `993` or `143`'],
    ],
    [
      'a port in a label line',
      ['noktası: 465', 'noktası: 456'],
      ['16: Unexpected port `456` for SMTP, expected `465` or `587`'],
    ],
    [
      'a host in a label line',
      ['sunucu: ssl0.example.net', 'sunucu: ssl0.example.org'],
      ['15: Unexpected host `ssl0.example.org`'],
    ],
    [
      'a port in a sentence',
      ['143 numaralı', '134 numaralı'],
      ['18: Unexpected port `134` for incoming mail'],
    ],
  ])('%s', (_, [from, to], expected) => {
    const changed = turkish.replace(from, to)
    expect(changed).not.toBe(turkish)
    const found = said(changed)
    expect(found).toHaveLength(expected.length)
    for (const [at, reason] of expected.entries()) expect(found[at]).toContain(reason)
  })

  test('a row that the source lacks takes nothing', () => {
    expect(said(turkish.replace('| Giden bağlantı', '| Oda numarası | 9931 |\n| Giden bağlantı'))).toEqual([])
  })

  test('without a source nothing is lent', () => {
    expect(said(turkish.replace('| 993 |', '| 9933 |'), {})).toEqual([])
  })
})
