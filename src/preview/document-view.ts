import { aliasesOf } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { OpenDocument } from '../corpus/document.ts'
import { directionOf, languageTagOf, type Locale } from '../corpus/locale.ts'
import { contentOf, pageOf } from '../export/page.ts'
import type { Parse } from '../markdown/parse.ts'
import type { KnownDocument } from '../run/known.ts'
import { findingViewsOf, type FindingView } from './finding-view.ts'
import { countsOf, stateOf, type Cell } from './overview.ts'
import { markPlaces } from './mark-places.ts'
import { pageHtml, type PreviewPlaces } from './page-html.ts'

/** A document's siblings and itself, to go from one to the other. */
export interface SiblingView extends Cell {
  readonly path: string
  readonly locale: Locale | undefined
}

/** What every view of one document begins with. */
export interface DocumentHead {
  readonly version: number
  readonly path: string
  readonly guide: string
  readonly locale: Locale | undefined
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  /** Of the text that all else was made of. */
  readonly hash: string
  readonly siblings: readonly SiblingView[]
  readonly findings: readonly FindingView[]
  /** Where an editor opens it: `vscode://file/…`. */
  readonly editor?: string
}

/** A document as readers see it, and what was found in it. */
export interface PageView extends DocumentHead {
  readonly html: string
  /** Why there is no page to show. */
  readonly refused?: string
}

/** A document as it is written, and what was found in it. */
export interface SourceView extends DocumentHead {
  readonly text: string
}

/** What the views of a document are made of. */
export interface DocumentInput {
  readonly version: number
  readonly document: OpenDocument
  readonly known: KnownDocument
  readonly siblings: readonly KnownDocument[]
  readonly corpus: Corpus
  readonly parse: Parse
  readonly places: PreviewPlaces
  readonly editor?: string
}

/** Shows a document as readers see it. */
export function pageViewOf(input: DocumentInput): PageView {
  const { document, corpus, parse, places } = input
  if (document.facts.refused) {
    const und = { language: 'und', direction: 'ltr', title: document.guide } as const
    return { ...headOf(input, und), html: '', refused: 'The file is not read as it is: see its finding.' }
  }
  const { tree } = parse(document.text, document.format)
  markPlaces(tree)
  const page = pageOf(document, contentOf(tree, document, corpus.config), corpus)
  return { ...headOf(input, page), html: pageHtml(page, places) }
}

/** Shows a document as it is written. */
export function sourceViewOf(input: DocumentInput): SourceView {
  return { ...writtenHeadOf(input), text: input.document.text }
}

/** What every view of a document begins with, told without making a page of it. */
export function writtenHeadOf(input: DocumentInput): DocumentHead {
  return headOf(input, writtenTitle(input))
}

function writtenTitle({
  document,
  corpus,
}: DocumentInput): Pick<DocumentHead, 'language' | 'direction' | 'title'> {
  const { locale = 'und', facts, guide } = document
  const aliases = aliasesOf(corpus.config)
  const title = facts.frontMatter?.fields.find(({ key }) => key === 'title')?.value
  return {
    language: languageTagOf(locale, aliases),
    direction: directionOf(locale, aliases),
    title: title ?? facts.headings[0]?.text ?? guide,
  }
}

/** What every view of a document begins with. */
function headOf(
  { version, document, known, siblings, editor }: DocumentInput,
  { language, direction, title }: Pick<DocumentHead, 'language' | 'direction' | 'title'>,
): DocumentHead {
  return {
    version,
    path: document.path,
    guide: document.guide,
    locale: document.locale,
    language,
    direction,
    title,
    hash: document.hash,
    siblings: siblings.map(siblingOf),
    findings: findingViewsOf(known.heard, document.text),
    ...(editor !== undefined && { editor }),
  }
}

function siblingOf({ path, locale, heard }: KnownDocument): SiblingView {
  const counts = countsOf(heard)
  return { path, locale, state: stateOf(heard, counts), ...counts }
}
