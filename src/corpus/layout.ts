import { isLocaleTag, longestTag, type Locale, type LocaleAliases } from './locale.ts'
import { patternProblem, tokensOf, type Token } from './pattern.ts'
import { remembering } from '../text/remembering.ts'

/** Where the documents of a repository lie, as patterns over `/`-separated paths relative to its root. */
export interface Layout {
  /** `content/{locale}/{guide}.md`; `{guide}` is one folder or more, `.md` stands for `.mdx` too. */
  readonly files: string
  /** The page's address on the site: `/{locale}/{guide}/`. */
  readonly url?: string
  /** What the site puts before addresses that begin with `/` on these pages: `/{locale}/`. */
  readonly base?: string
  /** The locale of all files of a pattern without `{locale}`. */
  readonly locale?: Locale
}

export type Extension = '.md' | '.mdx'

/** A layout, read. */
export interface CompiledLayout {
  readonly layout: Layout
  readonly files: readonly Token[]
  readonly url: readonly Token[]
  readonly extension: Extension
  readonly isLocale: (tag: string) => boolean
  readonly types: readonly string[]
}

/** What an address says of its document. */
export interface UrlTarget {
  /** The folder path below the root: `mail/windows-phone`; `.` in a layout without `{guide}`. */
  readonly guide: string
  readonly locale: Locale
  readonly layout: CompiledLayout
}

/** What a path says of its document. */
export interface DocumentPlace extends UrlTarget {
  /** The content type: `guide`, `product`, `universe`, `home`. */
  readonly type: string
  readonly extension: Extension
}

/** The content types that a file's name may tell. */
const contentTypes: readonly string[] = ['guide', 'product', 'universe', 'home']

/** Names of files that are served as their folder. */
const indexNames = ['index', '_index', 'README'] as const

/**
 * Reads layouts, for the functions below.
 * @throws RangeError for a layout that `layoutProblem` finds fault with: the config was not checked.
 */
export function compileLayouts(
  layouts: readonly Layout[],
  aliases: LocaleAliases = {},
  types: readonly string[] = contentTypes,
): readonly CompiledLayout[] {
  // A repository has few tags and many paths.
  const isLocale = remembering((tag) => isLocaleTag(tag, aliases))
  return layouts.map((layout) => {
    const problem = layoutProblem(layout)
    if (problem) throw new RangeError(problem.reason)
    const extension = extensionOf(layout.files) ?? '.md'
    const files = tokensOf(layout.files.slice(0, -extension.length))
    return { layout, files, url: tokensOf(trimmedUrl(layout.url ?? '')), extension, isLocale, types }
  })
}

/** What is wrong with a layout, and under which key; undefined where nothing is. */
export function layoutProblem(layout: Layout): { key: 'files' | 'url' | 'base'; reason: string } | undefined {
  const { files, url, base, locale } = layout
  const inFiles = patternProblem(files, ['guide', 'locale', 'type'])
  if (inFiles !== undefined) return { key: 'files', reason: inFiles }
  if (files.startsWith('/') || files.split('/').some((part) => part === '.' || part === '..')) {
    return { key: 'files', reason: `Unexpected \`${files}\`, expected a path relative to the root` }
  }
  if (!extensionOf(files)) {
    return { key: 'files', reason: `Unexpected end of \`${files}\`, expected \`.md\` or \`.mdx\`` }
  }
  if (!files.includes('{locale}') && locale === undefined) {
    return {
      key: 'files',
      reason: `Unexpected \`${files}\`, expected \`{locale}\` in it or \`locale\` beside it`,
    }
  }
  if (base !== undefined && !(url ?? '').startsWith(base)) {
    return { key: 'base', reason: `Unexpected \`${base}\`, expected a beginning of \`url\`` }
  }
  if (url === undefined) return undefined
  const inUrl = patternProblem(url, ['guide', 'locale'])
  if (inUrl !== undefined) return { key: 'url', reason: inUrl }
  for (const name of ['guide', 'locale']) {
    if (!files.includes(`{${name}}`) || url.includes(`{${name}}`)) continue
    return { key: 'url', reason: `Unexpected \`${url}\`, expected \`{${name}}\` in it, which \`files\` has` }
  }
  return undefined
}

/** What a path says, by the first layout that it matches. */
export function placeOfPath(path: string, layouts: readonly CompiledLayout[]): DocumentPlace | undefined {
  const extension = extensionOf(path)
  if (!extension) return undefined
  const name = path.slice(0, -extension.length)
  for (const compiled of layouts) {
    const found = match(compiled.files, name, compiled)
    if (!found) continue
    const { guide = '.', locale = compiled.layout.locale ?? 'und', type = 'guide' } = found
    return { guide, locale, type, extension, layout: compiled }
  }
  return undefined
}

/** The path of a document; `placeOfPath` takes it apart again. */
export function pathOf(
  { files, extension: own }: CompiledLayout,
  guide: string,
  locale: Locale,
  type = 'guide',
  extension: Extension = own,
): string {
  const values = { guide, locale, type }
  return files.map((token) => (token.kind === 'text' ? token.text : values[token.kind])).join('') + extension
}

/** The locale that a file outside all layouts tells: by its name, `notes.fr-fr.md`, or the nearest folder, `fr-fr/notes.md`. */
export function localeOfPath(path: string, aliases: LocaleAliases = {}): Locale | undefined {
  const folders = path.split('/')
  const name = (folders.pop() ?? '').split('.')
  const parts = [...folders, ...name.slice(1, -1).slice(-1)]
  return parts.findLast((part) => isLocaleTag(part, aliases))
}

