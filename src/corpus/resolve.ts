import type { Config } from './config.ts'
import type { Document } from './document.ts'
import type { Guide } from './guide.ts'
import { guideOfUrl, placeOfPath, siteAddress, urlOf, type CompiledLayout } from './layout.ts'
import type { Locale } from './locale.ts'

/** What there is to lead to. */
export interface Site {
  readonly config: Pick<Config, 'public'>
  readonly layouts: readonly CompiledLayout[]
  readonly documents: ReadonlyMap<string, Document>
  readonly guides: ReadonlyMap<string, Guide>
  readonly locales: ReadonlySet<Locale>
  /** The paths of all files, and of the folders that hold them. */
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

/** What an address leads to. */
export type Target =
  /** Another site, an e-mail address, a telephone number. */
  | { readonly kind: 'external' }
  /** A page of this site, this very one included; of another locale where this one has no such guide. */
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'file'; readonly path: string }
  /** A place in this site where nothing is; the path that was looked for. */
  | { readonly kind: 'missing'; readonly path: string }
  /** Nothing can be said: a template, or a root path of a site whose addresses the config does not tell. */
  | { readonly kind: 'unknown' }

/** An address taken apart; path and fragment are decoded. */
export interface SplitUrl {
  readonly path: string
  readonly fragment?: string
}

/** Takes `guide.md?x#Teil%201` apart: path `guide.md`, fragment `Teil 1`. */
export function splitUrl(url: string): SplitUrl {
  const hash = url.indexOf('#')
  const beforeHash = hash < 0 ? url : url.slice(0, hash)
  const query = beforeHash.indexOf('?')
  const path = decoded(query < 0 ? beforeHash : beforeHash.slice(0, query))
  return hash < 0 ? { path } : { path, fragment: decoded(url.slice(hash + 1)) }
}

function decoded(part: string): string {
  if (!part.includes('%')) return part
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i
const template = /[{}<>$]|%7B/i

/** What an address in a document leads to. */
export function resolveLink(url: string, from: Document, site: Site): Target {
  if (template.test(url)) return { kind: 'unknown' }
  if (scheme.test(url)) return { kind: 'external' }
  const { path } = splitUrl(url)
  if (path === '') return { kind: 'document', document: from }
  return path.startsWith('/') ? resolveRoot(path, from, site) : resolveRelative(path, from, site)
}

/** `/pl/guides/outlook/`: a page by the layouts' addresses, or a file below a public folder. */
function resolveRoot(path: string, from: Document, site: Site): Target {
  const place = site.layouts.some(({ layout }) => layout.base !== undefined)
    ? placeOfPath(from.path, site.layouts)
    : undefined
  const address = place ? siteAddress(path, place) : path
  // Who writes the whole address means it, too.
  const page = pageAt(address, site) ?? (address === path ? undefined : pageAt(path, site))
  if (page) return page
  const { public: folders } = site.config
  for (const folder of folders) {
    const file = normalized(`${folder}${path}`)
    if (file !== undefined && site.files.has(file)) return { kind: 'file', path: file }
  }
  if (belongsToSite(address, site)) return { kind: 'missing', path }
  const looksLikeFile = /\.[a-z0-9]{2,5}$/i.test(path)
  return folders.length > 0 && looksLikeFile
    ? { kind: 'missing', path: normalized(`${folders[0] ?? ''}${path}`) ?? path }
    : { kind: 'unknown' }
}

/** True for an address below a locale's own part of the site, where each page is a guide of this site. */
function belongsToSite(path: string, site: Site): boolean {
  if (/\.[a-z0-9]{2,5}$/i.test(path)) return false
  const target = guideOfUrl(path, site.layouts)
  return target !== undefined && site.locales.has(target.locale)
}

/** The page at an address; where a locale lacks the guide, the source's page, which the site falls back to. */
function pageAt(url: string, site: Site): Target | undefined {
  const find = (locale: string, guide: string): Document | undefined =>
    site.guides.get(guide)?.documents.get(locale)
  const own = guideOfUrl(url, site.layouts, ({ guide, locale }) => find(locale, guide) !== undefined)
  const exact = own && find(own.locale, own.guide)
  if (exact) return { kind: 'document', document: exact }
  const sourceOf = (guide: string): Document | undefined => site.guides.get(guide)?.source
  const fallback = guideOfUrl(url, site.layouts, ({ guide }) => sourceOf(guide) !== undefined)
  const source = fallback && sourceOf(fallback.guide)
  return source ? { kind: 'document', document: source } : undefined
}

/** `../outlook/guide.pl-pl.md`, `images/1.png`, `../outlook`: by files first, then as the page's address sees it. */
function resolveRelative(path: string, from: Document, site: Site): Target {
  const folder = from.path.slice(0, from.path.lastIndexOf('/') + 1)
  const target = normalized(folder + path)
  if (target === undefined) return { kind: 'unknown' }
  const found = fileAt(target, from, site)
  if (found) return found
  const place = placeOfPath(from.path, site.layouts)
  const page = place && urlOf(place.layout, place.guide, place.locale)
  if (page !== undefined) {
    const address = normalized(page.slice(1, page.lastIndexOf('/') + 1) + path)
    const hit = address === undefined ? undefined : pageAt(`/${address}`, site)
    if (hit) return hit
  }
  return { kind: 'missing', path: target }
}

/** A document or file by its path: the very path, without its extension, or a folder, which stands for the guide in it. */
function fileAt(path: string, from: Document, site: Site): Target | undefined {
  const bare = path.replace(/\/$/, '')
  for (const candidate of [bare, `${bare}.md`, `${bare}.mdx`]) {
    const document = site.documents.get(candidate)
    if (document) return { kind: 'document', document }
    if (site.files.has(candidate)) return { kind: 'file', path: candidate }
  }
  const sibling = `${bare}${from.path.slice(from.path.lastIndexOf('/'))}`
  const place = placeOfPath(sibling, site.layouts)
  const document = site.documents.get(sibling) ?? (place && site.guides.get(place.guide)?.source)
  if (document) return { kind: 'document', document }
  return site.folders.has(bare) ? { kind: 'file', path: bare } : undefined
}

/** A path without `.` and `..`; undefined where it climbs above the root. */
function normalized(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
