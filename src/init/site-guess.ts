import { parse } from 'yaml'
import type { PresetName } from '../corpus/config.ts'
import { localeOf, type Locale } from '../corpus/locale.ts'
import type { GuessedLayout } from './layout-guess.ts'

/** What kind of site a repository is, and what its own config says of its languages. */
export interface SiteGuess {
  readonly preset?: PresetName
  readonly why?: string
  /** The locale that the site calls its default, as files name it. */
  readonly defaultLocale?: Locale
  readonly defaultWhy?: string
}

/** The text of a file of the repository; undefined where there is none. */
export type ReadText = (path: string) => string | undefined

/** A file that tells a kind of site, and how it names the default locale. It is read as text: code is never run. */
interface Sign {
  readonly files: readonly string[]
  readonly preset?: PresetName
  /** What the file must hold, where its name is not enough. */
  readonly holds?: RegExp
  readonly locale: RegExp
}

const inCode = /\bdefaultLocale['"]?\s*:\s*['"]([\w-]+)['"]/

const signs: readonly Sign[] = [
  {
    files: ['docusaurus.config.ts', 'docusaurus.config.js', 'docusaurus.config.mjs', 'docusaurus.config.cjs'],
    preset: 'docusaurus',
    locale: inCode,
  },
  {
    files: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js'],
    preset: 'starlight',
    holds: /starlight/,
    locale: inCode,
  },
  {
    files: [
      'hugo.toml',
      'hugo.yaml',
      'hugo.yml',
      'hugo.json',
      'config/_default/hugo.toml',
      'config/_default/hugo.yaml',
    ],
    preset: 'hugo',
    locale: /^\s*["']?defaultContentLanguage["']?\s*[:=]\s*['"]?([\w-]+)/im,
  },
  {
    files: ['config.toml', 'config.yaml', 'config/_default/config.toml', 'config/_default/config.yaml'],
    preset: 'hugo',
    holds: /^\s*(?:baseURL|defaultContentLanguage)\b/im,
    locale: /^\s*defaultContentLanguage\s*[:=]\s*['"]?([\w-]+)/im,
  },
]

/** The kind of site, by its own config, or by the shape of its layout. */
export function guessSite(
  read: ReadText,
  layouts: readonly GuessedLayout[],
  texts: readonly string[],
): SiteGuess {
  for (const { files, preset, holds, locale } of signs) {
    for (const file of files) {
      const text = read(file)
      if (text === undefined || holds?.test(text) === false) continue
      const [, tag] = locale.exec(text) ?? []
      return { ...(preset && { preset, why: `there is \`${file}\`` }), ...named(tag, file) }
    }
  }
  return mkdocsGuess(read) ?? shapeGuess(layouts, texts) ?? {}
}

function named(tag: string | undefined, file: string): Pick<SiteGuess, 'defaultLocale' | 'defaultWhy'> {
  return tag === undefined ? {} : { defaultLocale: localeOf(tag), defaultWhy: `the default of \`${file}\`` }
}

/** MkDocs names its languages in the options of a plugin, or in those of its theme. */
function mkdocsGuess(read: ReadText): SiteGuess | undefined {
  const file = ['mkdocs.yml', 'mkdocs.yaml'].find((name) => read(name) !== undefined)
  if (file === undefined) return undefined
  const text = read(file) ?? ''
  const [, block = ''] =
    /^\s*-\s*locale:\s*([\w-]+)\s*\n(?:\s+\w+:.*\n)*?\s+default:\s*true/m.exec(text) ?? []
  const tag = block || (/^\s*default_language:\s*['"]?([\w-]+)/m.exec(text)?.[1] ?? themeLanguage(text))
  return { preset: 'mkdocs', why: `there is \`${file}\``, ...named(tag, file) }
}

function themeLanguage(text: string): string | undefined {
  const [theme] = /^theme:\n(?:[ \t]+.*\n?)+/m.exec(text) ?? []
  try {
    const value = (theme === undefined ? undefined : parse(theme, { logLevel: 'silent' })) as
      { theme?: { language?: unknown } } | undefined
    return typeof value?.theme?.language === 'string' ? value.theme.language : undefined
  } catch {
    return undefined
  }
}

const shapes: readonly { preset: PresetName; files: RegExp; why: string }[] = [
  { preset: 'docusaurus', files: /docusaurus-plugin-content-/, why: 'folders are named after its plugins' },
  {
    preset: 'starlight',
    files: /^(?:.*\/)?src\/content\/docs\//,
    why: 'documents lie in `src/content/docs/`',
  },
  {
    preset: 'mdn',
    files: /^files\/\{locale\}\/\{guide\}\/index/,
    why: 'each document is an `index.md` below `files/`',
  },
  {
    preset: 'help-centre',
    files: /\{type\}\.\{locale\}/,
    why: 'documents are named by content type and locale',
  },
  {
    preset: 'hugo',
    files: /^content\/(?:\{locale\}|\{guide\}\.\{locale\})/,
    why: 'documents lie in `content/`',
  },
]

/** The shape that at least half of the documents have, or the components that they import. */
function shapeGuess(layouts: readonly GuessedLayout[], texts: readonly string[]): SiteGuess | undefined {
  const countIn = (some: readonly GuessedLayout[]): number =>
    some.reduce((sum, { paths }) => sum + paths.length, 0)
  const shape = shapes.find(({ files }) => {
    const fitting = layouts.filter(({ layout }) => files.test(layout.files))
    return fitting.length > 0 && countIn(fitting) * 2 >= countIn(layouts.filter(hasLocale))
  })
  if (shape) return { preset: shape.preset, why: shape.why }
  const imports = texts.filter((text) => /from ['"]@astrojs\/starlight/.test(text)).length
  return imports * 10 > texts.length
    ? { preset: 'starlight', why: `${imports} of ${texts.length} documents import its components` }
    : undefined
}

function hasLocale({ layout }: GuessedLayout): boolean {
  return layout.files.includes('{locale}')
}
