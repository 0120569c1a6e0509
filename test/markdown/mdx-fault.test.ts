import { describe, expect, test } from 'vitest'
import { readFacts } from '../support/corpus.ts'
import { unmarked } from '../support/marks.ts'

describe('MDX that does not parse', () => {
  test.each([
    'Open ⟦<B>the panel\n⟧\nThen.\n',
    '## One\n\n⟦<A>\n⟧foo\n\n- b\n',
    'x {a⟦ b} y\n⟧',
    'The sign ⟦{ opens\n⟧a block.\n\nMore.\n',
    'a <⟦/b> c\n⟧',
    'a\n\n⟦import x from\n⟧\ny\n',
    'a ⟦<A b="c d\n⟧',
  ])('%j is told where it goes wrong, or where that was opened', (marked) => {
    const { text, ranges } = unmarked(marked)
    expect(readFacts(text, 'a.mdx').syntaxError?.offset).toBe(ranges[0]?.start)
  })

  test('its line is kept as it is, the others are read', () => {
    const { prose, opaque } = readFacts('One.\n\nTwo <b>three\nfour\n\nFive.\n', 'a.mdx')
    expect(prose.map(({ start }) => start)).toEqual([0, 19, 25])
    expect(opaque).toContainEqual({ start: 6, end: 18 })
  })
})
