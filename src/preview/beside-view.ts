import type { OpenDocument } from '../corpus/document.ts'
import { directionOf, languageTagOf, type Locale } from '../corpus/locale.ts'
import { aliasesOf, type Config } from '../corpus/config.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import type { DocumentHead } from './document-view.ts'
import { wordDifference, type Stretch } from '../text/word-difference.ts'
import type { FormerOf } from './former-sources.ts'
import { pairRowsOf, type PairRow, type PartView } from './pair-rows.ts'
import { isToDo } from './to-do.ts'

/** One of the two documents that stand side by side. */
export interface SideView {
  readonly path: string
  readonly locale: Locale | undefined
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly hash: string
}

/** A part as it is written; of a source, what has changed in it since its target was made. */
export interface BesidePart extends Omit<PartView, 'former'> {
  readonly change?: readonly Stretch[]
}

/** What stands for what, as it is shown. */
export interface BesideRow extends Omit<PairRow, 'source'> {
  readonly source: readonly BesidePart[]
}

/** Two documents of one guide, side by side. */
export interface BesideView extends DocumentHead {
  readonly source: SideView
  readonly target: SideView
  readonly rows: readonly BesideRow[]
  /** How many words the rows have that are not translated, or no longer. */
  readonly wordsToDo: number
}

/** A pair of documents, and what was recorded of it. */
export interface BesideInput {
  readonly head: DocumentHead
  readonly config: Config
  readonly source: OpenDocument
  readonly target: OpenDocument
  readonly lines: readonly LedgerLine[]
  readonly formerOf?: FormerOf
}

/** Shows two documents side by side. */
export function besideViewOf({ head, config, source, target, lines, formerOf }: BesideInput): BesideView {
  const rows = pairRowsOf(source, target, lines, formerOf).map((row) => ({
    ...row,
    source: row.source.map(besidePartOf),
  }))
  return {
    ...head,
    source: sideOf(source, config),
    target: sideOf(target, config),
    rows,
    wordsToDo: rows.filter(isToDo).reduce((sum, row) => sum + wordsIn(row), 0),
  }
}

function besidePartOf({ former, ...part }: PartView): BesidePart {
  return former ? { ...part, change: wordDifference(former.content, part.text) } : part
}

function wordsIn({ source }: BesideRow): number {
  return source.reduce((sum, { words }) => sum + words, 0)
}

/** A document as one side of a pair. */
export function sideOf({ path, locale, hash }: OpenDocument, config: Config): SideView {
  const aliases = aliasesOf(config)
  return {
    path,
    locale,
    language: languageTagOf(locale ?? 'und', aliases),
    direction: directionOf(locale ?? 'und', aliases),
    hash,
  }
}
