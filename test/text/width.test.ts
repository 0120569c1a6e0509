import { expect, test } from 'vitest'
import { cellsOf, widthOf } from '../../src/text/width.ts'

test.each([
  ['ascii', 5],
  ['Größe → 5', 9],
  ['✔ fertig', 8],
  ['ключ', 4],
  ['日本', 4],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
  ['❤\ufe0f', 2],
])('%s takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

test('a text takes the columns of its characters, whichever they are', () => {
  const wrong = Array.from({ length: 0x3000 - 0x20 }, (_, index) => {
    const text = `a${String.fromCharCode(0x20 + index)}b`
    const sum = cellsOf(text).reduce((columns, { width }) => columns + width, 0)
    return sum === widthOf(text) ? [] : [text]
  }).flat()
  expect(wrong).toEqual([])
})
