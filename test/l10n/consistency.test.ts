import { expect, test } from 'vitest'
import { mergedIn, said, usageOf, usualFor, type Saying } from '../../src/l10n/consistency.ts'

const saying = ([source, target]: readonly [string, string]): Saying => ({
  source: said(source),
  target: said(target),
})

const some = (count: number, source: string, target: string): Saying[] =>
  Array.from({ length: count }, () => saying([source, target]))

/** What is given, what is asked, and what is the usual way then. */
const table: readonly [string, readonly Saying[], readonly [string, string], string | undefined][] = [
  [
    'one among three others',
    [...some(3, 'Next steps', 'Weiter'), ...some(1, 'Next steps', 'Danach')],
    ['Next steps', 'Danach'],
    'Weiter',
  ],
  [
    'too few to tell',
    [...some(2, 'Next', 'Weiter'), ...some(1, 'Next', 'Danach')],
    ['Next', 'Danach'],
    undefined,
  ],
  [
    'two ways in use',
    [...some(5, 'Next', 'Weiter'), ...some(2, 'Next', 'Danach')],
    ['Next', 'Danach'],
    undefined,
  ],
  [
    'a third way beside two that are in use',
    [...some(4, 'Next', 'Weiter'), ...some(4, 'Next', 'Danach'), ...some(1, 'Next', 'Dann')],
    ['Next', 'Dann'],
    undefined,
  ],
  [
    'letter case, spaces and the last sign',
    [...some(3, 'Next steps', 'Wie weiter'), ...some(1, 'Next Steps:', 'Wie\u00A0Weiter :')],
    ['Next Steps:', 'Wie\u00A0Weiter :'],
    undefined,
  ],
  [
    'left untranslated',
    [...some(3, 'Mail', 'Post'), ...some(1, 'Mail', 'Mail')],
    ['Mail', 'Mail'],
    undefined,
  ],
  ['of other words', some(3, 'Next', 'Weiter'), ['Before', 'Davor'], undefined],
]

test.each(table)('%s', (_, given, asked, expected) => {
  expect(usualFor(saying(asked), usageOf(given))?.words).toBe(expected)
})

test('two that became one are told, single words are not', () => {
  const pairs = [
    ['Send your mail', 'E-Mails'],
    ['Read your mail', 'E-Mails'],
    ['Send your mail!', 'E-Mails'],
    ['Guide', 'Anleitung'],
    ['Guides', 'Anleitung'],
  ] as const
  const found = mergedIn(pairs.map(saying))
  expect(found.map(([one, before]) => [one.source.words, before.source.words])).toEqual([
    ['Read your mail', 'Send your mail'],
  ])
})
