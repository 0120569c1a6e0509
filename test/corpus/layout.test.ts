import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import {
  compileLayouts,
  guideOfUrl,
  layoutProblem,
  localeOfPath,
  pathOf,
  placeOfPath,
  urlOf,
  type Layout,
} from '../../src/corpus/layout.ts'

const aliases = { 'en-asia': 'en-001' }

/** The layouts of the repositories that the program should run in, with paths and what they say. */
const houses: Record<string, { layouts: readonly Layout[]; paths: Record<string, string | undefined> }> = {
  default: {
    layouts: defaultConfig.layouts,
    paths: {
      'guides/windows-phone/guide.pl-pl.md': 'windows-phone pl-pl guide',
      'guides/mail/web/windows-phone/guide.en-asia.md': 'mail/web/windows-phone en-asia guide',
      'guides/mail/product.fr-fr.mdx': 'mail fr-fr product',
      'windows-phone/guide.pl-pl.md': 'windows-phone pl-pl guide',
      'a/guides/b/guide.pl-pl.md': 'a/guides/b pl-pl guide',
      'guide.pl-pl.md': '. pl-pl guide',
      'home.fr-fr.md': '. fr-fr home',
      'guides/windows-phone/guide.md': undefined,
      'guides/windows-phone/guide.min.md': undefined,
      'guides/windows-phone/guide.en-latin.md': undefined,
      'guides/windows-phone/notes.pl-pl.md': undefined,
      'guides/windows-phone/guide.pl-pl.txt': undefined,
      'guides//guide.pl-pl.md': undefined,
      '../guide.pl-pl.md': undefined,
    },
  },
  hugo: {
    layouts: [{ files: 'content/{locale}/{guide}.md' }],
    paths: {
      'content/zh-cn/docs/concepts/_index.md': 'docs/concepts/_index zh-cn guide',
      'content/pt-br/a.md': 'a pt-br guide',
      'content/api/a.md': undefined,
      'content/en/.md': undefined,
      'content/en/a/': undefined,
      'more/content/en/a.md': undefined,
    },
  },
  starlight: {
    layouts: [{ files: 'src/content/docs/{locale}/{guide}.mdx' }],
    paths: {
      'src/content/docs/en/guides/cms/index.mdx': 'guides/cms/index en guide',
      'src/content/docs/en/guides/cms.md': 'guides/cms en guide',
      'src/content/docs/zh-Hant-TW/x.mdx': 'x zh-Hant-TW guide',
    },
  },
  docusaurus: {
    layouts: [
      { files: 'docs/{guide}.md', locale: 'en' },
      { files: 'i18n/{locale}/docusaurus-plugin-content-docs/current/{guide}.md' },
    ],
    paths: {
      'docs/api/cli.md': 'api/cli en guide',
      'i18n/zh-Hans/docusaurus-plugin-content-docs/current/api/cli.mdx': 'api/cli zh-Hans guide',
      'i18n/fr/docusaurus-plugin-content-blog/cli.md': undefined,
    },
  },
  mkdocs: {
    layouts: [{ files: '{guide}.{locale}.md' }, { files: '{guide}.md', locale: 'en' }],
    paths: {
      'setup/install.md': 'setup/install en guide',
      'setup/install.fr.md': 'setup/install fr guide',
      'setup/install.pt_BR.md': 'setup/install pt_BR guide',
      'setup/install.min.md': 'setup/install.min en guide',
      'setup/v1.2.fr.md': 'setup/v1.2 fr guide',
    },
  },
  mdn: {
    layouts: [{ files: 'files/{locale}/{guide}/index.md' }],
    paths: {
      'files/fr/web/css/index.md': 'web/css fr guide',
      'files/fr/web/css/other.md': undefined,
      'files/fr/index.md': undefined,
    },
  },
  dashes: {
    layouts: [{ files: '{guide}-{locale}.md' }],
    paths: {
      'my-page-pt-br.md': 'my-page pt-br guide',
      'page-fr.md': 'page fr guide',
      'page-js.md': undefined,
    },
  },
}

