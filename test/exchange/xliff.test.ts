import { describe, expect, test } from 'vitest'
import { givenName } from '../../src/exchange/given.ts'
import type { UnitState } from '../../src/l10n/unit.ts'
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

describe('a unit that another program has split', () => {
  const parts = (inner: string): string => file(`<unit id="u1">${inner}</unit>`)
  const segment = (source: string, target: string, attributes = ''): string =>
    `<segment ${attributes}><source>${source}</source>${target}</segment>`
  const space = '<ignorable><source> </source></ignorable>'
  const half = 'Unexpected part without a translation beside others that have one, expected all of them'

  test.each<[string, string, string | undefined]>([
    [
      `${segment('a.', '<target>b.</target>')}${space}${segment('c.', '<target>d.</target>')}`,
      'b. d.',
      undefined,
    ],
    [
      `${segment('a.', '<target order="3">b.</target>')}${space}${segment('c.', '<target order="1">d.</target>')}`,
      'd. b.',
      undefined,
    ],
    [`${segment('a.', '<target>b.</target>')}${space}${segment('c.', '')}`, 'b. ', half],
    [`${segment('a.', '<target>b. d.</target>')}${space}${segment('c.', '<target/>')}`, 'b. d. ', undefined],
    [`${segment('a.', '<target>b.</target>')}${segment('', '')}`, 'b.', undefined],
    [`${segment('a.', '')}${space}${segment('c.', '')}`, '', undefined],
  ])('%s', async (inner, target, fault) => {
    const [kit] = await format.read(fileOf(parts(inner)))
    expect(kit?.units.map((each) => [each.target, each.fault])).toEqual([[target, fault]])
  })

  test.each([
    ['translated', 'final', true],
    ['translated', 'initial', false],
  ])('is done where both parts are: %s, %s', async (first, second, isDone) => {
    const both = [first, second]
      .map((state) => segment('a', '<target>b</target>', `state="${state}"`))
      .join('')
    const name = givenName('c', 'translated')
    const [kit] = await format.read(fileOf(file(`<unit id="u1" name="${name}">${both}</unit>`)))
    expect(kit?.units[0]?.isDone).toBe(isDone)
  })
})

describe('XLIFF 1.2 of agencies', () => {
  const agency = (target: string, attributes = '', more = ''): string =>
    `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2"><file original="a.md" source-language="en-GB" target-language="pl-PL"><header><sdl:ref-files/></header><body><group id="g" sdl:x="1"><trans-unit id="u1" ${attributes}><source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source>${target}${more}</trans-unit></group></body></file></xliff>`

  test.each<[string, string, string | undefined]>([
    ['<mrk mtype="seg" mid="1">b.</mrk> <mrk mtype="seg" mid="2">c.</mrk>', 'b. c.', undefined],
    [
      '<mrk mtype="seg" mid="1">b.</mrk> <mrk mtype="seg" mid="2"></mrk>',
      'b. ',
      'Unexpected part without a translation beside others that have one, expected all of them',
    ],
    ['<mrk mtype="seg" mid="1"/>', '', undefined],
    ['<bpt id="1" ctype="bold">&lt;b&gt;</bpt>b<ept id="1">&lt;/b&gt;</ept>', '<1>b</1>', undefined],
    ['<bpt id="7" rid="1">x</bpt>b<ept id="8" rid="1">x<sub>y</sub></ept>', '<7>b</1>', undefined],
    ['b <ph id="2">&lt;br/&gt;</ph><it id="1" pos="open">x</it>', 'b {2}<1>', undefined],
    [
      'b<mq:ch val="1">x<g id="1">y</g></mq:ch>',
      'b',
      'Unexpected `<ch>` among words, expected the tags of XLIFF',
    ],
    ['b<b>c</b>', 'b', 'Unexpected `<b>` among words, expected the tags of XLIFF'],
  ])('%s', async (inner, target, fault) => {
    const [kit] = await format.read(fileOf(agency(`<target>${inner}</target>`)))
    expect(kit?.units.map((each) => [each.source, each.target, each.fault])).toEqual([['a', target, fault]])
  })

  test.each([
    '<mq:insertedmatch matchtype="1"><source>x</source><target>y</target></mq:insertedmatch>',
    '<mq:minorversions><mq:unit><mq:source>x</mq:source><target>y</target></mq:unit></mq:minorversions>',
    '<hit xmlns="urn:other"><source>x</source><target>y</target></hit>',
    '<alt-trans><source>x</source><target>y</target></alt-trans><sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs>',
  ])('what is no part of the translation is passed over: %s', async (more) => {
    const [kit] = await format.read(fileOf(agency('<target>b</target>', '', more)))
    expect(kit?.units.map(({ source, target }) => [source, target])).toEqual([['a', 'b']])
  })

  test('every element may have a prefix', async () => {
    const text = agency('<target>b<g id="1">c</g></target>')
      .replaceAll(/<(\/?)(?!sdl:|\?)/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
    const [kit] = await format.read(fileOf(text))
    expect(kit?.units.map(({ source, target }) => [source, target])).toEqual([['a', 'b<1>c</1>']])
  })

  test.each<[string, UnitState, string, string, boolean]>([
    // What was given out, and how; what came back, and how.
    ['', 'untranslated', 'b', '', true],
    ['', 'untranslated', 'b', 'state="needs-translation"', false],
    ['', 'untranslated', 'b', 'state="x-reviewed"', false],
    ['b', 'fuzzy', 'b', 'state="needs-translation"', false],
    ['b', 'fuzzy', 'b', '', false],
    ['b', 'fuzzy', 'c', 'state="needs-translation"', true],
    ['b', 'fuzzy', 'b', 'state="signed-off"', true],
    ['b', 'translated', 'c', 'state="translated"', true],
    ['b', 'translated', 'c', '', true],
    ['b', 'translated', 'c', 'state="needs-review-translation"', false],
  ])(
    'given out as `%s`, %s; back as `%s`, %s: done is %s',
    async (words, state, back, attributes, isDone) => {
      const name = `resname="${givenName(words, state)}"`
      const [kit] = await format.read(fileOf(agency(`<target ${attributes}>${back}</target>`, name)))
      expect(kit?.units[0]?.isDone).toBe(isDone)
    },
  )

  test('what someone approved is done, though nobody has touched it', async () => {
    const given = `resname="${givenName('b', 'fuzzy')}" approved="yes"`
    const [kit] = await format.read(fileOf(agency('<target state="needs-translation">b</target>', given)))
    expect(kit?.units[0]?.isDone).toBe(true)
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
