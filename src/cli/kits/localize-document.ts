import type { Config } from '../../corpus/config.ts'
import type { OpenDocument } from '../../corpus/document.ts'
import { localeOnlyRangesOf } from '../../corpus/locale-only.ts'
import { addressesOf, localizedDocument } from '../../sync/addresses.ts'
import { pageOf, type Page } from '../../sync/passage.ts'
import type { routeOf } from '../sync/route.ts'

/** A new document with its own locale's addresses: fragments of its own headings, the documents of its locale, and the families of the config. */
export function withOwnAddresses(
  source: OpenDocument,
  document: OpenDocument,
  { localeOnly }: Pick<Config, 'localeOnly'>,
  route: ReturnType<typeof routeOf>,
): string {
  const pageIn = ({ facts, text }: OpenDocument): Page =>
    pageOf(facts, text, localeOnlyRangesOf(facts, text, localeOnly))
  const page = pageIn(document)
  return localizedDocument(page, addressesOf(pageIn(source), page, route))
}
