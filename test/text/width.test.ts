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

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const everySign = Array.from({ length: 0xd800 - 0x20 }, (_, index) =>
  String.fromCharCode(0x20 + index),
).concat(Array.from({ length: 0x2000 }, (_, index) => String.fromCharCode(0xe000 + index)))

test('a text is taken apart where a reader sees characters, whichever they are', () => {
  const wrong = everySign.filter((sign) => {
    const text = `a${sign}b`
    const seen = Array.from(graphemes.segment(text), ({ segment }) => segment)
    return (
      seen.join('|') !==
      cellsOf(text)
        .map((cell) => cell.text)
        .join('|')
    )
  })
  expect(wrong).toEqual([])
})

test('a sign takes as many columns beside plain letters as beside others', () => {
  const columns = (text: string): number => cellsOf(text).reduce((sum, { width }) => sum + width, 0)
  const wrong = everySign.filter(
    (sign) =>
      columns(`a${sign}b`) + 1 !== columns(`a${sign}be\u0301`) ||
      columns(`a${sign}b`) !== widthOf(`a${sign}b`),
  )
  expect(wrong).toEqual([])
})
