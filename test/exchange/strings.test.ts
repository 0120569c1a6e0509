import { expect, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { interfaceStrings } from '../../src/exchange/interface-strings.ts'
import { readStrings } from '../../src/exchange/strings.ts'

test.each<[string, string, Readonly<Record<string, string>>]>([
  [
    'a.json',
    '\uFEFF{"menu": {"save": "Zapisz", "items": ["A", 1, null]}}',
    { 'menu.save': 'Zapisz', 'menu.items.0': 'A' },
  ],
  [
    'a.po',
    'msgid ""\nmsgstr "Language: pl\\n"\n\nmsgid "Save"\nmsgstr "Zapisz"\n\nmsgctxt "door"\nmsgid "Close"\nmsgstr "Zamknij"\n\n#, fuzzy\nmsgid "Open"\nmsgstr "Otwarte"\n\nmsgid "Cut"\nmsgstr ""\n',
    { Save: 'Zapisz', 'door\u0004Close': 'Zamknij' },
  ],
  [
    'a.properties',
    '# words\n! more\nsave = Zapisz\nclose:Zamknij \\\n   okno\nopen Otw\\u00f3rz\npath\\ one=C:\\\\x\\ty\nnone\n',
    { save: 'Zapisz', close: 'Zamknij okno', open: 'Otwórz', 'path one': 'C:\\x\ty', none: '' },
  ],
])('%s is read', (path, text, strings) => {
  expect(Object.fromEntries(readStrings(text, path))).toEqual(strings)
  expect(Object.fromEntries(readStrings(text.replaceAll('\n', '\r\n'), path))).toEqual(strings)
})

const config = { ...defaultConfig, source: 'en-gb', locales: ['en-gb', 'pl-pl', 'pt-br'] }
const read = (labels: readonly string[], files: Readonly<Record<string, string>>): unknown =>
  interfaceStrings({ ...config, labels }, (path) => files[path])

test('files name locales as they like, and PO has the source’s words itself', () => {
  expect(
    read(['app/{locale}.json', 'po/{locale}.po'], {
      'app/en.json': '{"a": "Save"}',
      'app/pl-PL.json': '{"a": "Zapisz"}',
      'po/pt_BR.po': 'msgid ""\nmsgstr ""\n\nmsgid "Close"\nmsgstr "Fechar"\n',
    }),
  ).toEqual({
    strings: {
      'en-gb': { '0\na': 'Save', '1\nClose': 'Close' },
      'pl-pl': { '0\na': 'Zapisz' },
      'pt-br': { '1\nClose': 'Fechar' },
    },
  })
})

test.each<[Readonly<Record<string, string>>, string]>([
  [
    {},
    'Unexpected `labels: app/{locale}.json` in the config, expected a file of one of its locales, such as `app/en-gb.json`',
  ],
  [{ 'app/pl.json': '{\n"a": x}' }, 'app/pl.json:2  Unexpected JSON, expected valid one: '],
])('%j is told', (files, problem) => {
  expect(read(['app/{locale}.json'], files)).toHaveProperty('problem', expect.stringContaining(problem))
})
