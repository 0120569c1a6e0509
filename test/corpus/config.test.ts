import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { aliasesOf, defaultConfig, type Config } from '../../src/corpus/config.ts'
import { configJsonSchemaOf } from '../../src/corpus/config-json-schema.ts'
import { compileLayouts } from '../../src/corpus/layout.ts'
import { parseConfig } from '../../src/corpus/parse-config.ts'

const rules = new Map([
  ['link-text', z.object({ vague: z.array(z.string()), most: z.int() })],
  ['link-fragment', undefined],
  ['image-alt', undefined],
])

/** The config of a text that has no problems. */
function configOf(text: string): Config {
  const result = parseConfig(text, { rules }, 'hexapla.config.yaml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

/** The problems of a text, each with the words that it points at. */
function problemsOf(text: string): [reason: string, words: string][] {
  const result = parseConfig(text, { rules }, 'hexapla.config.yaml')
  if ('config' in result) return []
  return result.problems.map(({ reason, range }) => [reason, text.slice(range.start, range.end)])
}

const fits = new Ajv2020({ strict: false }).compile(configJsonSchemaOf(rules))

describe('what a config says', () => {
  test.each<[text: string, config: Partial<Config>]>([
    ['', {}],
    ['# nothing yet\n', {}],
    ['rules:\n# image-alt: off\n', {}],
    ['\uFEFFsource: fr-fr\r\nlocales: [pl-pl]\r\n', { source: 'fr-fr', locales: ['pl-pl'] }],
    ['source: &source fr\nlocales: [*source, en]', { source: 'fr', locales: ['fr', 'en'] }],
    [
      'source: en-asia\naliases: { en-asia: en-001 }',
      { source: 'en-asia', aliases: { 'en-asia': 'en-001' } },
    ],
    ['layouts: ["content/{locale}/{guide}.md"]', { layouts: [{ files: 'content/{locale}/{guide}.md' }] }],
    [
      'source: en\nlayouts: ["{guide}.md"]',
      { source: 'en', layouts: [{ files: '{guide}.md', locale: 'en' }] },
    ],
    [
      'layouts: [{ files: "docs/{guide}.md", url: "/{guide}", locale: fil }]',
      { layouts: [{ files: 'docs/{guide}.md', url: '/{guide}', locale: 'fil' }] },
    ],
    ['exclude: drafts/\npublic: static', { exclude: ['drafts/'], public: ['static'] }],
    [
      'extends: strict\nparser: remark\nslugs: kramdown',
      { extends: ['strict'], parser: 'remark', slugs: 'kramdown' },
    ],
    [
      'limits: { fileSize: 2 MiB, lineLength: 64KiB, nesting: 5 }',
      { limits: { fileSize: 2 ** 21, lineLength: 2 ** 16, nesting: 5 } },
    ],
    [
      'limits: { fileSize: 5000, frontMatterSize: 3 KB }',
      { limits: { fileSize: 5000, frontMatterSize: 3000 } },
    ],
    ['rules: { image-alt: off }', { rules: { 'image-alt': { severity: 'off' } } }],
    ['rules: { link-text: { most: 3 } }', { rules: { 'link-text': { options: { most: 3 } } } }],
    [
      'rules: { link-text: { severity: error, vague: [here] } }',
      { rules: { 'link-text': { severity: 'error', options: { vague: ['here'] } } } },
    ],
    [
      'overrides: [{ files: old/, rules: { image-alt: off } }]',
      { overrides: [{ files: ['old/'], rules: { 'image-alt': { severity: 'off' } } }] },
    ],
    [
      'urls: { manager: { fr-fr: "https://a.example/fr", pl: /pl/manager } }',
      { urls: { manager: { 'fr-fr': 'https://a.example/fr', pl: '/pl/manager' } } },
    ],
    [
      'localeOnly: [{ from: NAV*, to: /NAV }, { callout: "*by a machine*" }]',
      { localeOnly: [{ from: 'NAV*', to: '/NAV' }, { callout: '*by a machine*' }] },
    ],
    [
      'links: { panel: { url: "https://a.example/", spellings: "https://b.example/*" } }',
      { links: { panel: { url: 'https://a.example/', spellings: ['https://b.example/*'] } } },
    ],
  ])('%j', (text, config) => {
    expect(configOf(text)).toEqual({ ...defaultConfig, ...config })
    expect(fits(parse(text.replace('rules:\n', '')) ?? {}), JSON.stringify(fits.errors)).toBe(true)
  })

  test('front matter is added to what is known of its type', () => {
    const { guide, blog } = configOf(`frontMatter:
  guide: { unknown: report, keys: { author: string, order: { type: [number, string], empty: true } } }
  blog: { keys: { title: { type: string, required: true } } }`).frontMatter
    expect(guide?.unknown).toBe('report')
    expect(guide?.keys).toMatchObject({
      title: { type: ['string'], required: true, empty: false },
      author: { type: ['string'], required: false, empty: false },
      order: { type: ['number', 'string'], required: false, empty: true },
    })
    expect(blog).toEqual({
      unknown: 'near',
      keys: { title: { type: ['string'], required: true, empty: false } },
    })
  })
})

describe('presets', () => {
  test('the config lies over them, and maps are joined', () => {
    const config = configOf(`extends: [hugo, strict]
source: fr
public: [files]
rules: { image-alt: off }
frontMatter: { guide: { keys: { weight: number } } }`)
    expect(config.extends).toEqual(['hugo', 'strict'])
    expect(config.layouts.map(({ files, locale }) => [files, locale])).toEqual([
      ['content/{locale}/{guide}.md', undefined],
      ['content/{guide}.{locale}.md', undefined],
      ['content/{guide}.md', 'fr'],
    ])
    expect(config.public).toEqual(['files'])
    expect(config.slugs).toBe('github')
    expect(config.frontMatter.guide?.unknown).toBe('allow')
    expect(Object.keys(config.frontMatter.guide?.keys ?? {})).toEqual(['title', 'weight'])
  })

  test('without a source, patterns without a locale are left out', () => {
    expect(configOf('extends: hugo').layouts.length).toBe(2)
    expect(configOf('extends: hugo\nlayouts: ["x/{locale}/{guide}.md"]').layouts.length).toBe(1)
  })
})

describe('what is wrong with a config', () => {
  test.each<[text: string, reason: string, words: string]>([
    ['surce: fr', 'Unexpected key `surce`, expected `source`', 'surce'],
    ['\uFEFFa: 1\r\nlocals: [fr]', 'Unexpected key `locals`, expected `locales`', 'locals'],
    ['- source', 'Unexpected list, expected a map', ''],
    ['source fr', 'Unexpected `source fr`, expected a map', 'source fr'],
    ['source: 5', 'Unexpected `5`, expected a text', '5'],
    ['source: [fr]', 'Unexpected list, expected a text', 'source'],
    [
      'source: en-asia',
      'Unexpected locale `en-asia`, expected a BCP 47 tag such as `en-gb`, or an entry in `aliases`',
      'en-asia',
    ],
    ['locales: [fr, pl, fr]', 'Unexpected second `fr`, expected one', 'fr'],
    [
      'aliases: { en-asia: asia-en }',
      'Unexpected `asia-en`, expected a BCP 47 tag such as `en-001`',
      'asia-en',
    ],
    ['aliases: { "a b": en }', 'Unexpected locale `a b`, expected letters, digits, `-` and `_`', '"a b"'],
    ['extends: recomended', 'Unexpected `recomended`, expected `recommended`', 'recomended'],
    ['extends: [hugo, stict]', 'Unexpected `stict`, expected `strict`', 'stict'],
    [
      'extends: mkdocs',
      'Unexpected `mkdocs` without `source`, expected `source` beside it: some of its files have no locale in their path',
      'mkdocs',
    ],
    [
      'extends: [strict, docusaurus]',
      'Unexpected `docusaurus` without `source`, expected `source` beside it: some of its files have no locale in their path',
      'docusaurus',
    ],
    [
      'urls: { manager: { fr-fr: manager } }',
      'Unexpected `manager`, expected an address such as `https://www.example.com/`',
      'manager',
    ],
    [
      'urls: { manager: { french: /fr } }',
      'Unexpected locale `french`, expected a BCP 47 tag such as `en-gb`, or an entry in `aliases`',
      'french',
    ],
    [
      'overrides: [{ files: a, rules: { image-alts: off } }]',
      'Unexpected rule `image-alts`, expected `image-alt`',
      'image-alts',
    ],
    ['overrides: [{ file: a, rules: {} }]', 'Unexpected key `file`, expected `files`', 'file'],
    ['localeOnly: [{ from: a }]', 'Unexpected map without `to`, expected `to`', 'from'],
    ['parser: 5', 'Unexpected `5`, expected `auto`, `native` or `remark`', '5'],
    [
      'rules: { link-fragmnt: off }',
      'Unexpected rule `link-fragmnt`, expected `link-fragment`',
      'link-fragmnt',
    ],
    [
      'rules: { zzz: off }',
      'Unexpected rule `zzz`, expected `link-text`, `link-fragment` or `image-alt`',
      'zzz',
    ],
    [
      'rules: { __proto__: off }',
      'Unexpected rule `__proto__`, expected `link-text`, `link-fragment` or `image-alt`',
      '__proto__',
    ],
    ['rules: { image-alt: warn }', 'Unexpected `warn`, expected `warning`', 'warn'],
    ['rules: { image-alt: 2 }', 'Unexpected `2`, expected `off`, `error`, `warning`, `info` or a map', '2'],
    ['rules: { image-alt: { severty: error } }', 'Unexpected key `severty`, expected `severity`', 'severty'],
    ['rules: { link-text: { vage: [a] } }', 'Unexpected key `vage`, expected `vague`', 'vage'],
    ['rules: { link-text: { most: many } }', 'Unexpected `many`, expected a number', 'many'],
    ['limits: { nestng: 5 }', 'Unexpected key `nestng`, expected `nesting`', 'nestng'],
    ['limits: { nesting: 0 }', 'Unexpected `0`, expected a number above 0', '0'],
    ['limits: { nesting: 1.5 }', 'Unexpected `1.5`, expected a whole number', '1.5'],
    ['limits: { fileSize: 2 QB }', 'Unexpected `2 QB`, expected a size such as `2 MiB`', '2 QB'],
    ['layouts: []', 'Unexpected empty list, expected a longer one', 'layouts'],
    ['layouts: ["{lcale}/{guide}.md"]', 'Unexpected `{lcale}`, expected `{locale}`', '"{lcale}/{guide}.md"'],
    ['layouts:\n  - file: x', 'Unexpected key `file`, expected `files`', 'file'],
    [
      'layouts: ["{guide}.md"]',
      'Unexpected `{guide}.md`, expected `{locale}` in it or `locale` beside it',
      '"{guide}.md"',
    ],
    [
      'links: { panel: { url: x, spellings: [] } }',
      'Unexpected `x`, expected an address such as `https://www.example.com/`',
      'x',
    ],
    ['links: { panel: { url: /x } }', 'Unexpected map without `spellings`, expected `spellings`', 'panel'],
    [
      'links: { a: { url: /a, spellings: [/c] }, b: { url: /b, spellings: [/c] } }',
      'Unexpected `/c`, which is an address of `a`, expected one of `b` alone',
      '/c',
    ],
    [
      'frontMatter: { guide: { keys: { x: { type: strng } } } }',
      'Unexpected `strng`, expected `string`',
      'strng',
    ],
    [
      'frontMatter: { guide: { keys: { x: { type: [strng] } } } }',
      'Unexpected `strng`, expected `string`',
      'strng',
    ],
    ['source: fr\nsource: en', 'Unexpected second `source`, expected one', 'source'],
    ['rules:\n\timage-alt: off', 'Unexpected tab, expected spaces to indent with', '\t'],
    ['---\nsource: fr\n---\n', 'Unexpected second document, expected one', '---'],
    [
      'source: !!js/function x',
      'Unexpected tag `!!js/function`, expected quotation marks around it',
      '!!js/function',
    ],
    ['exclude: *.md', 'Unexpected alias `*.md`, expected quotation marks around it or `&.md` before', '*.md'],
    ['exclude: &a [*a]', 'Unexpected alias `*a`, expected one of another value', '*a'],
    [
      'layouts:\n  - {guide}.md',
      'Unexpected `.md` after `}`, expected quotation marks around the whole',
      '.md',
    ],
    ['? [a]\n: b', 'Unexpected key `[`, expected a word', '['],
    ['source: "fr', 'Unexpected YAML, expected valid one: Missing closing "quote', ''],
  ])('%j', (text, reason, words) => {
    expect(problemsOf(text)).toContainEqual([reason, words])
  })

  test('all of it is told at once, in the order of the text', () => {
    const text = 'surce: fr\nextends: lax\nrules: { image-alt: { severity: warn } }\nparser: remrk'
    expect(problemsOf(text).map(([, words]) => words)).toEqual(['surce', 'lax', 'warn', 'remrk'])
  })

  test('a misspelt key is not told again as a missing one', () => {
    expect(problemsOf('links: { panel: { ur: /x, spellings: [] } }')).toEqual([
      ['Unexpected key `ur`, expected `url`', 'ur'],
    ])
  })
})

test.each<[name: string, text: string]>([
  ['open brackets', `a: ${'['.repeat(30_000)}`],
  ['lists in lists', '- '.repeat(30_000)],
  ['keys of keys', '? '.repeat(30_000)],
  ['ever deeper', Array.from({ length: 350 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['ever deeper keys', Array.from({ length: 350 }, (_, i) => `${' '.repeat(i)}?`).join('\n')],
  ['many keys', Array.from({ length: 6000 }, (_, i) => `key${i}: 1`).join('\n')],
  ['many tags', `a: ${'!!str '.repeat(10_000)}`],
  [
    'aliases of aliases',
    Array.from({ length: 12 }, (_, i) => `k${i}: &k${i} [${`*k${i - 1},`.repeat(i && 9)}]`).join('\n'),
  ],
  ['too long', '# a\n'.repeat(100_000)],
])('a hostile text is refused in time: %s', (_, text) => {
  // Of the processor: others may be at work on the machine.
  const start = process.cpuUsage()
  expect(problemsOf(text).length).toBeGreaterThan(0)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(5000)
})

test('no text makes it throw', () => {
  const words = fc.constantFrom(
    'source',
    'rules',
    'links',
    'layouts',
    ': ',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    '&a ',
    '*a',
    '!x ',
    '? ',
    'fr',
    '|',
    '#',
    ',',
    '1',
    '<<',
    '~',
  )
  fc.assert(fc.property(fc.array(words, { maxLength: 30 }), (parts) => void problemsOf(parts.join(''))))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void problemsOf(text)))
})

test('the defaults are such as a config could say', () => {
  expect(configOf('')).toEqual(defaultConfig)
  expect(JSON.parse(JSON.stringify(defaultConfig))).toEqual(defaultConfig)
  expect(() => compileLayouts(defaultConfig.layouts)).not.toThrow()
  const said = configOf(JSON.stringify(defaultConfig))
  expect(said).toEqual(defaultConfig)
})

test('locales that the config declares are known by their names', () => {
  const config = configOf('source: fil\nlocales: [ca-valencia]\naliases: { en-asia: en-001 }')
  expect(aliasesOf(config)).toEqual({ fil: 'fil', 'ca-valencia': 'ca-valencia', 'en-asia': 'en-001' })
})

test('every key has a sentence, a default where it may have one, and an example that is valid', () => {
  const { properties = {} } = configJsonSchemaOf(rules)
  expect(Object.keys(properties).sort()).toEqual([...Object.keys(defaultConfig), 'source'].sort())
  for (const [name, { description = '', examples = [] }] of Object.entries(properties)) {
    expect(description, name).toMatch(/^[A-Z].+\.$/s)
    for (const example of examples)
      expect(configOf(JSON.stringify({ [name]: example })), name).toHaveProperty(name)
  }
})