/** The address of a document's page; undefined where its layout has none. */
export function urlOf({ layout }: CompiledLayout, guide: string, locale: Locale): string | undefined {
  if (layout.url === undefined) return undefined
  const folders = guide.split('/')
  if (indexNames.some((name) => name === folders.at(-1))) folders.pop()
  const values = { guide: folders.map(encodeURIComponent).join('/'), locale, type: '' }
  return tokensOf(layout.url).reduce((url, token) => {
    const next = token.kind === 'text' ? token.text : values[token.kind]
    return url.endsWith('/') && next.startsWith('/') ? url + next.slice(1) : url + next
  }, '')
}

/** An address that begins with `/` as the site has it, where it stands on a page of a place: `/fr/docs/a` of `/docs/a`. */
export function siteAddress(path: string, place: UrlTarget): string {
  return baseOf(place) + path
}

/** What the site puts before addresses on a page of a place, without the `/` that these begin with: `/fr`. */
function baseOf({ layout: { layout }, locale }: UrlTarget): string {
  return withoutEnd(layout.base?.replace('{locale}', locale) ?? '')
}

/**
 * The address of a page, put for pages of another locale that are to lead to their own: `/fr/mail/#ports` of
 * `/en/mail/#ports`. Undefined where it is no address of that page.
 */
export function translatedAddress(url: string, page: UrlTarget, own: UrlTarget): string | undefined {
  const [from, to] = [page, own].map((place) => {
    const address = urlOf(place.layout, place.guide, place.locale)
    return address === undefined ? undefined : withoutEnd(address.slice(baseOf(place).length))
  })
  if (from === undefined || to === undefined || !url.startsWith(from)) return undefined
  const rest = url.slice(from.length)
  return /^(?:$|[/.?#])/.test(rest) ? to + rest : undefined
}

/** The document at an address, the first of the possible ones that `exists`: `/fr/a/` may be `a` or `a/index`. */
export function guideOfUrl(
  url: string,
  layouts: readonly CompiledLayout[],
  exists: (target: UrlTarget) => boolean = () => true,
): UrlTarget | undefined {
  const bare = decoded(trimmedUrl(url.replace(/[?#].*$/s, '')))
  for (const compiled of layouts) {
    if (compiled.layout.url === undefined) continue
    for (const form of [bare, ...indexNames.map((name) => `${bare}/${name}`)]) {
      const found = match(compiled.url, form, compiled)
      if (!found) continue
      const { guide = '.', locale = compiled.layout.locale ?? 'und' } = found
      const target = { guide, locale, layout: compiled }
      if (exists(target)) return target
    }
  }
  return undefined
}

function extensionOf(path: string): Extension | undefined {
  return (['.md', '.mdx'] as const).find((extension) => path.endsWith(extension))
}

function withoutEnd(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url
}

/** An address without what sites add or leave out at will: `/fr/a` of `/fr/a/`, `/fr/a/index.html`, `/fr/a.md`. */
function trimmedUrl(url: string): string {
  const bare = url.replace(/\.(?:html?|mdx?)$/, '').replace(/\/index$/, '')
  return withoutEnd(bare)
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

type Found = Partial<Record<'guide' | 'locale' | 'type', string>>

/** What the placeholders stand for: those beside `{guide}` are read from the ends, and it gets what is left. */
function match(tokens: readonly Token[], text: string, compiled: CompiledLayout): Found | undefined {
  const middle = tokens.findIndex(({ kind }) => kind === 'guide')
  const head = peel(text, middle < 0 ? tokens : tokens.slice(0, middle), 'start', compiled)
  if (!head || middle < 0) return head?.rest === '' ? head.found : undefined
  const tail = peel(head.rest, tokens.slice(middle + 1), 'end', compiled)
  if (!tail || tail.rest.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return undefined
  return { ...head.found, ...tail.found, guide: tail.rest }
}

/** Takes tokens off one end of a text; a placeholder gets as much as it can. Bounded by the length of a tag. */
function peel(
  text: string,
  tokens: readonly Token[],
  side: 'start' | 'end',
  compiled: CompiledLayout,
): { rest: string; found: Found } | undefined {
  const token = side === 'start' ? tokens[0] : tokens.at(-1)
  if (!token) return { rest: text, found: {} }
  const others = side === 'start' ? tokens.slice(1) : tokens.slice(0, -1)
  const longest = token.kind === 'text' ? token.text.length : wordLength(text, side)
  for (let length = longest; length >= (token.kind === 'text' ? longest : 1); length--) {
    const cut = side === 'start' ? length : text.length - length
    const [value, rest] =
      side === 'start' ? [text.slice(0, cut), text.slice(cut)] : [text.slice(cut), text.slice(0, cut)]
    if (!accepts(token, value, compiled)) continue
    const peeled = peel(rest, others, side, compiled)
    if (peeled)
      return token.kind === 'text' ? peeled : { ...peeled, found: { ...peeled.found, [token.kind]: value } }
  }
  return undefined
}

function accepts(token: Token, value: string, { isLocale, types }: CompiledLayout): boolean {
  if (token.kind === 'text') return value === token.text
  return token.kind === 'type' ? types.includes(value) : isLocale(value)
}

/** How many letters, digits, `-` and `_` stand at one end of a text, as far as a tag may reach. */
function wordLength(text: string, side: 'start' | 'end'): number {
  let length = 0
  const at = (index: number): string => text.charAt(side === 'start' ? index : text.length - 1 - index)
  while (length < longestTag && /[\w-]/.test(at(length))) length++
  return length
}
