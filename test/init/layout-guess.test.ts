import { expect, test } from 'vitest'
import { guessLayouts } from '../../src/init/layout-guess.ts'

/** Every combination of the given parts. */
function paths(pattern: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const [name, ...rest] = Object.keys(values)
  if (name === undefined) return [pattern]
  const { [name]: own = [], ...others } = values
  expect(rest).toEqual(Object.keys(others))
  return own.flatMap((value) => paths(pattern.replace(`{${name}}`, value), others))
}

const pages = ['mail/setup', 'mail/ports', 'web/start']

test.each<[name: string, files: readonly string[], layouts: readonly string[], strays?: readonly string[]]>([
  [
    'a help centre',
    [
      ...paths('guides/{guide}/guide.{locale}.md', { guide: pages, locale: ['fr-fr', 'pl-pl'] }),
      'guides/mail/product.fr-fr.md',
      'README.md',
    ],
    ['guides/{guide}/{type}.{locale}.md'],
    ['README.md'],
  ],
  [
    'a help centre at the root',
    paths('{guide}/guide.{locale}.md', { guide: ['outlook', 'thunderbird'], locale: ['fr-fr', 'pl-pl'] }),
    ['{guide}/{type}.{locale}.md'],
  ],
  [
    'one guide',
    paths('guides/outlook/guide.{locale}.md', { locale: ['fr-fr', 'pl-pl'] }),
    ['guides/{guide}/{type}.{locale}.md'],
  ],
  [
    'folders',
    paths('content/{locale}/{guide}.md', { locale: ['en', 'zh-TW'], guide: pages }),
    ['content/{locale}/{guide}.md'],
  ],
  [
    'folders at the root, from above',
    [...paths('site/{locale}/{guide}.mdx', { locale: ['en', 'fr', 'pt_BR'], guide: pages }), 'site/LICENSE'],
    ['site/{locale}/{guide}.mdx'],
  ],
  [
    'folders, and pages beside them',
    [
      ...paths('src/content/docs/{locale}/{guide}.md', { locale: ['fr', 'de'], guide: pages }),
      'src/content/docs/mail/setup.md',
    ],
    ['src/content/docs/{locale}/{guide}.md', 'src/content/docs/{guide}.md'],
  ],
  [
    'one translation beside its source',
    [...paths('docs/{guide}.md', { guide: pages }), 'docs/fr/mail/setup.md'],
    ['docs/{locale}/{guide}.md', 'docs/{guide}.md'],
  ],
  [
    'names, and the source without one',
    [
      ...paths('docs/{guide}.md', { guide: pages }),
      ...paths('docs/{guide}.{locale}.md', { guide: pages.slice(1), locale: ['de', 'fr'] }),
    ],
    ['docs/{guide}.{locale}.md', 'docs/{guide}.md'],
  ],
  [
    'Docusaurus, with its blog',
    [
      ...paths('docs/{guide}.md', { guide: pages }),
      'blog/first.md',
      ...paths('i18n/{locale}/docusaurus-plugin-content-docs/current/{guide}.md', {
        locale: ['fr', 'ja'],
        guide: pages,
      }),
      ...paths('i18n/{locale}/docusaurus-plugin-content-blog/first.md', { locale: ['fr', 'ja'] }),
      'README.md',
    ],
    [
      'i18n/{locale}/docusaurus-plugin-content-docs/current/{guide}.md',
      'docs/{guide}.md',
      'i18n/{locale}/docusaurus-plugin-content-blog/{guide}.md',
      'blog/{guide}.md',
    ],
    ['README.md'],
  ],
  [
    'folders of folders',
    paths('files/{locale}/{guide}/index.md', { locale: ['en-us', 'fr'], guide: pages }),
    ['files/{locale}/{guide}/index.md'],
  ],
  ['one language', ['docs/a.md', 'docs/b/c.md', 'README.md'], ['docs/{guide}.md'], ['README.md']],
  [
    'folders that only look like locales',
    ['docs/id/list.md', 'docs/it/help.md', 'docs/start/a.md', 'docs/more/b.md', 'docs/last/c.md'],
    ['docs/{guide}.md'],
  ],
  [
    'a guide about `it`, in each language',
    paths('content/{locale}/{guide}.md', { locale: ['en', 'fr'], guide: ['it/a', 'id/b', 'c'] }),
    ['content/{locale}/{guide}.md'],
  ],
  [
    'file names that only look like locales',
    ['docs/a.md', 'docs/jquery.min.md', 'docs/notes.v2.md'],
    ['docs/{guide}.md'],
  ],
  ['no documents', ['index.html'], []],
])('%s', (_, files, layouts, strays = []) => {
  const guess = guessLayouts([...files].sort())
  expect(guess.layouts.map(({ layout }) => layout.files)).toEqual(layouts)
  expect(guess.strays).toEqual(strays)
  const fitted = guess.layouts.flatMap((each) => each.paths)
  expect(new Set(fitted).size).toBe(fitted.length)
})

test('a locale whose name is no tag gets one', () => {
  const guess = guessLayouts(
    paths('guides/{guide}/guide.{locale}.md', { guide: pages, locale: ['en-asia', 'en-gb', 'fr-fr'] }),
  )
  expect(guess.aliases).toEqual({ 'en-asia': 'en-001' })
  expect(guess.layouts[0]?.locales).toEqual(['en-asia', 'en-gb', 'fr-fr'])
})

test('a large repository takes no time', () => {
  const many = paths('content/{locale}/{guide}/page.md', {
    locale: ['en', 'fr', 'de', 'ja', 'ko'],
    guide: Array.from({ length: 20_000 }, (_, index) => `section-${index % 100}/${index}`),
  })
  const start = performance.now()
  expect(guessLayouts(many).layouts.length).toBe(1)
  expect(performance.now() - start).toBeLessThan(10_000)
})
