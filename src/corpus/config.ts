import type { Limits } from '../markdown/limits.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import type { Layout } from './layout.ts'
import type { Locale, LocaleAliases } from './locale.ts'
import type { LocaleOnly } from './locale-only.ts'

/** What a rule's findings are worth; `off` silences it. */
type RuleSeverity = 'off' | 'error' | 'warning' | 'info'

/** What a config says of one rule; what it leaves out is the rule's own. */
export interface RuleSetting {
  readonly severity?: RuleSeverity
  readonly options?: Readonly<Record<string, unknown>>
}

/** What a config can build on: how strict the rules are, and what kind of site it is. */
export type PresetName =
  'recommended' | 'strict' | 'help-centre' | 'hugo' | 'docusaurus' | 'starlight' | 'mkdocs' | 'mdn'

/** One named place on the web, by the URL that it should be linked by and those that it is linked by. */
export interface NamedLink {
  readonly url: string
  /** Other URLs of the place; one that ends in `*` stands for all that begin so. */
  readonly spellings: readonly string[]
}

/** Who translates by machine: a program, or a server that is asked with a key of the environment. */
export type ProviderSetting =
  | { readonly kind: 'command'; readonly command: readonly string[] }
  | { readonly kind: 'chat'; readonly url: string; readonly model: string; readonly key?: string }
  | { readonly kind: 'deepl'; readonly url: string; readonly key: string }

type FrontMatterType = 'string' | 'number' | 'boolean' | 'date' | 'list'

/** What the value of one front matter key may be. */
export interface FrontMatterKey {
  readonly type: readonly FrontMatterType[]
  readonly required: boolean
  /** Whether the value may be empty: `excerpt: ""`. */
  readonly empty: boolean
}

/** The front matter of one content type. */
export interface FrontMatterSchema {
  /** What to say of other keys: nothing, only of those that look like a misspelt known one, or of all. */
  readonly unknown: 'allow' | 'near' | 'report'
  /** By key; `routes.canonical` is the key `canonical` in the map `routes`. */
  readonly keys: Readonly<Record<string, FrontMatterKey>>
}

/** What holds for some files alone. */
export interface Override {
  /** Patterns as in a `.gitignore`. */
  readonly files: readonly string[]
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>
}

/** How the documents of a locale are made from those of another that nearly speaks the same. */
export interface Derivation {
  readonly from: Locale
  /** Words that it writes otherwise: `colour` becomes `color`, `Colour` becomes `Color`. */
  readonly words: Readonly<Record<string, string>>
  /** Beginnings of addresses that are others here. */
  readonly links: Readonly<Record<string, string>>
}

/** How targets are brought up to date with their source. */
export interface SyncSetting {
  /** What takes the place of a passage that is new in the source: its own words until they are translated, what the guides have translated so elsewhere, or nothing. */
  readonly insert: 'source' | 'memory' | 'skip'
  /** The key of front matter that names the commit which a target was translated from: `default_lang_commit`. */
  readonly pin?: string
  /** Keys of front matter that have a life of their own in each locale, though they are no words. */
  readonly own: readonly string[]
}

/** A thing and what it is called, by locale. */
export interface GlossaryTerm {
  /** The name of the entry: `control panel`; readers never see it. */
  readonly id: string
  readonly note?: string
  /** The name to write first, then its inflected forms; `*` at a word's end stands for any ending. */
  readonly words: Readonly<Record<Locale, readonly string[]>>
  /** What the thing is not called. */
  readonly avoid: Readonly<Record<Locale, readonly string[]>>
}

/** The words of a help centre, so that one thing has one name in every guide of a language. */
export interface GlossaryTerms {
  /** Relative to the root. */
  readonly path: string
  /** Names that are written so in every language. */
  readonly keep: readonly string[]
  readonly terms: readonly GlossaryTerm[]
}

