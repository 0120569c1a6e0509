import type { OpenDocument } from '../corpus/document.ts'
import type { Config } from '../corpus/config.ts'
import { nameOf, termsIn, type Glossary } from '../l10n/glossary.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import type { Phrase } from '../l10n/phrase.ts'
import { unitsOf, type Unit, type UnitState } from '../l10n/unit.ts'
import { sideOf, type SideView } from './beside-view.ts'
import { wordDifference, type Stretch } from '../text/word-difference.ts'
import type { DocumentHead } from './document-view.ts'
import type { FormerOf } from './former-sources.ts'
import { pairRowsOf, type PairRow } from './pair-rows.ts'

/** A term of the glossary that a unit speaks of. */
export interface TermView {
  readonly source: string
  readonly target: string
}

/** A unit as a translator works on it. */
export interface UnitView {
  readonly id: string
  readonly kind: Unit['kind']
  readonly source: Phrase
  /** Absent where the target has no place for it. */
  readonly target?: Phrase
  readonly state: UnitState
  readonly headings: readonly string[]
  readonly line: number
  readonly terms: readonly TermView[]
  /** What has changed in the source since the target was made from it, where that is known. */
  readonly change?: readonly Stretch[]
}

/** A document beside its source, to be translated. */
export interface TranslateView extends DocumentHead {
  readonly source: SideView
  readonly target: SideView
  readonly units: readonly UnitView[]
  readonly glossary?: Glossary
  /** Why there is nothing to translate. */
  readonly refused?: string
}

/** What the view is made of. */
export interface TranslateInput {
  readonly head: DocumentHead
  readonly config: Config
  readonly source: OpenDocument
  readonly target: OpenDocument
  readonly lines: readonly LedgerLine[]
  readonly glossary: Glossary | undefined
  readonly formerOf: FormerOf
}

/** Shows the units of a document beside those of its source. */
export function translateViewOf(input: TranslateInput): TranslateView {
  const { head, config, source, target, lines, glossary, formerOf } = input
  const rows = pairRowsOf(source, target, lines, formerOf)
  const formers = new Map(
    rows.flatMap((row) => row.source.map(({ segment, former }) => [segment, former] as const)),
  )
  const units = unitsIn(rows, source, target).map((unit): UnitView => {
    const { id, kind, source: phrase, target: translation, state, headings, line } = unit
    const former = formers.get(unit.place)
    return {
      id,
      kind,
      source: phrase,
      ...(translation && { target: translation }),
      state,
      headings,
      line,
      terms: termsOf(phrase, source.locale ?? '', target.locale ?? '', glossary),
      ...(former && { change: wordDifference(former.phrase?.text ?? '', phrase.text) }),
    }
  })
  return {
    ...head,
    source: sideOf(source, config),
    target: sideOf(target, config),
    units,
    ...(glossary && { glossary }),
  }
}

/** What is shown where there is nothing to translate from. */
export function untranslatable(head: DocumentHead, document: OpenDocument, config: Config): TranslateView {
  const side = sideOf(document, config)
  const isSource = document.locale === config.source
  const refused = isSource
    ? 'This is the source. Choose another locale to translate it into.'
    : `There is no source to translate from${config.source === undefined ? ': the config names none, such as `source: en-gb`' : ` in ${config.source}`}.`
  return { ...head, source: side, target: side, units: [], refused }
}

/** The units of a pair, each with the state that was recorded of it. */
export function openUnits(source: OpenDocument, target: OpenDocument, lines: readonly LedgerLine[]): Unit[] {
  return unitsIn(pairRowsOf(source, target, lines), source, target)
}

function unitsIn(rows: readonly PairRow[], source: OpenDocument, target: OpenDocument): Unit[] {
  const states = new Map<number, UnitState>()
  for (const { target: parts, state } of rows) {
    for (const { segment } of parts) {
      if (segment !== undefined && state !== undefined && state !== 'obsolete') states.set(segment, state)
    }
  }
  return unitsOf(source, target, { stateOf: (_, place) => states.get(place) })
}

function termsOf(
  { text }: Phrase,
  from: string,
  to: string,
  glossary: Glossary | undefined,
): readonly TermView[] {
  if (!glossary) return []
  return termsIn(text.replace(/<\/?\d+>|\{\d+\}/g, ' '), from, glossary).flatMap((term) => {
    const [source, target] = [nameOf(term, from), nameOf(term, to)]
    return source !== undefined && target !== undefined ? [{ source, target }] : []
  })
}
