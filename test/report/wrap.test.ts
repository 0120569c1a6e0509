import { expect, test } from 'vitest'
import { listLines } from '../../src/report/repeats.ts'
import { widthOf } from '../../src/text/width.ts'
import { spansOf, wrap } from '../../src/report/wrap.ts'

const plain = (text: string): string => text
const angled = (text: string): string => `<${text}>`

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one', 1, ['o', 'n', 'e']],
  ['a verylongword b', 6, ['a', 'verylo', 'ngword', 'b']],
  ['日本語 日本', 6, ['日本語', '日本']],
  ['', 10, []],
  ['say `a b`, then', 8, ['say <`a>', '<b`>, then']],
])('%j in %i columns', (text, columns, lines) => {
  expect(wrap(spansOf(text, plain, angled), columns)).toEqual(lines)
})

test.each([
  ['abc', 3],
  ['zażółć', 6],
  ['日本', 4],
  ['한국어', 6],
  ['ｆｕｌｌ', 8],
  ['ﾊﾝｶｸ', 4],
  ['e\u0301', 1],
  ['👨‍👩‍👧', 2],
  ['❤\ufe0f', 2],
  ['🇵🇱', 2],
  ['हिन्दी', 3],
  ['…', 1],
])('%j is wide by %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

test.each([
  [[3], '3'],
  [[3, 4], '3, 4'],
  [[3, 4, 5, 9], '3–5, 9'],
  [[3, 3, 4, 4, 5], '3–5'],
  [[1, 3, 5, 7, 9, 11], '1, 3, 5, 7 and 2 more'],
])('lines %j', (lines, words) => {
  expect(listLines(lines, 4)).toBe(words)
})
