import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, composeEdits, hashOf, shiftOf, type Edit } from '../../src/text/edit.ts'

function edit(start: number, end: number, text: string): Edit {
  return { range: { start, end }, text }
}

/** Edits that do not overlap, for a text of a given length. */
function editsFor(length: number): fc.Arbitrary<Edit[]> {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 8 })
  return fc
    .tuple(cuts, fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 }))
    .map(([points, texts]) => {
      const sorted = points.sort((a, b) => a - b)
      return texts.flatMap((text, index) => {
        const start = sorted[index * 2]
        const end = sorted[index * 2 + 1]
        return start === undefined || end === undefined ? [] : [edit(start, end, text)]
      })
    })
}

describe('applyEdits', () => {
  test.each([
    ['nothing', 'abc', [], 'abc'],
    ['a replacement', 'abc', [edit(1, 2, 'X')], 'aXc'],
    ['insertions at both ends', 'abc', [edit(3, 3, '!'), edit(0, 0, '>')], '>abc!'],
    ['two insertions at one place, in their order', 'ab', [edit(1, 1, '1'), edit(1, 1, '2')], 'a12b'],
    ['an insertion before a replacement', 'ab', [edit(1, 2, 'B'), edit(1, 1, '-')], 'a-B'],
    ['a BOM and CRLF are left alone', '\uFEFFa\r\nb', [edit(4, 5, 'c')], '\uFEFFa\r\nc'],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected)
  })

  test.each([
    ['overlapping', [edit(0, 2, ''), edit(1, 3, '')]],
    ['outside', [edit(0, 9, '')]],
    ['backwards', [edit(2, 1, '')]],
  ])('refuses edits that are %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError)
  })

  test('keeps every character outside the edits', () => {
    const cases = fc
      .string({ maxLength: 30 })
      .chain((text) => fc.tuple(fc.constant(text), editsFor(text.length)))
    fc.assert(
      fc.property(cases, ([text, edits]) => {
        const shift = shiftOf(edits)
        const result = applyEdits(text, edits)
        for (let at = 0; at < text.length; at++) {
          const isEdited = edits.some(({ range }) => range.start <= at && at < range.end)
          if (!isEdited) expect(result.charAt(shift(at))).toBe(text.charAt(at))
        }
      }),
    )
  })
})

test('composeEdits does in one step what two do', () => {
  const cases = fc
    .string({ maxLength: 30 })
    .chain((text) => fc.tuple(fc.constant(text), editsFor(text.length)))
    .chain(([text, first]) =>
      fc.tuple(fc.constant(text), fc.constant(first), editsFor(applyEdits(text, first).length)),
    )
  fc.assert(
    fc.property(cases, ([text, first, second]) => {
      const twice = applyEdits(applyEdits(text, first), second)
      expect(applyEdits(text, composeEdits(first, second))).toBe(twice)
    }),
  )
})

test('hashOf is SHA-256 of the UTF-8 bytes', () => {
  expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hashOf('ł')).not.toBe(hashOf('l'))
})
