import { expect, test } from 'vitest'
import { nearFileIn } from '../../src/corpus/near-file.ts'
import { corpusOf } from '../support/corpus.ts'

const page = '# A\n'
const files = [
  'mail/outlook/guide.fr-fr.md',
  'mail/outlook/guide.pl-pl.md',
  'mail/outlook/images/settings.png',
  'mail/windows-phone/guide.pl-pl.md',
  'site/fr/mail/setup.md',
  'site/pl/mail/setup.md',
]

test.each([
  ['mail/outlok/guide.pl-pl.md', 'mail/outlook/guide.pl-pl.md'],
  ['mail/outlok/guide.pl-lp.md', 'mail/outlook/guide.pl-pl.md'],
  ['mial/outlook', 'mail/outlook'],
  ['mail/outlook/images/setings.png', 'mail/outlook/images/settings.png'],
  ['mail/outlook/guide.pl-pl', 'mail/outlook/guide.pl-pl.md'],
  ['mail/phone/guide.pl-pl.md', 'mail/windows-phone/guide.pl-pl.md'],
  ['web/windows-phone/guide.pl-pl.md', 'mail/windows-phone/guide.pl-pl.md'],
  ['/pl/mail/setup/', 'site/pl/mail/setup.md'],
  ['mail/thunderbird/guide.pl-pl.md', undefined],
  ['mail/outlook/images/window.png', undefined],
  ['', undefined],
])('%s -> %s', (path, expected) => {
  const corpus = corpusOf(Object.fromEntries(files.map((file) => [file, page])))
  expect(nearFileIn(corpus)(path)).toBe(expected)
})

test.each([
  ['a/name-0017.md', undefined],
  ['a/nam-0017x.md', undefined],
  ['a/nane-1234x.md', 'a/name-1234x.md'],
  ['a/name-1234.md', 'a/name-1234x.md'],
  ['a/name-12345x.md', 'a/name-1234x.md'],
])('in a large folder a slip of one letter is found: %s -> %s', (path, expected) => {
  const many = Array.from({ length: 2000 }, (_, at) => `a/name-${1000 + at}x.md`)
  expect(nearFileIn(corpusOf(Object.fromEntries(many.map((file) => [file, page]))))(path)).toBe(expected)
})
