import type { Config } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import { placeOfPath, translatedAddress } from '../../corpus/layout.ts'
import type { Locale } from '../../corpus/locale.ts'
import type { addressesOf } from '../../sync/addresses.ts'

/** A document in its locale. */
interface Side {
  readonly document: Pick<Document, 'path' | 'guide'>
  readonly locale: Locale
}

/** What is known of the documents that addresses lead to. */
interface Known {
  readonly config: Pick<Config, 'urls'>
  readonly corpus: Corpus
  /** Documents that this run makes, by `locale guide`. */
  readonly made: ReadonlySet<string>
}

/** How addresses of a source are put for a target: one of a document leads to that of the target's locale. */
export function routeOf(
  source: Side & { readonly document: Document },
  target: Side,
  { config, corpus, made }: Known,
): Parameters<typeof addressesOf>[2] {
  const { locale } = target
  return {
    urls: config.urls,
    source: source.locale,
    target: locale,
    slugs: corpus.slugs,
    documentOf: (url) => {
      const end = url.search(/[?#]/)
      const path = end < 0 ? url : url.slice(0, end)
      const isRoot = path.startsWith('/')
      if (!isRoot && !/\.mdx?$/.test(path)) return undefined
      const found = corpus.resolve(url, source.document)
      if (found.kind !== 'document' || found.document.locale !== source.locale) return undefined
      const own = corpus.guideOf(found.document).documents.get(locale)
      if (!own && !made.has(`${locale} ${found.document.guide}`)) return undefined
      if (isRoot)
        return rootAddress(url, found.document, { locale, path: (own ?? target.document).path }, corpus)
      const tag = new RegExp(`(^|[./])${source.locale}(?=[./])`, 'g')
      return path.replace(tag, `$1${locale}`) + url.slice(path.length)
    },
  }
}

/** `/fr/mail/` of `/en/mail/`; `path` tells which layout the own document has, by itself or by one of its locale. */
function rootAddress(
  url: string,
  { path: source, guide }: Document,
  { locale, path }: { readonly locale: Locale; readonly path: string },
  { layouts }: Corpus,
): string | undefined {
  const [page, own] = [placeOfPath(source, layouts), placeOfPath(path, layouts)]
  return page && own && translatedAddress(url, page, { ...own, guide, locale })
}
