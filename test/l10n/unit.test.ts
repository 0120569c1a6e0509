import { describe, expect, test } from 'vitest'
import type { OpenDocument } from '../../src/corpus/document.ts'
import { phrasesOf } from '../../src/l10n/phrase.ts'
import { renumbered, translatedContent } from '../../src/l10n/renumber.ts'
import { unitsOf } from '../../src/l10n/unit.ts'
import { hashOf } from '../../src/text/edit.ts'
import { readFacts } from '../support/corpus.ts'

function documentOf(text: string): OpenDocument {
  return {
    path: 'mail/guide.en-gb.md',
    guide: 'mail',
    locale: 'en-gb',
    type: 'guide',
    format: 'markdown',
    hash: hashOf(text),
    facts: readFacts(text),
    text,
  }
}

function phraseOf(text: string) {
  const [phrase] = phrasesOf(readFacts(text), text)
  if (!phrase) throw new Error('no phrase')
  return phrase
}

describe('a translation is numbered as its source', () => {
  test.each([
    ['Open `a` and **b**', 'Erst **b**, dann `a`', 'Erst <2>b</2>, dann {1}'],
    [
      'See [a](https://x/fr) and [b](https://y/fr)',
      '[b](https://y/pl), [a](https://x/fr)',
      '<2>b</2>, <1>a</1>',
    ],
    ['See [here].\n\n[here]: https://x', '[Hier][here].\n\n[here]: https://x', '<1>Hier</1>.'],
    ['Open it', 'Öffne **es**', 'Öffne <1>es</1>'],
    ['Open **it**', 'Öffne *es*', 'Öffne <2>es</2>'],
  ])('%j, %j', (source, target, expected) => {
    expect(renumbered(phraseOf(target), phraseOf(source)).text).toBe(expected)
  })
})

describe('words with the markup back in them', () => {
  test.each([
    ['See [here].\n\n[here]: x', undefined, '<1>Hier</1>.', '[Hier][here].'],
    ['See [here].\n\n[here]: x', '[Hier][here].\n\n[here]: x', 'See <1>here</1>.', 'See [here].'],
    ['See [here][].\n\n[here]: x', undefined, '<1>Here</1>!', '[Here][]!'],
    ['[a](https://x/fr) b', '[c](https://x/pl) d', '<1>e</1> f', '[e](https://x/pl) f'],
  ])('%j, %j: %j', (source, target, words, expected) => {
    const own = phraseOf(source)
    const current = target === undefined ? own : renumbered(phraseOf(target), own)
    expect(translatedContent(words, own, current)).toBe(expected)
  })
})

describe('units', () => {
  const source = documentOf(
    '---\ntitle: Mail\n---\n\n# Ports\n\nOpen ![A lock](1.png) now.\n\n| a | OK |\n| - | - |\n| OK | 993 |\n\n## Last\n\nDone.\n',
  )

  test('have names of their own, a place and headings; numbers alone are none', () => {
    const units = unitsOf(source)
    expect(units.map(({ kind, line, headings }) => [kind, line, headings.join(' > ')])).toEqual([
      ['field', 2, ''],
      ['heading', 5, ''],
      ['paragraph', 7, 'Ports'],
      ['alt', 7, 'Ports'],
      ['cell', 9, 'Ports'],
      ['cell', 9, 'Ports'],
      ['cell', 11, 'Ports'],
      ['heading', 13, 'Ports'],
      ['paragraph', 15, 'Ports > Last'],
    ])
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
    expect(units[6]?.id).toBe(`${units[5]?.id ?? ''}-2`)
    expect(units.every(({ state }) => state === 'untranslated')).toBe(true)
  })

  test('find their translations in a document of another structure', () => {
    const target = documentOf(
      '---\nslug: x\ntitle: Poczta\n---\n\n# Porty\n\nNowy akapit, który stoi tutaj sam, bez odpowiednika.\n\nOtwórz teraz ![Kłódka](1.png).\n\n| a | W porządku |\n| - | - |\n| Dobrze | 993 |\n\n## Koniec\n\nGotowe.\n',
    )
    expect(unitsOf(source, target).map(({ target: found }) => found?.text)).toEqual([
      'Poczta',
      'Porty',
      'Otwórz teraz {1}.',
      'Kłódka',
      'a',
      'W porządku',
      'Dobrze',
      'Koniec',
      'Gotowe.',
    ])
  })
})
