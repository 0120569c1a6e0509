import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { kitFormatNames } from '../../src/exchange/formats.ts'
import { notesOf, type Kit } from '../../src/exchange/kit.ts'
import { documentIn, fileOf, formatNamed, kitOf } from '../support/kits.ts'

const source = documentIn(
  'en-gb',
  '# A "quoted" <title> & more\n\nOpen the [panel](https://example.com) at\nthe `end`\\\nof a_x0041_b it.\n\n| OK | OK |\n| -- | -- |\n| =1+1 | @sum |\n',
)
const translations = {
  'A "quoted" {1} & more': 'Tytuł „w cudzysłowie” {1} i \\ więcej',
  'Open the <1>panel</1> at\nthe {2}{3}of a_x0041_b it.': '=Otwórz\t<1>panel</1>\n{2}{3}_x0042_ go.',
}
const returning = kitFormatNames.filter((name) => name !== 'pot' && name !== 'tmx')

describe.each(returning)('%s', (name) => {
  test('gives back what it was given: ids, words, tags, line ends, signs', async () => {
    const format = await formatNamed(name)
    const kit = kitOf(source, translations)
    const file = fileOf(format.write([kit]))
    expect(format.fits(await file.bytes())).toBe(true)
    const [back] = await format.read(file)
    expect(back?.path).toBe(source.path)
    expect(back?.languages).toEqual(kit.languages)
    expect(back?.units.map(({ id, source: words, target }) => [id, words, target])).toEqual(
      kit.units.map(({ id, source: phrase, state, target }) => [
        id,
        phrase.text,
        state === 'translated' ? target?.text : '',
      ]),
    )
  })

  test('tells a fuzzy translation that nobody has touched from one that someone has', async () => {
    const format = await formatNamed(name)
    const kit = kitOf(source, translations)
    const fuzzy: Kit = {
      ...kit,
      units: kit.units.map((unit) => (unit.state === 'translated' ? { ...unit, state: 'fuzzy' } : unit)),
    }
    const [back] = await format.read(fileOf(format.write([fuzzy])))
    expect(back?.units.filter(({ target, isDone }) => target !== '' && isDone)).toEqual([])
  })

  test('takes several guides in one file', async () => {
    const format = await formatNamed(name)
    const kit = kitOf(source, translations)
    const back = await format.read(fileOf(format.write([kit, { ...kit, path: 'b/guide.en-gb.md' }])))
    expect(back.map(({ path }) => path)).toEqual([source.path, 'b/guide.en-gb.md'])
  })

  test('is the same file for the same kit, and the only format that it fits', async () => {
    const format = await formatNamed(name)
    const [first, second] = [0, 1].map(() => Buffer.from(format.write([kitOf(source, translations)])))
    expect(first?.equals(second ?? Buffer.from(''))).toBe(true)
    const fitting = await Promise.all(
      kitFormatNames.map(async (other) => (await formatNamed(other)).fits(first ?? Buffer.from('')) && other),
    )
    expect(fitting.filter(Boolean)).toEqual([name])
  })

  test('is refused where it is cut off', async () => {
    const format = await formatNamed(name)
    const whole = Buffer.from(format.write([kitOf(source, translations)]))
    const cuts = [0.3, 0.6, 0.95].map((share) => whole.subarray(0, Math.floor(whole.length * share) - 1))
    for (const cut of cuts) {
      const units = await format.read(fileOf(cut)).then(
        (kits) => kits.flatMap((kit) => kit.units),
        (error: unknown) => String(error),
      )
      // A PO file may end between two of its entries.
      if (name !== 'po' || typeof units === 'string') expect(units).toMatch(/KitFault/)
      else expect(units.length).toBeLessThan(kitOf(source).units.length)
    }
  })
})

const po = await formatNamed('po')
const header = 'msgid ""\nmsgstr ""\n"Language: pl_PL\\n"\n"X-Source-Language: en_GB\\n"\n'

describe('PO', () => {
  test.each([
    ['msgid "a"\nmsgstr "b"\n', 'the header'],
    [`${header}\nmsgid "a"\nmsgstr "b"\n`, 'Unexpected entry without the context'],
    [`${header}\nmsgctxt "p#u1"\nmsgid "a"\n`, 'expected `msgstr`'],
    [`${header}\nmsgctxt "p#u1"\nmsgid "a\nmsgstr "b"\n`, 'Unexpected end of the text'],
    [`${header}\nmsgctxt "p#u1"\nmsgid "a"\nmsgid_plural "b"\n`, 'expected a line of PO'],
    [`${header}\n<<<<<<< ours\n`, 'expected a line of PO'],
  ])('%#: is refused with the line', async (text, reason) => {
    await expect(po.read(fileOf(text))).rejects.toThrow(reason)
  })

  test('what Poedit and others write is read: wrapped texts, old ones, notes', async () => {
    const text = `# Someone\n${header}"Plural-Forms: x;\\n"\n\n#. note\n#: p:1\n#, no-c-format\n#| msgid "old"\nmsgctxt "p#u1"\nmsgid ""\n"a \\"x\\"\\n"\n"b"\nmsgstr ""\n"c\\t"\n"\\u00"\n\n#~ msgid "gone"\n#~ msgstr "weg"\n`
    const [kit] = await po.read(fileOf(text))
    expect(kit?.units).toEqual([{ id: 'u1', source: 'a "x"\nb', target: 'c\tu00', isDone: true, line: 12 }])
  })

  test.each([
    // Flags of one entry in two lines.
    ['#, fuzzy\n#, no-c-format\n', false],
    ['#, no-c-format\n#, fuzzy\n', false],
    // Flags of an entry that is out of use.
    ['#, fuzzy\n#~ msgid "gone"\n#~ msgstr "weg"\n\n', true],
  ])('%j before an entry: done is %s', async (before, isDone) => {
    const [kit] = await po.read(fileOf(`${header}\n${before}msgctxt "p#u1"\nmsgid "a"\nmsgstr "b"\n`))
    expect(kit?.units.map((unit) => unit.isDone)).toEqual([isDone])
  })

  test('says what its tags stand for', () => {
    const text = String(po.write([kitOf(source)]))
    expect(text).toContain('#. <1>…</1> = […](https://example.com)\n#. {2} = `end`\n#. {3} = \\↵\n#: ')
  })
})

