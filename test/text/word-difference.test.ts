import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedDifference, wordDifference } from '../../src/text/word-difference.ts'

describe('the words that differ', () => {
  test.each([
    ['Open it.', 'Open it.', 'Open it.'],
    ['Enter port 993 there.', 'Enter port 995 there.', 'Enter port [-993-]{+995+} there.'],
    ['Enter it.', 'Enter it now.', 'Enter it{+ now+}.'],
    ['Take great care.', 'Take care.', 'Take [-great -]care.'],
    ['The old name here', 'The new words here', 'The [-old name-]{+new words+} here'],
    ['Open <1>it</1>.', 'Open <2>it</2>.', 'Open [-<1>-]{+<2>+}it[-</1>-]{+</2>+}.'],
    ['打开控制面板。', '打开面板。', '打开[-控制-]面板。'],
    ['Who? It.', 'Who\u00a0? It.', 'Who{+ +}? It.'],
    ['Open\nit.', 'Open it.', 'Open it.'],
    ['', 'All new.', '{+All new.+}'],
    ['All gone.', '', '[-All gone.-]'],
  ])('%s | %s', (before, after, expected) => {
    expect(markedDifference(before, after)).toBe(expected)
  })

  test('both texts can be read from it', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '<1>', 'ä', '字', '\n'), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (from, to) => {
        const [before, after] = [from.join(''), to.join('')]
        const stretches = wordDifference(before, after)
        const without = (gone: string): string =>
          stretches.map(([kind, text]) => (kind === gone ? '' : text)).join('')
        const bare = (text: string): string => text.replace(/\s+/g, ' ')
        expect(bare(without('added'))).toBe(bare(before))
        expect(bare(without('removed'))).toBe(bare(after))
      }),
    )
  })

  test('texts without a word in common are one for the other', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(1000))
    expect(wordDifference(before ?? '', after ?? '')).toHaveLength(2)
  })
})