describe.each(Object.entries(houses))('%s', (_, { layouts, paths }) => {
  const compiled = compileLayouts(layouts, aliases)

  it.each(Object.entries(paths))('%s', (path, expected) => {
    const place = placeOfPath(path, compiled)
    expect(place && `${place.guide} ${place.locale} ${place.type}`).toBe(expected)
    if (place) expect(pathOf(place.layout, place.guide, place.locale, place.type, place.extension)).toBe(path)
  })
})

const segment = fc
  .stringMatching(/^[\p{L}\d_ -][\p{L}\d_. {}[\]*-]{0,12}$/u)
  .filter((part) => !part.endsWith('.'))
const guide = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))
const locale = fc.constantFrom('pl-pl', 'fr', 'zh-Hant-TW', 'pt_BR', 'es-419', 'en-asia')
const type = fc.constantFrom('guide', 'product', 'universe', 'home')
// `a-fr-fr.md` may be `a-fr` in `fr` or `a` in `fr-fr`: where a tag's own sign divides, there is no inverse.
const plain = Object.entries(houses).flatMap(([name, { layouts }]) => (name === 'dashes' ? [] : layouts))
const layout = fc.constantFrom(...plain)

test('placeOfPath takes apart what pathOf puts together', () => {
  fc.assert(
    fc.property(
      layout,
      guide,
      locale,
      type,
      fc.constantFrom('.md', '.mdx'),
      (each, id, tag, kind, extension) => {
        const [compiled] = compileLayouts([each], aliases)
        if (!compiled) throw new Error('no layout')
        const place = placeOfPath(pathOf(compiled, id, tag, kind, extension), [compiled])
        expect(place).toEqual({
          guide: each.files.includes('{guide}') ? id : '.',
          locale: each.locale ?? tag,
          type: each.files.includes('{type}') ? kind : 'guide',
          extension,
          layout: compiled,
        })
      },
    ),
  )
})

test('pathOf gives back every path that placeOfPath takes apart', () => {
  const compiled = compileLayouts(Object.values(houses).flatMap(({ layouts }) => layouts))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z./{}\\-]{0,30}(?:\.fr)?\.mdx?$/), (path) => {
      const place = placeOfPath(path, compiled)
      if (place)
        expect(pathOf(place.layout, place.guide, place.locale, place.type, place.extension)).toBe(path)
    }),
  )
})

test('a hostile name costs no more than its length', () => {
  const compiled = compileLayouts([
    { files: 'a{guide}-{locale}-{type}.md' },
    { files: '{locale}-{type}-{guide}.md' },
  ])
  const start = performance.now()
  for (const unit of ['-fr', 'fr-', 'a/', '-', '.', 'guide-', '/'])
    placeOfPath(`a${unit.repeat(300_000)}.md`, compiled)
  expect(performance.now() - start).toBeLessThan(1000)
})

test.each<[url: string, expected: string | undefined]>([
  ['/fr/mail/setup/', 'mail/setup fr'],
  ['/fr/mail/setup', 'mail/setup fr'],
  ['/fr/mail/setup.html?x=1#y', 'mail/setup fr'],
  ['/fr/mail/setup.md', 'mail/setup fr'],
  ['/fr/mail/index.html', 'mail/index fr'],
  ['/fr/mail', 'mail/index fr'],
  ['/fr/', 'index fr'],
  ['/fr/%C3%A9t%C3%A9/', 'été fr'],
  ['/fr/%E0%A4%A/', undefined],
  ['/blog/mail/setup/', undefined],
  ['/fr/nowhere/', undefined],
])('guideOfUrl %s', (url, expected) => {
  const compiled = compileLayouts([{ files: 'content/{locale}/{guide}.md', url: '/{locale}/{guide}/' }])
  const known = ['mail/setup', 'mail/index', 'index', 'été']
  const target = guideOfUrl(url, compiled, (each) => known.includes(each.guide))
  expect(target && `${target.guide} ${target.locale}`).toBe(expected)
})

