import type { Config, FrontMatterSchema, PresetName } from './config.ts'

/** What a preset says; the config's own keys count for more. */
interface Preset {
  /** What it is for, as a phrase. */
  readonly summary: string
  readonly config: Partial<Config>
  /** True where some files are in the source locale by their place, so that the config must name it. */
  readonly needsSource?: true
}

/** Any key, and a title where the site needs one. */
function anyKeys(title: 'title' | 'no title'): Config['frontMatter'] {
  const required = title === 'title'
  const guide: FrontMatterSchema = {
    unknown: 'allow',
    keys: { title: { type: ['string', 'number', 'date'], required, empty: false } },
  }
  return { guide }
}

/** Every preset by its name. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended: { summary: 'the rules that hold for every repository', config: {} },
  strict: { summary: 'every rule, and no finding is a mere hint', config: {} },
  'help-centre': {
    summary: 'guides beside each other, `guides/mail/guide.fr-fr.md`, in the dialect of a hosting company',
    config: {
      slugs: 'transliterated',
      aliases: { 'en-asia': 'en-001' },
      localeOnly: [{ from: 'CP-NAV-START*', to: 'CP-NAV-END*' }],
    },
  },
  hugo: {
    summary: '`content/fr/mail.md`, or `content/mail.fr.md`, with pictures in `static/` and `assets/`',
    config: {
      layouts: [
        { files: 'content/{locale}/{guide}.md', url: '/{locale}/{guide}/' },
        { files: 'content/{guide}.{locale}.md', url: '/{locale}/{guide}/' },
        { files: 'content/{guide}.md', url: '/{guide}/' },
      ],
      slugs: 'github',
      public: ['static', 'assets'],
      frontMatter: anyKeys('no title'),
    },
  },
  docusaurus: {
    summary: '`docs/mail.md` and `i18n/fr/docusaurus-plugin-content-docs/current/mail.md`',
    config: {
      layouts: [
        {
          files: 'i18n/{locale}/docusaurus-plugin-content-docs/current/{guide}.md',
          url: '/{locale}/docs/{guide}/',
          base: '/{locale}/',
        },
        { files: 'docs/{guide}.md', url: '/docs/{guide}/' },
      ],
      slugs: 'github',
      public: ['static'],
      frontMatter: anyKeys('no title'),
    },
    needsSource: true,
  },
  starlight: {
    summary: '`src/content/docs/fr/mail.mdx`, with pictures in `public/`',
    config: {
      layouts: [
        { files: 'src/content/docs/{locale}/{guide}.mdx', url: '/{locale}/{guide}/' },
        { files: 'src/content/docs/{guide}.mdx', url: '/{guide}/' },
      ],
      slugs: 'github',
      public: ['public'],
      frontMatter: anyKeys('title'),
    },
  },
  mkdocs: {
    summary: '`docs/mail.md` with `docs/mail.fr.md` or `docs/fr/mail.md`',
    config: {
      layouts: [
        { files: 'docs/{locale}/{guide}.md', url: '/{locale}/{guide}/' },
        { files: 'docs/{guide}.{locale}.md', url: '/{locale}/{guide}/' },
        { files: 'docs/{guide}.md', url: '/{guide}/' },
      ],
      slugs: 'python-markdown',
      frontMatter: anyKeys('no title'),
    },
    needsSource: true,
  },
  mdn: {
    summary: '`files/fr/web/css/index.md`',
    config: {
      layouts: [{ files: 'files/{locale}/{guide}/index.md' }],
      slugs: 'mdn',
      frontMatter: anyKeys('title'),
    },
  },
}

/** The presets' names, as `extends` takes them. */
export const presetNames = Object.keys(presets) as readonly PresetName[]

/** The defaults with the presets laid over them, one after the other; maps are joined, all else replaced. */
export function withPresets(defaults: Config, names: readonly PresetName[], hasSource: boolean): Config {
  let config = defaults
  for (const name of names) {
    const { config: own } = presets[name]
    config = {
      ...config,
      ...own,
      aliases: { ...config.aliases, ...own.aliases },
      rules: { ...config.rules, ...own.rules },
      localeOnly: [...config.localeOnly, ...(own.localeOnly ?? [])],
    }
  }
  // Without a source, a pattern without a locale says nothing of its files.
  const isTold = ({ files, locale }: Config['layouts'][number]): boolean =>
    hasSource || locale !== undefined || files.includes('{locale}')
  return { ...config, layouts: config.layouts.filter(isTold) }
}
