import { expect, test } from 'vitest'
import { frameOf } from '../../src/report/frame.ts'
import { unmarked } from '../support/marks.ts'

const cases: readonly (readonly [name: string, marked: string, source: string, mark: string])[] = [
  ['a word', 'one ⟦two⟧ three', 'one two three', '    ^^^'],
  ['an empty place', 'one⟦⟧ two', 'one two', '   ^'],
  ['behind the last character', 'one⟦⟧', 'one', '   ^'],
  ['an empty line', 'a\n⟦⟧\nb', '', '^'],
  ['several lines', 'one ⟦two\nthree⟧', 'one two', '    ^^^…'],
  ['a whole line with its end', '⟦one\n⟧two', 'one', '^^^'],
  ['a line end alone', 'one⟦\n⟧two', 'one', '   ^'],
  ['the second half of a line end', 'one\r⟦\n⟧two', 'one', '   ^'],
  ['a carriage return', 'a\r\none ⟦two⟧\r\nb', 'one two', '    ^^^'],
  ['tabs before it', '\ta\t⟦b⟧', '    a   b', '        ^'],
  ['a tab in it', 'a⟦b\tc⟧', 'ab  c', ' ^^^^'],
  ['spaces that are the matter', 'a⟦ \u00a0⟧', 'a·⍽', ' ^^'],
  ['a tab that is the matter', 'a⟦\t⟧b', 'a→  b', ' ^^^'],
  ['wide characters', '日本⟦語⟧の', '日本語の', '    ^^'],
  ['combining characters', 'e\u0301te\u0301 ⟦e\u0301⟧', 'e\u0301te\u0301 e\u0301', '    ^'],
  ['the combining character alone', 'e⟦\u0301⟧t', 'e\u0301t', '^'],
  ['emoji', '👨‍👩‍👧 ⟦👍🏽⟧', '👨‍👩‍👧 👍🏽', '   ^^'],
  ['an escape sequence', 'a⟦\u001b[31m⟧b', 'a\\u{1b}[31mb', ' ^^^^^^^^^^'],
  ['a bidi control before it', '\u202eab⟦c⟧', '\\u{202e}abc', '          ^'],
  ['a byte order mark', '\ufeff⟦a⟧', 'a', '^'],
  ['a long line, cut behind', `⟦ab⟧${'x'.repeat(60)}`, `ab${'x'.repeat(36)}…`, '^^'],
  ['a long line, cut before', `${'x'.repeat(60)}⟦ab⟧`, `…${'x'.repeat(36)}ab`, `${' '.repeat(37)}^^`],
  [
    'a long line, cut on both sides',
    `${'x'.repeat(60)}⟦ab⟧${'y'.repeat(60)}`,
    `…${'x'.repeat(18)}ab${'y'.repeat(18)}…`,
    `${' '.repeat(19)}^^`,
  ],
  ['a long place', `⟦${'x'.repeat(60)}⟧`, `${'x'.repeat(38)}…`, `${'^'.repeat(38)}…`],
  [
    'wide characters, cut',
    `${'日'.repeat(60)}⟦本⟧${'日'.repeat(60)}`,
    `…${'日'.repeat(9)}本${'日'.repeat(9)}…`,
    `${' '.repeat(19)}^^`,
  ],
  ['pairs of surrogates, cut', `${'👍'.repeat(60)}⟦a⟧`, `…${'👍'.repeat(18)}a`, `${' '.repeat(37)}^`],
]

test.each(cases)('%s', (_, marked, source, mark) => {
  const { text, ranges } = unmarked(marked)
  const [range = { start: 0, end: 0 }] = ranges
  const frame = frameOf(text, range, 40)
  expect({ source: frame.source, mark: frame.mark }).toEqual({ source, mark })
})

test('a line of 64 KiB is cut at once', () => {
  const text = 'x'.repeat(65_536)
  expect(frameOf(text, { start: 40_000, end: 65_000 }, 80).source).toHaveLength(80)
})
