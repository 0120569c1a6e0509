import type { Locale, LocaleAliases } from './locale.ts'

/** Where the documents of a repository lie, as patterns over `/`-separated paths relative to its root. */
export interface Layout {
  /** `content/{locale}/{guide}.md`; `{guide}` is one folder or more, `.md` stands for `.mdx` too. */
  readonly files: string
  /** The page's address on the site: `/{locale}/{guide}/`. */
  readonly url?: string
  /** The locale of all files of a pattern without `{locale}`. */
  readonly locale?: Locale
}

export type Extension = '.md' | '.mdx'

/** A layout, read. */
export interface CompiledLayout {
  readonly layout: Layout
}

/** What a path says of its document. */
export interface DocumentPlace {
  /** The folder path below the root: `mail/windows-phone`; `.` in a layout without `{guide}`. */
  readonly guide: string
  readonly locale: Locale
  /** The content type: `guide`, `product`, `universe`, `home`. */
  readonly type: string
  readonly extension: Extension
  readonly layout: CompiledLayout
}

export const contentTypes: readonly string[] = ['guide', 'product', 'universe', 'home']

/**
 * Reads layouts, for the functions below.
 * @throws RangeError for a pattern that `patternProblem` finds fault with: the config was not checked.
 */
export function compileLayouts(
  layouts: readonly Layout[],
  aliases: LocaleAliases = {},
  types: readonly string[] = contentTypes,
): readonly CompiledLayout[] {
  void [aliases, types]
  return layouts.map((layout) => ({ layout }))
}

/** What is wrong with a pattern, as a reason; undefined where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  void pattern
  return undefined
}

/** What a path says by the first layout that it matches. */
export function placeOfPath(path: string, layouts: readonly CompiledLayout[]): DocumentPlace | undefined {
  void [path, layouts]
  return undefined
}

/** The path of a document; `placeOfPath` takes it apart again. */
export function pathOf(
  layout: CompiledLayout,
  guide: string,
  locale: Locale,
  type = 'guide',
  extension?: Extension,
): string {
  return [layout.layout.files, guide, locale, type, extension].join('')
}

/** The locale that the name of a file outside all layouts tells: `notes.fr-fr.md`, `fr-fr/notes.md`. */
export function localeOfPath(path: string, aliases: LocaleAliases = {}): Locale | undefined {
  void [path, aliases]
  return undefined
}

/** The address of a document's page; undefined where its layout has none. */
export function urlOf(layout: CompiledLayout, guide: string, locale: Locale): string | undefined {
  void [guide, locale]
  return layout.layout.url
}

/** A document that an address may stand for. */
export interface UrlTarget {
  readonly guide: string
  readonly locale: Locale
  readonly layout: CompiledLayout
}

/** The document at an address, the first of the possible ones that `exists`: `/fr/a/` may be `a` or `a/index`. */
export function guideOfUrl(
  url: string,
  layouts: readonly CompiledLayout[],
  exists: (target: UrlTarget) => boolean = () => true,
): UrlTarget | undefined {
  void [url, layouts, exists]
  return undefined
}