const xlsx = await formatNamed('xlsx')

describe('XLSX', () => {
  const changed = (from: string, to: string, more: Record<string, string> = {}): Uint8Array => {
    const parts = unzipSync(Buffer.from(xlsx.write([kitOf(source, translations)])))
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? '').toString()
    expect(sheet).toContain(from)
    const texts = { 'xl/worksheets/sheet1.xml': sheet.replace(from, to), ...more }
    return zipSync({
      ...parts,
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    })
  }

  test('nothing that a guide says is a formula', () => {
    const sheet = unzipSync(Buffer.from(xlsx.write([kitOf(source, translations)])))[
      'xl/worksheets/sheet1.xml'
    ]
    expect(Buffer.from(sheet ?? '').toString()).not.toContain('<f>')
    expect(Buffer.from(sheet ?? '').toString()).toContain('<t xml:space="preserve">=Otwórz')
  })

  test('rows are as high as what is wrapped in them, and no higher than a row may be', () => {
    const long = documentIn('en-gb', `a\n\n${'word '.repeat(30)}\n\n${'word '.repeat(900)}\n`)
    const sheet = unzipSync(Buffer.from(xlsx.write([kitOf(long)])))['xl/worksheets/sheet1.xml']
    const heights = [
      ...Buffer.from(sheet ?? '')
        .toString()
        .matchAll(/ ht="(\d+)"/g),
    ]
    expect(heights.map(([, height]) => height)).toEqual(['15', '15', '45', '405'])
  })

  test('texts that another program put into a list of their own are read', async () => {
    const file = changed(
      '<c r="D2" s="2" t="inlineStr"><is><t xml:space="preserve">Tytuł „w cudzysłowie” {1} i \\ więcej</t></is></c>',
      '<c r="D2" t="s"><v>1</v></c>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><t>x</t></si><si><r><t>Tytuł </t></r><r><t>{1}</t></r><rPh><t>no</t></rPh></si></sst>',
      },
    )
    const [kit] = await xlsx.read(fileOf(file))
    expect(kit?.units[0]?.target).toBe('Tytuł {1}')
  })

  test.each([
    ['t="str"><f>1+1</f>', 'formula'],
    ['t="b"><v>1</v>', 'truth value'],
    ['t="e"><v>#N/A</v>', 'error'],
  ])('a cell with %s is refused, whatever it comes to', async (cell, kind) => {
    const [kit] = await xlsx.read(
      fileOf(changed('<c r="D2" s="2" t="inlineStr">', `<c r="D2" s="2" ${cell}`)),
    )
    expect(kit?.units[0]?.fault).toBe(`Unexpected ${kind}, expected text`)
  })

  test.each([
    ['translated', 'fuzzy', false],
    ['translated', 'untranslated', false],
    ['translated', '', true],
    ['translated', 'Translated ', true],
  ])('a translation that was changed, its state from %s to `%s`: done is %s', async (from, to, isDone) => {
    const sheet = changed('Tytuł', 'Nagłówek')
    const parts = unzipSync(sheet)
    const text = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? '')
      .toString()
      .replace(`<t xml:space="preserve">${from}</t>`, `<t>${to}</t>`)
    const [kit] = await xlsx.read(fileOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(text) })))
    expect(kit?.units.map((unit) => unit.isDone)[0]).toBe(isDone)
  })

  test.each([
    [() => changed('Translation (pl-PL)', 'Polish'), 'expected one with the columns'],
    [() => changed(`${source.path}#`, 'x'), 'expected the hidden first column untouched'],
    [() => Buffer.from('PK\u0003\u0004 and no more'), 'Unexpected end or damage'],
    [() => zipSync({ 'content.xml': strToU8('<x/>') }), 'expected a workbook saved as `.xlsx`'],
  ])('%#: what is no kit is refused', async (file, reason) => {
    await expect(xlsx.read(fileOf(file()))).rejects.toThrow(reason)
  })
})

test('a translator is told where a unit stands: under which headings, or in which field', () => {
  const page = documentIn('en-gb', '---\ntitle: Mail\nslug: mail-set-up\n---\n\na\n\n# B\n\nc\n')
  const { path, locales, units } = kitOf(page)
  expect(units.map((unit) => notesOf(unit, { path, locales }, undefined))).toEqual([
    ['front matter: title', `${path}:2`],
    ['front matter: slug', `${path}:3`],
    [`${path}:6`],
    [`${path}:8`],
    ['B', `${path}:10`],
  ])
})
