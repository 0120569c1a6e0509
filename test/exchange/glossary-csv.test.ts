import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { isLocaleTag } from '../../src/corpus/locale.ts'
import { glossaryCsvOf } from '../../src/exchange/glossary-csv.ts'
import { isGlossaryCsv, readGlossaryCsv } from '../../src/exchange/read-glossary-csv.ts'
import type { Glossary } from '../../src/l10n/glossary.ts'
import {
  glossaryEdits,
  isSameGlossary,
  takeTable,
  type GlossaryTable,
} from '../../src/l10n/glossary-table.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { glossaryOf } from '../support/corpus.ts'

const own = readFileSync(resolve(import.meta.dirname, '../../guides/glossary.yaml'), 'utf8')

function tableOf(csv: string): GlossaryTable {
  const result = readGlossaryCsv(csv, (name) => isLocaleTag(name))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.table
}

/** The file of a glossary after a table came back. */
function taken(yaml: string, csv: string): string {
  const before = glossaryOf(yaml)
  const { glossary } = takeTable(before, tableOf(csv))
  const after = applyEdits(yaml, glossaryEdits(yaml, before, glossary))
  expect(isSameGlossary(glossaryOf(after), glossary), after).toBe(true)
  return after
}

describe('a glossary goes out and comes back', () => {
  test('as it was: not a byte of its file changes', () => {
    expect(taken(own, glossaryCsvOf(glossaryOf(own)))).toBe(own)
  })

  test('into a file that is new, with the same meaning', () => {
    expect(isSameGlossary(glossaryOf(taken('', glossaryCsvOf(glossaryOf(own)))), glossaryOf(own))).toBe(true)
    expect(taken('# Our words.\n', 'term,en-gb\nmailbox,mailbox\n')).toBe(
      '# Our words.\nterms:\n  mailbox:\n    words:\n      en-gb: mailbox\n',
    )
  })

  test('through programs that part cells by semicolons or tabs, and save without a mark', () => {
    for (const sign of [';', '\t']) {
      const csv = `term${sign}note${sign}pl-pl\nport${sign}"a ""number"", no name${sign}"${sign}port`
      expect(tableOf(csv)).toEqual(tableOf(csv.replace('\n', '\r\n')))
      expect(tableOf(csv).terms).toEqual([
        { id: 'port', note: `a "number", no name${sign}`, words: new Map([['pl-pl', { name: 'port' }]]) },
      ])
    }
  })

  const words = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'Ż',
        '1',
        ' ',
        '|',
        '\\',
        '"',
        ',',
        ';',
        "'",
        '=',
        '-',
        '*',
        '\u00A0',
        '#',
        ':',
      ),
    })
    .map((text) => `x${text}`)
  const phrase = fc.oneof(
    words,
    words.map((text) => `${text.slice(1)}x`),
    words.map((text) => `=${text}`),
  )
  const phrases = fc.uniqueArray(phrase, { minLength: 1, maxLength: 3 })
  const locales = fc.dictionary(fc.constantFrom('en-gb', 'pl-pl', 'fr'), phrases, { noNullPrototype: true })
  const id = fc.oneof(
    words.map((text) => text.trim()),
    fc.constantFrom('=SUM(A1)', "'@x", 'no', '1', 'a: b'),
  )
  const glossary = fc.record({
    path: fc.constant('glossary.yaml'),
    keep: fc.uniqueArray(id, { maxLength: 3 }),
    terms: fc.uniqueArray(
      fc
        .record({ id, note: fc.option(phrase, { nil: undefined }), words: locales, avoid: locales })
        .map(({ note, ...term }) => (note === undefined ? term : { ...term, note })),
      { maxLength: 4, selector: (term) => term.id },
    ),
  })

  test('every phrase is what it was, whatever signs are in it, and no cell is a formula', () => {
    fc.assert(
      fc.property(glossary, (given: Glossary) => {
        const csv = glossaryCsvOf(given)
        const { glossary: back } = takeTable({ path: 'x', keep: [], terms: [] }, tableOf(csv))
        const said = given.terms.filter(
          ({ note, ...term }) => note !== undefined || JSON.stringify(term).includes('['),
        )
        expect(isSameGlossary(back, { ...given, terms: said }), csv).toBe(true)
        const cells = parse(csv, { bom: true, relax_column_count: true }).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }),
    )
  })

  test('whatever changes, the file says it, and comments stay', () => {
    const style = fc.constantFrom('block', 'flow', 'mixed')
    fc.assert(
      fc.property(
        glossary,
        glossary,
        style,
        fc.boolean(),
        (from: Glossary, to: Glossary, form, isWindows) => {
          const data = {
            keep: from.keep,
            terms: Object.fromEntries(
              from.terms.map(({ id: name, words: said, avoid, note }) => [
                name,
                { ...(note !== undefined && { note }), words: said, avoid },
              ]),
            ),
          }
          const printed =
            form === 'flow'
              ? `{keep: ${JSON.stringify(data.keep)}, terms: ${JSON.stringify(data.terms)}}\n`
              : stringify(data, {
                  lineWidth: 0,
                  ...(form === 'mixed' && { collectionStyle: 'any' as const }),
                })
          const commented = `# first\n${form === 'block' ? printed.replace(/^(.*:.*[^|>:-])$/gm, '$1 # kept') : printed}# last\n`
          let yaml = isWindows ? commented.replaceAll('\n', '\r\n') : commented
          try {
            glossaryOf(yaml)
          } catch {
            yaml = printed
          }
          // A table with the same columns for all terms takes away what its cells leave empty.
          const after = taken(yaml, glossaryCsvOf(to, ['en-gb', 'pl-pl', 'fr']))
          for (const sign of ['# first', '# last']) expect(after.includes(sign)).toBe(yaml.includes(sign))
        },
      ),
      { numRuns: 300 },
    )
  })
})

