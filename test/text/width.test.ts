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
/** Those of the lower blocks all, of the large ones beyond some, and where classes of theirs begin and end. */
const edges = [0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xff01, 0xff60].flatMap((code) => [
  code - 1,
  code,
  code + 1,
])
const codes = Array.from({ length: 0x3140 - 0x20 }, (_, index) => 0x20 + index)
  .concat(Array.from({ length: 100 }, (_, index) => 0x3200 + 420 * index))
  .concat(
    edges,
    Array.from({ length: 0x100 }, (_, index) => 0xff00 + index),
  )
const everySign = codes.map((code) => String.fromCharCode(code))

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
