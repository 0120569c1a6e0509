import { describe, expect, test } from 'vitest'
import { configOf, corpusOf } from '../support/corpus.ts'

const page = '---\ntitle: A\n---\n\n## Part\n'

function resolve(files: readonly string[], from: string, url: string, yaml = ''): string {
  const corpus = corpusOf(Object.fromEntries(files.map((path) => [path, page])), configOf(yaml))
  const document = corpus.documents.get(from)
  if (!document) throw new Error(`No ${from}`)
  const target = corpus.resolve(url, document)
  if (target.kind === 'document') return `document ${target.document.path}`
  return 'path' in target ? `${target.kind} ${target.path}` : target.kind
}

describe('a help centre', () => {
  const files = [
    'mail/guide.fr-fr.md',
    'mail/guide.pl-pl.md',
    'mail/images/1.png',
    'phone/guide.fr-fr.md',
    'phone/guide.pl-pl.md',
    'old/guide.fr-fr.md',
  ]
  test.each([
    ['#part', 'document mail/guide.pl-pl.md'],
    ['../phone/guide.pl-pl.md#part', 'document phone/guide.pl-pl.md'],
    ['../phone/guide.pl-pl', 'document phone/guide.pl-pl.md'],
    ['../phone', 'document phone/guide.pl-pl.md'],
    ['../phone/', 'document phone/guide.pl-pl.md'],
    ['../old/', 'document old/guide.fr-fr.md'],
    ['images/1.png', 'file mail/images/1.png'],
    ['./images/1%2Epng', 'file mail/images/1.png'],
    ['images/1.PNG', 'missing mail/images/1.PNG'],
    ['../gone/guide.pl-pl.md', 'missing gone/guide.pl-pl.md'],
    ['../../outside.md', 'unknown'],
    ['https://example.com', 'external'],
    ['mailto:a@b.c', 'external'],
    ['//example.com/x', 'external'],
    ['/pages/mail', 'unknown'],
    ['{{ site.url }}/x', 'unknown'],
  ])('%s', (url, expected) => {
    expect(resolve(files, 'mail/guide.pl-pl.md', url, 'source: fr-fr')).toBe(expected)
  })
})

describe('a site with addresses', () => {
  const yaml =
    "source: en\nlayouts:\n  - files: '{locale}/{guide}.mdx'\n    url: '/{locale}/{guide}/'\npublic: [static]\n"
  const files = ['en/a.mdx', 'en/b/c.mdx', 'en/d/index.mdx', 'fr/a.mdx', 'static/img/x.png']
  test.each([
    ['/fr/a/', 'document fr/a.mdx'],
    ['/fr/a', 'document fr/a.mdx'],
    ['/fr/a/?x#part', 'document fr/a.mdx'],
    ['/fr/b/c/', 'document en/b/c.mdx'],
    ['/en/d/', 'document en/d/index.mdx'],
    ['/fr/gone/', 'missing /fr/gone/'],
    ['/img/x.png', 'file static/img/x.png'],
    ['/img/y.png', 'missing static/img/y.png'],
    ['/es/a/', 'document en/a.mdx'],
    ['/blog/', 'unknown'],
  ])('%s', (url, expected) => {
    expect(resolve(files, 'fr/a.mdx', url, yaml)).toBe(expected)
  })
})

describe('a site that puts a locale before the addresses of its pages', () => {
  const yaml =
    "source: en\nlayouts:\n  - files: 'i18n/{locale}/{guide}.md'\n    url: '/{locale}/docs/{guide}/'\n    base: '/{locale}/'\n  - files: 'docs/{guide}.md'\n    url: '/docs/{guide}/'\n"
  const files = ['docs/a.md', 'docs/b.md', 'i18n/fr/a.md', 'i18n/fr/c.md']
  test.each([
    ['i18n/fr/c.md', '/docs/a/', 'document i18n/fr/a.md'],
    ['i18n/fr/c.md', '/docs/a#part', 'document i18n/fr/a.md'],
    ['i18n/fr/c.md', '/docs/b/', 'document docs/b.md'],
    ['i18n/fr/c.md', '/fr/docs/a/', 'document i18n/fr/a.md'],
    ['i18n/fr/c.md', '/docs/gone/', 'missing /docs/gone/'],
    ['docs/b.md', '/docs/a/', 'document docs/a.md'],
  ])('%s: %s', (from, url, expected) => {
    expect(resolve(files, from, url, yaml)).toBe(expected)
  })
})

describe('slugs: auto', () => {
  const text = (link: string): string =>
    `---\ntitle: A\n---\n\n## Łącze\n\n## Port\n\n## Port\n\n[a](#${link})\n`
  test.each([
    ['łącze', 'github'],
    ['lacze', 'transliterated'],
    ['acze', 'python-markdown'],
    ['port_1', 'transliterated'],
    ['nothing', 'github'],
  ])('#%s -> %s', (fragment, algorithm) => {
    expect(corpusOf({ 'a/guide.pl-pl.md': text(fragment) }).slugs).toBe(algorithm)
  })
})
