import type { Root } from 'hast'
import type { Config } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import { contentOf, pageOf, type Page } from '../../export/page.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { readCorpus } from '../../io/read.ts'
import { refusalWords } from '../../lint/refusal-words.ts'
import { loadParse } from '../../markdown/parse.ts'
import type { ExportOptions } from './options.ts'
import { unknownName, withoutDocuments } from '../usage.ts'
import { isTarget, type Workspace } from '../workspace.ts'

/** Notes what could not be shown, by the path of the document or the picture. */
export type Tell = (path: string, reason: string) => void

/** A corpus, and the documents that were asked for as pages, sorted by locale and place in the table of contents. */
export interface PagesOnDisk {
  readonly corpus: Corpus
  readonly pages: readonly Page[]
}

/** Reads a corpus; each document that is asked for is parsed once, for its facts and its page. */
export async function readPages(
  { root, config, targets }: Workspace,
  { locale }: Pick<ExportOptions, 'locale'>,
  { reader, tell }: { readonly reader: FactsReader; readonly tell: Tell },
): Promise<PagesOnDisk> {
  const isWanted = (document: Document): boolean =>
    document.locale !== undefined &&
    isTarget(document.path, targets) &&
    (locale === undefined || locale.includes(document.locale))
  const contents = new Map<string, Root>()
  const { corpus, textOf } = await readCorpus({
    root,
    config,
    reader,
    onTree: (document, tree) => {
      if (isWanted(document)) contents.set(document.path, contentOf(tree, document, config))
    },
  })
  const known = [...corpus.locales].sort()
  for (const tag of locale ?? []) if (!corpus.locales.has(tag)) throw unknownName('locale', tag, known)
  const documents = [...corpus.documents.values()].filter(isWanted)
  if (documents.length === 0) throw withoutDocuments(targets)
  const pages: Page[] = []
  for (const document of documents) {
    const { refused } = document.facts
    if (refused) {
      tell(document.path, `${refusalWords(refused).reason}; it was left out`)
      continue
    }
    const content = contents.get(document.path) ?? (await parsed(textOf(document.path), document, config))
    const page = pageOf(document, content, corpus)
    for (const { path, reason } of page.problems) tell(path, reason)
    pages.push(page)
  }
  pages.sort(
    (a, b) =>
      compare(a.locale, b.locale) ||
      compare(a.section, b.section) ||
      compare(a.order, b.order) ||
      compare(a.path, b.path),
  )
  return { corpus, pages }
}

/** Of a document that remark read in its worker no tree is here. */
async function parsed(text: string, document: Document, config: Config): Promise<Root> {
  const parse = await loadParse(config.parser)
  return contentOf(parse(text, document.format).tree, document, config)
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
