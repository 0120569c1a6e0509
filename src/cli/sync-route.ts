import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import type { addressesOf } from '../sync/addresses.ts'

/** What is known of the documents that addresses lead to. */
interface Known {
  readonly config: Config
  readonly corpus: Corpus
  /** Documents that this run makes, by `locale guide`. */
  readonly made: ReadonlySet<string>
}

/** How addresses of a source are put for a target: a relative one of a document leads to that of the target's locale. */
export function routeOf(
  source: { readonly document: Document; readonly locale: Locale },
  { locale }: { readonly locale: Locale },
  { config, corpus, made }: Known,
): Parameters<typeof addressesOf>[2] {
  return {
    urls: config.urls,
    source: source.locale,
    target: locale,
    slugs: corpus.slugs,
    documentOf: (url) => {
      const end = url.search(/[?#]/)
      const path = end < 0 ? url : url.slice(0, end)
      if (!/\.mdx?$/.test(path)) return undefined
      const found = corpus.resolve(url, source.document)
      if (found.kind !== 'document' || found.document.locale !== source.locale) return undefined
      const own =
        corpus.guideOf(found.document).documents.has(locale) || made.has(`${locale} ${found.document.guide}`)
      const tag = new RegExp(`(^|[./])${source.locale}(?=[./])`, 'g')
      return own ? path.replace(tag, `$1${locale}`) + url.slice(path.length) : undefined
    },
  }
}
