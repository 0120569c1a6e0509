import { describe, expect, test } from 'vitest'
import { picturesOf } from '../../src/corpus/pictures.ts'
import { configOf, corpusOf } from '../support/corpus.ts'

describe('whose a picture is', () => {
  test.each([
    ['guides/{guide}/{type}.{locale}.md', ['guides/mail/guide.pl-pl.md'], 'guides/mail/images/a.png', 'mail'],
    ['content/{locale}/{guide}.md', ['content/pl/mail/index.md'], 'content/pl/mail/a.png', 'mail/index'],
    ['content/{locale}/{guide}.md', ['content/pl/mail.md'], 'content/pl/a.png', undefined],
    ['{guide}/{type}.{locale}.md', ['a/guide.pl.md', 'a/b/guide.pl.md'], 'a/b/i/a.png', 'a/b'],
    ['{guide}/{type}.{locale}.md', ['a/guide.pl.md', 'a/b/guide.pl.md'], 'a/i/a.png', 'a'],
    ['{guide}/{type}.{locale}.md', ['a/guide.pl.md'], 'static/a.png', undefined],
    ['{type}.{locale}.md', ['guide.pl.md'], 'images/a.png', '.'],
  ])('%s with %j: %s is of %s', (layout, documents, picture, owner) => {
    const files = Object.fromEntries([...documents, picture].map((path) => [path, 'Text.\n']))
    const corpus = corpusOf(files, configOf(`layouts: ["${layout}"]\npublic: static`))
    expect([...corpus.guides.keys()].filter((id) => picturesOf(corpus).of(id).includes(picture))).toEqual(
      owner === undefined ? [] : [owner],
    )
  })

  test('a picture in the wrong case is used all the same', () => {
    const pictures = picturesOf(corpusOf({ 'a/guide.pl.md': '![](B.PNG)\n', 'a/b.png': '' }))
    expect(pictures.isUsed('a/b.png')).toBe(true)
  })
})
