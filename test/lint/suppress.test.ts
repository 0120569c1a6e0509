import { describe, expect, test } from 'vitest'
import { lintFiles } from '../support/corpus.ts'

/** The lines with findings of a rule that fires on each trailing space. */
function lines(
  text: string,
  path = 'a/guide.en-gb.md',
  only = ['trailing-space', 'repeated-words'],
): string[] {
  return lintFiles({ [path]: text }, only).map(({ place, ruleId }) => `${place.start.line} ${ruleId}`)
}

describe('comments silence rules', () => {
  test.each([
    ['none', 'a \n\nb \n', ['1 trailing-space', '3 trailing-space']],
    ['the next line', '<!-- hexapla-disable-next-line trailing-space -->\na \n\nb \n', ['4 trailing-space']],
    [
      'all rules of the next line',
      '<!-- hexapla-disable-next-line -->\nthe the a \n\nb \n',
      ['4 trailing-space'],
    ],
    ['another rule of it', '<!-- hexapla-disable-next-line repeated-words -->\na \n', ['2 trailing-space']],
    [
      'two rules, with a reason',
      '<!-- hexapla-disable-next-line trailing-space, repeated-words -- as agreed -->\nthe the a \n',
      [],
    ],
    [
      'a stretch',
      '<!-- hexapla-disable trailing-space -->\n\na \n\n<!-- hexapla-enable trailing-space -->\n\nb \n',
      ['7 trailing-space'],
    ],
    ['a stretch to the end', 'a \n\n<!-- hexapla-disable -->\n\nb \n', ['1 trailing-space']],
    ['the file', 'a \n\n<!-- hexapla-disable-file trailing-space -->\n', []],
    ['a word that only begins so', '<!-- hexapla-disabled -->\n\na \n', ['3 trailing-space']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })

  test.each([
    [
      'a stretch for one rule of two',
      'disable trailing-space, repeated-words',
      'enable trailing-space',
      ['5 trailing-space'],
    ],
    [
      'a stretch for all rules, one of them let in again',
      'disable',
      'enable trailing-space',
      ['5 trailing-space'],
    ],
    [
      'a stretch for one rule, all let in again',
      'disable trailing-space',
      'enable',
      ['5 repeated-words', '5 trailing-space'],
    ],
  ])('%s', (_, open, close, expected) => {
    const text = `<!-- hexapla-${open} -->\na \n\n<!-- hexapla-${close} -->\nthe the a \n`
    expect(lines(text)).toEqual(expected)
  })

  test('in MDX', () => {
    expect(
      lines('{/* hexapla-disable-next-line trailing-space */}\na \n\nb \n', 'a/guide.en-gb.mdx'),
    ).toEqual(['4 trailing-space'])
  })
})

describe('comments that do nothing are told', () => {
  test.each([
    ['a stretch that nothing opened', '<!-- hexapla-enable -->\n', ['1 unused-suppression']],
    [
      'one that ends a stretch',
      '<!-- hexapla-disable trailing-space -->\na \n\n<!-- hexapla-enable -->\n',
      [],
    ],
    ['one for another tool’s rule', '<!-- hexapla-disable-file remark/no-html -->\n', []],
    ['a comment of another kind', '<!-- hexapla-region settings -->\n', []],
    ['all rules', '<!-- hexapla-disable-file -->\n\na\n', ['1 unused-suppression']],
    ['all rules, of which one had to say something', '<!-- hexapla-disable-file -->\n\na \n', []],
    ['told or not told', '<!-- hexapla-disable-file unused-suppression, image-alt -->\n', []],
  ])('%s', (_, text, expected) => {
    expect(lines(`---\ntitle: Mail\n---\n${text}`, 'a/guide.en-gb.md', ['unused-suppression'])).toEqual(
      expected.map((line) => line.replace('1', '4')),
    )
  })
})