/** What a product's interface says, by locale and by the keys of its own files. */
export type InterfaceStrings = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** What `hexapla.config.yaml` says, complete: data only, the same after a trip through JSON. */
export interface Config {
  readonly source?: Locale
  readonly locales: readonly Locale[]
  readonly aliases: LocaleAliases
  readonly layouts: readonly Layout[]
  readonly exclude: readonly string[]
  /** What it builds on; later ones count for more, and its own keys for most. */
  readonly extends: readonly PresetName[]
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** What holds for some files alone; later ones count for more. */
  readonly overrides: readonly Override[]
  readonly parser: 'auto' | 'native' | 'remark'
  readonly slugs: 'auto' | SlugAlgorithm
  /** Those left out are the program's own. */
  readonly limits: Partial<Limits>
  /** By the name that people give the place: `control panel`. */
  readonly links: Readonly<Record<string, NamedLink>>
  /** Plugins of remark by their packages' names, with their options; they run only where the command line allows it. */
  readonly remark: Readonly<Record<string, unknown>>
  /** The addresses of one thing for the readers of each locale, by the name that people give it: `manager`. */
  readonly urls: Readonly<Record<string, Readonly<Record<Locale, string>>>>
  /** Which parts of a document belong to its own locale, and are in no other by right. */
  readonly localeOnly: readonly LocaleOnly[]
  /** By content type: `guide`, `product`, `universe`, `home`. */
  readonly frontMatter: Readonly<Record<string, FrontMatterSchema>>
  /** The kinds of callouts that the site knows besides the common ones. */
  readonly callouts: readonly string[]
  /** Folders that `/img/x.png` may lie in, relative to the root; `''` is the root itself. */
  readonly public: readonly string[]
  /** The file of the canonical settings, relative to the root; the default counts where it exists. */
  readonly settings: string
  readonly sync: SyncSetting
  /** Locales whose documents are made from another one's by rule, by their names. */
  readonly derived: Readonly<Record<Locale, Derivation>>
  /** The file of the words of the help centre, relative to the root; the default counts where it exists. */
  readonly glossary: string
  /** What that file says; who opens a workspace puts it here, since rules read no files. */
  readonly terms?: GlossaryTerms
  /** Where the product keeps what its interface says: patterns with `{locale}` in them. */
  readonly labels: readonly string[]
  /** What those files say; who opens a workspace puts it here, since rules read no files. */
  readonly strings?: InterfaceStrings
  /** By the name that `--provider` gives them. */
  readonly providers: Readonly<Record<string, ProviderSetting>>
}

const words: FrontMatterKey = { type: ['string'], required: false, empty: false }
const flag: FrontMatterKey = { type: ['boolean'], required: false, empty: false }

/** The keys that each content type of a help centre knows. */
const page: FrontMatterSchema = {
  unknown: 'near',
  keys: {
    title: { ...words, required: true },
    excerpt: words,
    slug: words,
    section: words,
    service: words,
    order: { ...words, type: ['number'] },
    hidden: flag,
    updated: { ...words, type: ['date'] },
    legacy_guide_number: { ...words, type: ['number', 'string'] },
    deprecated: flag,
    'routes.canonical': words,
  },
}

/** The config of a repository that has none. */
export const defaultConfig: Config = {
  locales: [],
  aliases: {},
  layouts: [
    { files: 'guides/{guide}/{type}.{locale}.md' },
    { files: '{guide}/{type}.{locale}.md' },
    { files: '{type}.{locale}.md' },
  ],
  exclude: [],
  extends: ['recommended'],
  rules: {},
  overrides: [],
  parser: 'auto',
  slugs: 'auto',
  limits: {},
  links: {},
  remark: {},
  urls: {},
  localeOnly: [],
  frontMatter: { guide: page, product: page, universe: page, home: page },
  callouts: [],
  public: [],
  settings: 'guides/settings.yaml',
  sync: { insert: 'source', own: ['updated', 'slug'] },
  derived: {},
  glossary: 'guides/glossary.yaml',
  labels: [],
  providers: {},
}

/** The aliases of a config, and its own locales by their names: a declared `fil` is a locale, though a short word. */
export function aliasesOf({
  source,
  locales,
  aliases,
}: Pick<Config, 'source' | 'locales' | 'aliases'>): LocaleAliases {
  const declared = source === undefined ? locales : [source, ...locales]
  return { ...Object.fromEntries(declared.map((locale) => [locale, locale])), ...aliases }
}
