import { describe, expect, test } from 'vitest'
import { derive, derivedText } from '../../src/sync/derive.ts'
import { pageOf } from '../../src/sync/passage.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { readFacts } from '../support/corpus.ts'

const derivation = {
  from: 'en-gb',
  words: { colour: 'color', 'licence plate': 'license plate' },
  links: { 'https://a.example/en-gb/': 'https://a.example/en/' },
}

function derived(text: string): string {
  return derivedText(pageOf(readFacts(text), text), derivation, { ownOf: (url) => url })
}

describe('a derived locale', () => {
  test.each([
    ['A colour, Colour, COLOUR.', 'A color, Color, COLOR.'],
    ['colourful', 'colourful'],
    [
      '`colour` and [colour](https://a.example/en-gb/colour)',
      '`colour` and [color](https://a.example/en/colour)',
    ],
    ['A licence plate.', 'A license plate.'],
    ['---\ntitle: A colour\nslug: colour\n---\n', '---\ntitle: A color\nslug: colour\n---\n'],
    ['```\ncolour\n```', '```\ncolour\n```'],
  ])('%s', (text, expected) => {
    expect(derived(text)).toBe(expected)
  })

  test.each([
    ['a\nb\nc\n', 'a\nB\nc\n', 'a\nb\nc\nown\n', 'a\nB\nc\nown\n', 0],
    ['a\nb\nc\n', 'a\nB\nc\n', 'a\nmine\nc\n', 'a\nmine\nc\n', 1],
    ['a\nb\nc\n', 'a\nB\nc\n', 'a\nB\nc\n', 'a\nB\nc\n', 0],
    ['one two three\n', 'one two four\n', 'one 2 three\n', 'one 2 four\n', 0],
  ])('%j to %j in %j', (before, after, target, expected, conflicts) => {
    const result = derive(before, after, target)
    expect(applyEdits(target, result.edits)).toBe(expected)
    expect(result.conflicts).toHaveLength(conflicts)
  })
})