test.each<[pattern: string, guide: string, url: string]>([
  ['/{locale}/{guide}/', 'mail/setup', '/fr/mail/setup/'],
  ['/{locale}/{guide}/', 'index', '/fr/'],
  ['/{locale}/{guide}', 'mail/_index', '/fr/mail'],
  ['/{locale}/{guide}', 'été 1', '/fr/%C3%A9t%C3%A9%201'],
  [
    'https://help.example.com/{locale}/{guide}.html',
    'mail/setup',
    'https://help.example.com/fr/mail/setup.html',
  ],
])('urlOf %s %s', (url, id, expected) => {
  const compiled = compileLayouts([{ files: 'content/{locale}/{guide}.md', url }])
  const [first] = compiled
  expect(first && urlOf(first, id, 'fr')).toBe(expected)
  expect(guideOfUrl(expected, compiled, (each) => each.guide === id)).toMatchObject({
    guide: id,
    locale: 'fr',
  })
})

test('a layout without a url has no addresses', () => {
  const compiled = compileLayouts([{ files: 'content/{locale}/{guide}.md' }])
  const [first] = compiled
  expect(first && urlOf(first, 'a', 'fr')).toBeUndefined()
  expect(guideOfUrl('/fr/a', compiled)).toBeUndefined()
})

test.each<[path: string, locale: string | undefined]>([
  ['notes.fr-fr.md', 'fr-fr'],
  ['a/notes.en-asia.md', 'en-asia'],
  ['fr-fr/notes.md', 'fr-fr'],
  ['fr/pl/a/notes.md', 'pl'],
  ['fr/notes.pl.md', 'pl'],
  ['fr.md', undefined],
  ['notes.min.md', undefined],
  ['notes.md', undefined],
])('localeOfPath %s', (path, expected) => {
  expect(localeOfPath(path, aliases)).toBe(expected)
})

test.each<[layout: Layout, reason: string]>([
  [{ files: '' }, 'Unexpected empty pattern, expected one such as `content/{locale}/{guide}.md`'],
  [{ files: 'a/{locle}/{guide}.md' }, 'Unexpected `{locle}`, expected `{locale}`'],
  [{ files: 'a/{lang}/{guide}.md' }, 'Unexpected `{lang}`, expected `{guide}`, `{locale}`, `{type}`'],
  [{ files: '{locale}/{locale}.md' }, 'Unexpected second `{locale}`, expected one'],
  [
    { files: '{guide}{locale}.md' },
    'Unexpected `{guide}{locale}.md`, expected something between `}` and `{`',
  ],
  [
    { files: '**/{guide}.{locale}.md' },
    'Unexpected `**` in `**/{guide}.{locale}.md`, expected `{guide}`, which stands for any folders',
  ],
  [{ files: 'a\\{locale}\\{guide}.md' }, 'Unexpected `\\` in `a\\{locale}\\{guide}.md`, expected `/`'],
  [
    { files: 'a/{locale/{guide}.md' },
    'Unexpected `{` in `a/{locale/{guide}.md`, expected a placeholder such as `{guide}`',
  ],
  [
    { files: '/{locale}/{guide}.md' },
    'Unexpected `/{locale}/{guide}.md`, expected a path relative to the root',
  ],
  [
    { files: '../{locale}/{guide}.md' },
    'Unexpected `../{locale}/{guide}.md`, expected a path relative to the root',
  ],
  [{ files: '{locale}/{guide}' }, 'Unexpected end of `{locale}/{guide}`, expected `.md` or `.mdx`'],
  [{ files: '{guide}.md' }, 'Unexpected `{guide}.md`, expected `{locale}` in it or `locale` beside it'],
  [
    { files: '{locale}/{guide}.md', url: '/{locale}' },
    'Unexpected `/{locale}`, expected `{guide}` in it, which `files` has',
  ],
  [
    { files: '{locale}/{guide}.md', url: '/{locale}/{guide}', base: '/a/{locale}/' },
    'Unexpected `/a/{locale}/`, expected a beginning of `url`',
  ],
  [{ files: '{locale}/{guide}.md', url: '/{type}' }, 'Unexpected `{type}`, expected `{guide}`, `{locale}`'],
])('layoutProblem $files', (each, reason) => {
  expect(layoutProblem(each)?.reason).toBe(reason)
  expect(() => compileLayouts([each])).toThrow(RangeError)
})
