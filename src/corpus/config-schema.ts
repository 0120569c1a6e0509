import * as z from 'zod'
import { slugAlgorithms } from '../markdown/slug.ts'
import type { Config, FrontMatterSchema, RuleSetting } from './config.ts'
import { count, key, listOf, says, severity, size, text } from './config-values.ts'
import { presetNames } from './presets.ts'
import { provider } from './provider-schema.ts'

/** What a config says of the content types: of a type that is known, only what differs. */
export type GivenFrontMatter = Readonly<Record<string, Partial<FrontMatterSchema>>>

/** A config as it was written: a key that it leaves out has its default, or what its presets say. */
export type GivenConfig = Partial<Omit<Config, 'frontMatter'>> & { readonly frontMatter?: GivenFrontMatter }

/** A rule's id with the schema of its options, where it has any. */
export type KnownRules = ReadonlyMap<string, z.ZodType | undefined>

const layout = z.union([
  text.transform((files) => ({ files })),
  z.strictObject({
    files: text.meta(
      says('The pattern of the files’ paths, relative to the root.', 'content/{locale}/{guide}.md'),
    ),
    url: key(text, 'The pattern of the pages’ addresses on the site.', '/{locale}/{guide}/'),
    base: key(
      text,
      'What the site itself puts before addresses that begin with `/` on these pages, a beginning of `url`.',
      '/{locale}/',
    ),
    locale: key(text, 'The locale of files whose pattern has no `{locale}`; without it, the source.', 'en'),
  }),
])

const limits = {
  fileSize: key(size, 'The size of a file.', '2 MiB'),
  lineLength: key(size, 'The length of a line.', '128 KiB'),
  nesting: key(count, 'Quotes, lists, brackets and the like, one within the other.', 200),
  frontMatterSize: key(size, 'The size of the front matter.', '64 KiB'),
  frontMatterDepth: key(count, 'Lists and maps of the front matter, one within the other.', 20),
  frontMatterKeys: key(count, 'Keys of the front matter.', 500),
  frontMatterAliases: key(count, 'YAML aliases in the front matter.', 100),
  time: key(count, 'Milliseconds of the processor’s time that remark may take to read a file.', 4000),
  memory: key(size, 'The memory that remark may take to read a file.', '1 GiB'),
} satisfies Record<keyof Config['limits'], z.ZodType>

const link = z.strictObject({
  url: text.meta(says('The address that the place should be linked by.', 'https://www.example.com/manager/')),
  spellings: listOf(text).meta(
    says('Its other addresses; one that ends in `*` stands for all that begin so.', [
      'https://www.example.pl/manager*',
    ]),
  ),
})

const localeOnly = z.union([
  z.strictObject({
    from: text.meta(says('The comment that opens such a part.', 'CP-NAV-START*')),
    to: text.meta(says('The comment that closes it.', 'CP-NAV-END*')),
  }),
  z.strictObject({
    callout: text.meta(says('The words of a callout that is such a part.', '*was translated by a machine*')),
  }),
])

const frontMatterType = z.enum(['string', 'number', 'boolean', 'date', 'list'])
const frontMatterKey = z.union([
  frontMatterType.transform((type) => ({ type: [type], required: false, empty: false })),
  z.strictObject({
    type: listOf(frontMatterType).meta(
      says('What the value may be; a list where it may be several.', 'string'),
    ),
    required: z.boolean().default(false).meta(says('Whether every document has the key.', true)),
    empty: z.boolean().default(false).meta(says('Whether the value may be empty.', true)),
  }),
])
const contentType = z.strictObject({
  unknown: key(
    z.enum(['allow', 'near', 'report']),
    'What to report of other keys: none, those that look like a misspelt known one, or all.',
    'report',
  ),
  keys: key(
    z.record(text, frontMatterKey),
    'The keys by their names, `routes.canonical` for a key within a key.',
    { title: 'string' },
  ),
})

const sync = z.strictObject({
  insert: z
    .enum(['source', 'memory', 'skip'])
    .default('source')
    .meta(
      says(
        'What takes the place of a passage that is new in the source: its own words until they are translated, what the guides have translated so elsewhere, or nothing.',
        'memory',
      ),
    ),
  pin: key(
    text,
    'The key of front matter that names the commit which a target was translated from.',
    'default_lang_commit',
  ),
  own: listOf(text)
    .default(['updated', 'slug'])
    .meta(
      says('Keys of front matter that have a life of their own in each locale, though they are no words.', [
        'updated',
        'slug',
      ]),
    ),
})
const derivation = z.strictObject({
  from: text.meta(says('The locale that its documents are made from.', 'en-gb')),
  words: z
    .record(text, text)
    .default({})
    .meta(says('Words that it writes otherwise, letter case kept.', { colour: 'color' })),
  links: z
    .record(text, text)
    .default({})
    .meta(
      says('Beginnings of addresses that are others here.', {
        'https://www.example.com/en-gb/': 'https://www.example.com/en/',
      }),
    ),
})

/** A severity alone, or options with or without one; options that it leaves out are the rule's own. */
function ruleSetting(options: z.ZodType | undefined) {
  const own = options instanceof z.ZodObject ? options.partial() : z.object({})
  const described = key(severity, 'What its findings are worth.', 'warning')
  return z
    .union([
      severity.transform((value): RuleSetting => ({ severity: value })),
      own
        .extend({ severity: described })
        .strict()
        .transform(({ severity: value, ...rest }): RuleSetting => {
          return {
            ...(value !== undefined && { severity: value }),
            ...(Object.keys(rest).length > 0 && { options: rest }),
          }
        }),
    ])
    .exactOptional()
}

