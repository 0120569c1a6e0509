import { describe, expect, test } from 'vitest'
import { lineEndOf, linesOf, placesIn } from '../../src/text/source.ts'

describe('placesIn', () => {
  test.each([
    ['the first character', 'ab\ncd', 0, [1, 1]],
    ['the second line', 'ab\ncd', 4, [2, 2]],
    ['behind a carriage return', 'ab\r\ncd', 4, [2, 1]],
    ['behind a lone carriage return', 'ab\rcd', 3, [2, 1]],
    ['columns do not count a byte order mark', '\uFEFFab', 1, [1, 1]],
    ['the second line does not know of it', '\uFEFFa\nb', 3, [2, 1]],
    ['the end', 'ab\n', 3, [2, 1]],
    ['a character beyond the basic plane counts two', '🚀a', 2, [1, 3]],
  ])('%s', (_, text, offset, [line, column]) => {
    expect(placesIn(text).pointAt(offset)).toEqual({ line, column, offset })
  })
})

describe('linesOf', () => {
  test.each([
    ['one line', 'abc', ['abc']],
    ['three kinds of line ends', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['an empty last line', 'a\n', ['a', '']],
    ['nothing', '', ['']],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(lines)
  })

  test('within a range', () => {
    const text = 'ab\ncd\nef'
    expect(linesOf(text, { start: 1, end: 5 })).toEqual([
      { start: 1, end: 2 },
      { start: 3, end: 5 },
    ])
  })
})

test.each([
  ['a\nb', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\r\nb\nc\nd', '\n'],
  ['abc', '\n'],
])('lineEndOf %j', (text, expected) => {
  expect(lineEndOf(text)).toBe(expected)
})