const file = `# The words.
keep:
  - Outlook # a program
  # Names of protocols.
  - IMAP

terms:
  # Where mail lies.
  mailbox:
    note: Where mail lies.
    words:
      en-gb: mailbox # not letter box
      pl-pl: [skrzynka, skrzynk*]
    avoid: { pl-pl: mailbox, en-gb: [letter box, postbox] }

  port:
    words:
      # German has both.
      de-de:
        - Port # the singular
        - Ports
`

describe('a change in a table is a change in the file, and nothing else is', () => {
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a name', 'term,en-gb\nmailbox,inbox\n', [['en-gb: mailbox #', 'en-gb: inbox #']]],
    [
      'forms',
      'term,pl-pl,pl-pl forms\nmailbox,skrzynka,skrzynk* | skrzynce\n',
      [['skrzynk*]', 'skrzynk*, skrzynce]']],
    ],
    ['words to avoid', 'term,en-gb avoid\nmailbox,postbox\n', [['[letter box, postbox]', 'postbox']]],
    ['none to avoid', 'term,en-gb avoid\nmailbox,\n', [[', en-gb: [letter box, postbox]', '']]],
    ['no note', 'term,note\nmailbox,\n', [['    note: Where mail lies.\n', '']]],
    [
      'a form of a list',
      'term,de-de,de-de forms\nport,Port,Ports | Portes\n',
      [['        - Ports\n', '        - Ports\n        - Portes\n']],
    ],
    ['a locale', 'term,fr\nport,port\n', [['- Ports\n', '- Ports\n      fr: port\n']]],
    ['a kept name', 'term,keep\nIMAP,yes\nSMTP,x\n', [['  - IMAP\n', '  - IMAP\n  - SMTP\n']]],
    [
      'a term',
      'term,note,keep,en-gb\nuser,"Who, exactly: you",,user name\n',
      [
        [
          '- Ports\n',
          '- Ports\n\n  user:\n    note: "Who, exactly: you"\n    words:\n      en-gb: user name\n',
        ],
      ],
    ],
    [
      'the last word of a map',
      'term,en-gb avoid,pl-pl avoid\nmailbox,,\n',
      [['    avoid: { pl-pl: mailbox, en-gb: [letter box, postbox] }\n', '']],
    ],
  ])('%s', (_, csv, changes) => {
    const after = changes.reduce((text, [from, to]) => text.replace(from, to), file)
    expect(taken(file, csv)).toBe(after)
    expect(taken(file.replaceAll('\n', '\r\n'), csv)).toBe(after.replaceAll('\n', '\r\n'))
  })
})

test('what a table has no row for stays, and is counted', () => {
  const { added, changed, absent } = takeTable(glossaryOf(file), tableOf('term,en-gb\nport,port\nnew,new\n'))
  expect({ added, changed, absent }).toEqual({ added: 1, changed: 1, absent: 3 })
})

test.each([
  ['term,note\n', true],
  ['\uFEFF"term";"note"\r\n', true],
  ['term\n', true],
  ['msgid ""\nmsgstr ""\n', false],
  ['terms:\n', false],
])('%j is a glossary: %s', (text, is) => {
  expect(isGlossaryCsv(Buffer.from(text))).toBe(is)
})

test.each<[string, readonly string[]]>([
  ['name,note\n', ['1: Unexpected column `name`, expected `term`']],
  ['term,fr-fr froms\n', ['1: Unexpected column `fr-fr froms`, expected `fr-fr forms`']],
  ['term,ntoe\n', ['1: Unexpected column `ntoe`, expected `note`']],
  ['term,fr,fr\n', ['1: Unexpected second column `fr`, expected one']],
  [
    'term,fr\na,"x\nb,y\n',
    ['2: Unexpected end of the file between quotation marks, expected `"` at the end of the cell'],
  ],
  [
    'term,fr\na,"x" y\n',
    ['2: Unexpected text behind `"`, expected the end of the cell, or `""` for a quotation mark'],
  ],
  ['term,fr\n\n"a\nb",x\na,y\n\na,z\n', ['7: Unexpected second `a`, expected one: the first is on line 5']],
  ['term,fr\n,x\n', ['2: Unexpected row without a term, expected its name']],
  ['term,fr\na,x,y\n', ['2: Unexpected 3 cells, expected 2 as in the first line']],
  [
    'term,fr\na,x | y\n',
    ['2: Unexpected 2 phrases of `a` in `fr`, expected one, and the others in `fr forms`'],
  ],
  ['term,fr,fr forms\na,,y\n', ['2: Unexpected forms of `a` without a word, expected one in `fr`']],
  ['term,fr\na,—\n', ['2: Unexpected `—` of `a` in fr, expected words']],
  ['term,keep\na,maybe\n', ['2: Unexpected `maybe` in `keep`, expected `yes` or nothing']],
  ['term,keep,fr\na,yes,x\n', ['2: Unexpected words of `a`, which is kept as it is, expected none']],
])('%j is refused, line by line', (csv, reasons) => {
  const result = readGlossaryCsv(csv, (name) => isLocaleTag(name))
  expect('problems' in result && result.problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual(
    reasons,
  )
})
