import { distance } from 'fastest-levenshtein'
import { describe, expect, test } from 'vitest'
import { Memory, type MemoryEntry } from '../../src/l10n/memory.ts'

const memory = new Memory([
  { source: 'Open the control panel.', target: 'Otwórz panel klienta.', context: 'a\nb' },
  { source: 'Open the control panel.', target: 'Otwórz panel.', context: 'c\nd' },
  { source: 'Use port 993 for incoming mail.', target: 'Użyj portu 993 dla poczty przychodzącej.' },
  { source: 'Enter <1>your address</1> and {2}.', target: 'Wpisz {2} i <1>swój adres</1>.' },
  { source: '打开控制面板。', target: 'Otwórz panel klienta teraz.' },
])

describe('a memory', () => {
  test.each<[string, string | undefined, readonly (readonly [number, string])[]]>([
    [
      'Open the control panel.',
      undefined,
      [
        [100, 'Otwórz panel.'],
        [100, 'Otwórz panel klienta.'],
      ],
    ],
    [
      'Open the control panel.',
      'a\nb',
      [
        [101, 'Otwórz panel klienta.'],
        [100, 'Otwórz panel.'],
      ],
    ],
    ['Use port 143 for incoming mail.', undefined, [[99, 'Użyj portu 143 dla poczty przychodzącej.']]],
    ['Use port 993 for outgoing mail.', undefined, [[82, 'Użyj portu 993 dla poczty przychodzącej.']]],
    ['Enter <1>your address</1> and {2}!', undefined, [[97, 'Wpisz {2} i <1>swój adres</1>.']]],
    ['打开控制面', undefined, [[71, 'Otwórz panel klienta teraz.']]],
    ['Nothing of the kind at all.', undefined, []],
    ['', undefined, []],
  ])('%s', (words, context, expected) => {
    const found = memory.matches(words, context === undefined ? {} : { context })
    expect(found.map(({ score, target }) => [score, target])).toEqual(expected)
  })

  test('of nothing finds nothing', () => {
    expect(new Memory([]).matches('Open it.')).toEqual([])
  })

  test('finds what a look at every unit would find', () => {
    const words =
      'mail port server panel address open choose enter the a of in new old first last word text line page site user name'.split(
        ' ',
      )
    let seed = 7
    const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most
    const sentence = (): string =>
      Array.from({ length: 4 + next(8) }, () => words[next(words.length)]).join(' ')
    const entries: MemoryEntry[] = Array.from({ length: 500 }, (_, index) => ({
      source: sentence(),
      target: String(index),
    }))
    const all = new Memory(entries)
    const queries = entries.slice(0, 100).map(({ source }) => source.replace(/\w+$/, 'else'))
    const found = queries.filter((query) => all.matches(query, { least: 75 }).length > 0)
    const expected = queries.filter((query) =>
      entries.some(
        ({ source }) => 1 - distance(source, query) / Math.max(source.length, query.length) >= 0.75,
      ),
    )
    expect(expected.length).toBeGreaterThan(20)
    expect(expected.filter((query) => !found.includes(query))).toEqual([])
  })
})
