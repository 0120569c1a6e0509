import { describe, expect, test } from 'vitest'
import { documentIn, fileOf, formatNamed, kitOf } from '../support/kits.ts'

const format = await formatNamed('xliff')

const unit = (target: string, attributes = 'state="translated"'): string =>
  `<unit id="u1"><segment ${attributes}><source>a</source><target>${target}</target></segment></unit>`
const file = (units: string, attributes = 'version="2.1"'): string =>
  `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes} srcLang="en-GB" trgLang="pl-PL"><file id="f1" original="a.md">${units}</file></xliff>`

describe('what other programs write is read', () => {
  test.each([
    ['<pc id="1">b</pc> <ph id="2"/>', '<1>b</1> {2}'],
    ['<sc id="1"/>b<ec startRef="1"/>', '<1>b</1>'],
    ['<mrk id="m1" type="term">b</mrk><cp hex="0001"/>', 'b\u0001'],
    ['a &lt;b&gt; &#x41;<![CDATA[<c>]]>', 'a <b> A<c>'],
  ])('%s', async (target, words) => {
    const [kit] = await format.read(fileOf(file(unit(target))))
    expect(kit?.units).toEqual([{ id: 'u1', source: 'a', target: words, isDone: true, line: 1 }])
  })

  test('segments of a unit that was split are joined; matches and notes are none of it', async () => {
    const split =
      '<unit id="u1"><mtc:matches><mtc:match ref="#s1"><source>x</source><target>y</target></mtc:match></mtc:matches><notes><note>n</note></notes><segment><source>a</source><target>b</target></segment><ignorable><source> </source><target> </target></ignorable><segment state="final"><source>c</source><target>d</target></segment></unit>'
    const [kit] = await format.read(fileOf(file(split)))
    expect(kit?.units).toEqual([{ id: 'u1', source: 'a c', target: 'b d', isDone: true, line: 1 }])
  })
})

describe('what is damaged is refused whole, with its line', () => {
  test.each([
    [file(unit('b')).slice(0, -30), 'Unexpected end of the file'],
    [file(unit('b</mrk>')), 'Unexpected XML'],
    [
      `<!DOCTYPE x [<!ENTITY a "b">]>${file(unit('&a;'))}`.replace('<?xml version="1.0"?>', ''),
      'document type',
    ],
    [file(unit('&a;')), 'Unexpected entity'],
    [file(unit('<b>c</b>')), 'Unexpected `<b>` among words'],
    [file(unit('b'), 'version="3.0"'), 'expected XLIFF 2'],
    [file('<unit/>'), 'Unexpected element without `id`'],
    [file('<x>'.repeat(100)), 'at most 64'],
  ])('%#: %s', async (text, reason) => {
    await expect(format.read(fileOf(text))).rejects.toThrow(reason)
  })
})

test('what XML cannot hold comes back, and so does every sign that it escapes', async () => {
  const source = documentIn('en-gb', 'A & b < c > d " e \u0001 f\u00A0\n')
  const [kit] = await format.read(fileOf(format.write([kitOf(source)])))
  expect(kit?.units[0]?.source).toBe('A & b < c > d " e \u0001 f\u00A0')
})

test('what a memory has stands in one list, no score above 100: the matches module wants it so', () => {
  const kit = kitOf(documentIn('en-gb', 'a\n'))
  const matches = [101, 83].map((score) => ({ score, source: 'b', target: 'c' }))
  const units = kit.units.map((each) => ({ ...each, matches }))
  const text = String(format.write([{ ...kit, units }]))
  expect(text.match(/<\/?mtc:[^>]*>/g)).toEqual([
    '<mtc:matches>',
    '<mtc:match ref="#s1" type="icm" similarity="100">',
    '</mtc:match>',
    '<mtc:match ref="#s1" type="tm" similarity="83">',
    '</mtc:match>',
    '</mtc:matches>',
  ])
})
