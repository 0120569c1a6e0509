import { describe, expect, test } from 'vitest'
import { documentIn, fileOf, formatNamed, kitOf, take } from '../support/kits.ts'

const source = documentIn(
  'en-gb',
  `---
title: Mail
---

## Ports

Open the [panel](https://example.com) and **save**.

![A lock](1.png)

Use port 993 for \`IMAP\`.

| Name | Value |
| ---- | ----- |
| Name | yes   |

See [Settings].

[settings]: https://example.com/s "All of them"
`,
)

const translations = {
  Mail: 'Poczta: "wszystko"',
  Ports: 'Porty',
  'Open the <1>panel</1> and <2>save</2>.': '<2>Zapisz</2>, gdy otworzysz <1>panel</1>.',
  'A lock': 'Kłódka',
  'Use port 993 for {1}.': 'Dla {1} użyj portu 993.',
  Name: 'Nazwa',
  Value: 'Wartość',
  yes: 'tak',
  'See <1>Settings</1>.': 'Zobacz <1>ustawienia</1>.',
  'All of them': 'Wszystkie',
}

const format = await formatNamed('xliff')
const given = String(format.write([kitOf(source, translations)]))

const taken = async (file: string) => {
  const [kit] = await format.read(fileOf(file))
  if (!kit) throw new Error('no kit')
  return take(kit, source)
}

test('a kit becomes a document: words, markup in its new order, labels and quotation marks', async () => {
  const { put, notes, written } = await taken(given)
  expect(notes.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(written.length).toBe(11)
  expect(put.text).toBe(`---
title: 'Poczta: "wszystko"'
---

## Porty

**Zapisz**, gdy otworzysz [panel](https://example.com).

![Kłódka](1.png)

Dla \`IMAP\` użyj portu 993.

| Nazwa | Wartość |
| ---- | ----- |
| Nazwa | tak   |

Zobacz [ustawienia][Settings].

[settings]: https://example.com/s "Wszystkie"
`)
})

/** How a kit is broken, and what is refused: all else goes in. */
const broken: readonly [string, (file: string) => string, readonly string[]][] = [
  [
    'a tag dropped',
    (file) => file.replace(/(<target>)<pc[^>]*>(Zapisz)<\/pc>/, '$1$2'),
    ['Expected `<2>` once, found it not; Expected `</2>` once, found it not'],
  ],
  ['a number changed', (file) => file.replace('portu 993', 'portu 995'), ['Unexpected text without `993`']],
  ['a list begun', (file) => file.replace('>Zobacz ', '>- Zobacz '), ['Markdown reads as something else']],
  ['words that end a cell', (file) => file.replace('>tak<', '>t | ak<'), ['Unexpected `|` once']],
  [
    'a table row broken off',
    (file) => file.replace('>Wszystkie<', '>Wszy" stkie<'),
    ['Markdown reads as something else'],
  ],
  [
    'a unit said twice',
    (file) => file.replace(/( {4}<unit[^]*?<\/unit>\n)/, '$1$1'),
    ['second unit', 'second unit'],
  ],
  [
    'the source’s words changed',
    (file) => file.replace('<source>Ports', '<source>Port'),
    ['change of the source’s words'],
  ],
  [
    'a unit of another text',
    (file) => file.replace(/unit id="u\w+"(?=[^>]*heading)/, 'unit id="u000000000000"'),
    ['as it is now'],
  ],
]

describe('a bad unit is refused by name, the others go in', () => {
  test.each(broken)('%s', async (_, breaking, reasons) => {
    const file = breaking(given)
    expect(file).not.toBe(given)
    const { notes, written, same, left, unread } = await taken(file)
    const refused = notes.filter(({ severity }) => severity === 'error')
    expect(
      refused.map(({ reasons: found }, index) => found.join('; ').includes(reasons[index] ?? '?')),
    ).toEqual(reasons.map(() => true))
    const count = file.match(/<unit /g)?.length ?? 0
    expect(written.length + same.length + left + unread + refused.length).toBe(count)
    expect(written.length).toBe(11 - new Set(refused.map(({ id }) => id)).size)
  })
})

test('the source’s words, given back, make the source’s bytes again', async () => {
  const first = await taken(given)
  const target = documentIn('pl-pl', first.put.text)
  const own = Object.fromEntries(Object.keys(translations).map((words) => [words, words]))
  const [kit] = await format.read(fileOf(format.write([kitOf(source, own, target)])))
  const second = kit && (await take(kit, source, target))
  expect(second?.put.text).toBe(source.text)
})

test('addresses that a locale has for itself stay', async () => {
  const target = documentIn('pl-pl', source.text.replace('(https://example.com)', '(https://example.pl)'))
  const [kit] = await format.read(fileOf(format.write([kitOf(source, translations, target)])))
  const result = kit && (await take(kit, source, target))
  expect(result?.put.text).toContain('[panel](https://example.pl)')
})
