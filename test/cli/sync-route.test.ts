import { expect, test } from 'vitest'
import { routeOf } from '../../src/cli/sync/route.ts'
import { configOf, corpusOf } from '../support/corpus.ts'

const text = '# A\n'
const layouts: Readonly<Record<string, string>> = {
  'a help centre': 'source: en-gb\n',
  'a site': "source: en\nlayouts:\n  - files: '{locale}/{guide}.md'\n    url: '/{locale}/{guide}/'\n",
  docusaurus: 'source: en\nextends: docusaurus\n',
}
const french = 'i18n/fr/docusaurus-plugin-content-docs/current'

test.each([
  [
    'a help centre',
    ['mail/guide.en-gb.md', 'mail/guide.fr-fr.md'],
    '../mail/guide.en-gb.md#a',
    '../mail/guide.fr-fr.md#a',
  ],
  ['a help centre', ['mail/guide.en-gb.md'], '../mail/guide.en-gb.md', undefined],
  ['a site', ['en/mail.md', 'fr/mail.md'], '/en/mail/?x#a', '/fr/mail/?x#a'],
  ['a site', ['en/mail.md', 'fr/mail.md'], '/en/mail', '/fr/mail'],
  ['a site', ['en/mail.md', 'fr/mail.md'], '/en/mail.html', '/fr/mail.html'],
  ['a site', ['en/mail/index.md', 'fr/mail/index.md'], '/en/mail/', '/fr/mail/'],
  ['a site', ['en/mail.md'], '/en/mail/', undefined],
  ['a site', ['en/new.md'], '/en/new/', '/fr/new/'],
  ['a site', ['en/mail.md', 'fr/mail.md'], '/blog/mail/', undefined],
  ['a site', ['en/mail.md', 'fr/mail.md'], '/fr/mail/', undefined],
  ['docusaurus', ['docs/mail.md', `${french}/mail.md`], '/docs/mail/', '/docs/mail/'],
])('%s with %j: %s -> %s', (kind, files, url, expected) => {
  const config = configOf(layouts[kind] ?? '')
  const [from = '', to = ''] = {
    'a help centre': ['phone/guide.en-gb.md', 'phone/guide.fr-fr.md'],
    'a site': ['en/phone.md', 'fr/phone.md'],
    docusaurus: ['docs/phone.md', `${french}/phone.md`],
  }[kind] ?? ['', '']
  const corpus = corpusOf(Object.fromEntries([...files, from, to].map((path) => [path, text])), config)
  const [source, target] = [corpus.documents.get(from), corpus.documents.get(to)]
  if (source?.locale === undefined || target?.locale === undefined) throw new Error('no such documents')
  const sides = [source, target].map((document) => ({ document, locale: document.locale ?? '' }))
  const [one, other] = sides
  if (!one || !other) throw new Error('no sides')
  expect(routeOf(one, other, { config, corpus, made: new Set(['fr new']) }).documentOf(url)).toBe(expected)
})
