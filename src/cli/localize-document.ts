import { posix } from 'node:path'
import type { Config } from '../corpus/config.ts'
import type { OpenDocument } from '../corpus/document.ts'
import { localeOnlyRangesOf } from '../corpus/locale-only.ts'
import type { Locale } from '../corpus/locale.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'
import { addressesOf, localizedDocument } from '../sync/addresses.ts'
import { pageOf, type Page } from '../sync/passage.ts'

/** What a document is made in. */
export interface Surroundings {
  readonly config: Pick<Config, 'urls' | 'localeOnly'>
  readonly locales: { readonly source: Locale; readonly target: Locale }
  readonly slugs: SlugAlgorithm
  /** Whether a document is there, or being made. */
  readonly isThere: (path: string) => boolean
}

/** A new document with its own locale's addresses: fragments of its own headings, the documents of its locale beside it, and the families of the config. */
export function withOwnAddresses(
  source: OpenDocument,
  document: OpenDocument,
  { config, locales, slugs, isThere }: Surroundings,
): string {
  const pageIn = ({ facts, text }: OpenDocument): Page =>
    pageOf(facts, text, localeOnlyRangesOf(facts, text, config.localeOnly))
  const page = pageIn(document)
  const tag = new RegExp(`(^|[./])${locales.source}(?=[./])`, 'g')
  const documentOf = (url: string): string | undefined => {
    const path = /^[^?#:]+\.mdx?(?=[?#]|$)/.exec(url)?.[0]
    if (path === undefined) return undefined
    const own = path.replace(tag, `$1${locales.target}`)
    const place = posix.join(posix.dirname(document.path), own)
    return own !== path && isThere(place) ? own + url.slice(path.length) : undefined
  }
  const route = { urls: config.urls, ...locales, slugs, documentOf }
  return localizedDocument(page, addressesOf(pageIn(source), page, route))
}