function ruleSettings(rules: KnownRules) {
  return z
    .strictObject(Object.fromEntries([...rules].map(([id, options]) => [id, ruleSetting(options)])))
    .transform((settings) => settings as Config['rules'])
}

/** Every key of the config, a line each. */
const keysFor = (rules: KnownRules) => ({
  source: key(text, 'The locale that the others are made from, as files name it.', 'fr-fr'),
  locales: key(listOf(text), 'The locales that every guide should be in.', ['fr-fr', 'en-gb', 'pl-pl']),
  aliases: key(z.record(text, text), 'BCP 47 tags of locales whose name in files is none.', {
    'en-asia': 'en-001',
  }),
  layouts: key(z.array(layout).min(1), 'Where the documents lie; the first pattern that fits counts.', [
    'content/{locale}/{guide}.md',
  ]),
  exclude: key(listOf(text), 'Files and folders to leave alone, as in a `.gitignore`.', ['drafts/']),
  extends: key(
    listOf(z.enum(presetNames)),
    'What to build on: the rules to begin with, and the kind of site; later ones count for more, and the config’s own keys for most.',
    ['hugo', 'strict'],
  ),
  rules: key(ruleSettings(rules), 'Rules by id: a severity, or a map of `severity` and the rule’s options.', {
    'image-alt': 'error',
  }),
  overrides: key(
    z.array(
      z.strictObject({
        files: listOf(text).meta(says('The files that it holds for, as in a `.gitignore`.', 'archive/')),
        rules: ruleSettings(rules).meta(says('Rules by id, as above.', { 'image-alt': 'off' })),
      }),
    ),
    'Rules for some files alone; later ones count for more.',
    [{ files: ['archive/'], rules: { 'image-alt': 'off' } }],
  ),
  parser: key(
    z.enum(['auto', 'native', 'remark']),
    'Which parser reads the documents; both say the same, the native one sooner.',
    'remark',
  ),
  slugs: key(
    z.enum(['auto', ...slugAlgorithms]),
    'How the site makes anchors of headings; `auto` takes what most of the links agree with.',
    'transliterated',
  ),
  limits: key(z.strictObject(limits), 'What a file may ask of the parsers before it is refused.', {
    fileSize: '2 MiB',
  }),
  links: key(z.record(text, link), 'Named places with several addresses, and the one to use.', {
    'control panel': {
      url: 'https://www.example.com/manager/',
      spellings: ['https://www.example.pl/manager*'],
    },
  }),
  remark: key(
    z.record(text, z.unknown()),
    'Plugins and presets of remark-lint from the repository’s own `node_modules`: `true`, `false`, or options as remark takes them. They are code, and run with `--allow-plugins` alone.',
    { 'remark-preset-lint-recommended': true, 'remark-lint-emphasis-marker': '*' },
  ),
  urls: key(
    z.record(text, z.record(text, text)),
    'The addresses of one thing for the readers of each locale, by the name that people give it.',
    {
      manager: { 'fr-fr': 'https://www.example.com/fr/manager/', 'pl-pl': 'https://www.example.pl/manager/' },
    },
  ),
  localeOnly: key(
    listOf(localeOnly),
    'Which parts of a document belong to its own locale, and are missing in no other; in the patterns `*` stands for anything.',
    [{ from: 'CP-NAV-START*', to: 'CP-NAV-END*' }, { callout: '*was translated by a machine*' }],
  ),
  frontMatter: key(
    z.record(text, contentType),
    'Front matter by content type: the keys that a document must and may have.',
    { guide: { unknown: 'report', keys: { author: { type: 'string', required: true } } } },
  ),
  callouts: key(
    listOf(text),
    'Kinds of callouts that the site knows besides the common ones: `recipe` for `> [!recipe]`.',
    ['recipe'],
  ),
  public: key(
    listOf(z.string()),
    'Folders that root-relative addresses such as `/img/x.png` are served from.',
    ['static'],
  ),
  settings: key(
    text,
    'The file of the canonical settings that guides are held against; without the key, the default where it exists.',
    'content/settings.yaml',
  ),
  derived: key(
    z.record(text, derivation),
    'Locales whose documents `hexapla sync` makes from another one’s by rule; what was changed in them by hand is kept.',
    { 'en-us': { from: 'en-gb', words: { colour: 'color' } } },
  ),
  sync: key(sync, 'How `hexapla sync` brings targets up to date with their source.', { insert: 'skip' }),
  glossary: key(
    text,
    'The file of the words that guides are held against; without the key, the default where it exists.',
    'content/glossary.yaml',
  ),
  labels: key(
    listOf(
      text.regex(/^(?![/\\]|[a-z]:)(?!(?:.*[/\\])?\.\.[/\\]).*\{locale\}.*\.(?:json|po|properties)$/i, {
        error: 'a path below the root with `{locale}` in it that ends in `.json`, `.po` or `.properties`',
      }),
    ),
    'Where the product keeps what its interface says, by locale: the rule `terms` holds labels such as `` `Continue`{.action} `` against it.',
    ['app/locales/{locale}.json'],
  ),
  providers: key(
    z.record(text, provider),
    'Who translates by machine, by the name that `--provider` gives them; none is asked without it.',
    { deepl: { kind: 'deepl', url: 'https://api-free.deepl.com/v2/translate', key: 'DEEPL_KEY' } },
  ),
})

/** The schema of a config. */
export function configSchemaOf(rules: KnownRules): z.ZodType<GivenConfig> {
  return z.strictObject(keysFor(rules))
}
