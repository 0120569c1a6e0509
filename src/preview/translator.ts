import type { OpenDocument } from '../corpus/document.ts'
import { languageTagOf } from '../corpus/locale.ts'
import { aliasesOf } from '../corpus/config.ts'
import { blobIdOf } from '../io/git-history.ts'
import { keepTexts } from '../io/kept-texts.ts'
import { checkTranslation } from '../l10n/check/index.ts'
import { printLedger, type LedgerLine } from '../l10n/ledger.ts'
import { alignBlocks } from '../l10n/align.ts'
import { pairParts } from '../l10n/pair-parts.ts'
import { partsOf } from '../l10n/part.ts'
import { putUnits } from '../l10n/put-units.ts'
import { recordedSource } from '../l10n/state.ts'
import type { Patch } from '../text/edit.ts'
import type { Desk, Written } from './desk.ts'
import type { LiveCorpus } from './live.ts'
import { openUnits } from './translate-view.ts'
import { pairFor } from './pair-for.ts'

/** Words that a translator saves, as the page names their place. */
export interface SegmentRequest {
  readonly path: string
  /** Of the texts that the page shows. */
  readonly hash: string
  readonly sourceHash: string
  readonly unit: string
  readonly words: string
}

/** Puts a translator's words into a document, as one splice, and records what they were made from. */
export async function saveSegment(
  { path, hash, sourceHash, unit: id, words }: SegmentRequest,
  live: LiveCorpus,
  desk: Desk,
): Promise<Written> {
  const pair = await pairFor(live, path)
  if (!pair)
    return { kind: 'refused', reason: `Unexpected \`${path}\`, expected a document that has a source` }
  const { source, target, known } = pair
  if (target.hash !== hash || source.hash !== sourceHash) {
    const moved = target.hash === hash ? source.path : path
    return { kind: 'conflict', reason: `\`${moved}\` has changed meanwhile; your words are kept here` }
  }
  const { lines, ...ledger } = live.ledgerOf(target.guide, target.locale ?? '')
  const unit = openUnits(source, target, lines).find((each) => each.id === id)
  if (unit?.targetPlace === undefined) {
    return { kind: 'refused', reason: 'Unexpected segment, expected one that the document has a place for' }
  }
  const aliases = aliasesOf(live.scene.config)
  const tag = ({ locale = 'und' }: OpenDocument): string => languageTagOf(locale, aliases)
  const [fault] = checkTranslation({
    source: unit.source,
    target: { text: words, codes: unit.source.codes },
    languages: { source: tag(source), target: tag(target) },
    locales: { source: source.locale ?? '', target: target.locale ?? '' },
    ...(live.scene.glossary && { glossary: live.scene.glossary }),
  }).filter(({ severity }) => severity === 'error')
  if (fault) return { kind: 'refused', reason: fault.reason }
  const read = async (text: string): Promise<OpenDocument['facts']> => (await live.readAs(known, text)).facts
  const put = await putUnits(target, () => Promise.resolve(source), [{ unit, words }], read)
  if (put.refused.length > 0) {
    return { kind: 'refused', reason: 'Not saved: in this place the words would be read as something else' }
  }
  const patch: Patch = { path, base: hash, edits: put.edits }
  const after = { ...target, text: put.text, facts: await read(put.text) }
  const now = recorded(source, after, unit.targetPlace, lines)
  const rewrite = now && {
    path: ledger.path,
    before: ledger.text,
    after: printLedger({ synced: ledger.synced, lines: now }),
  }
  const written = await desk.write(patch, target.text, 'translation', rewrite)
  // What no commit holds yet could not be told when it changes; the words are saved all the same.
  if (written.kind === 'written')
    await keepTexts(live.root, new Map([[blobIdOf(source.text), source.text]])).catch(() => undefined)
  return written
}

/** The ledger with the line of one target segment made new: its words are those of its source as it is now. */
function recorded(
  source: OpenDocument,
  target: OpenDocument,
  place: number,
  lines: readonly LedgerLine[],
): LedgerLine[] | undefined {
  const from = partsOf(source.facts, source.text)
  const to = partsOf(target.facts, target.text)
  const index = to.findIndex(({ segment }) => segment === place)
  const beads = pairParts(
    { facts: source.facts, parts: from },
    { facts: target.facts, parts: to },
    alignBlocks(source.facts.blocks, target.facts.blocks),
  )
  const bead = beads.find((each) => each.target.includes(index))
  const sources = bead?.source.flatMap((each) => from[each] ?? []) ?? []
  const [part, first] = [to[index], sources[0]]
  if (!part || !first) return undefined
  const line: LedgerLine = {
    source: recordedSource(sources),
    context: first.context,
    occurrence: first.occurrence,
    target: part.hash,
    origin: 'human',
    blob: blobIdOf(source.text),
  }
  const isSamePlace = (each: LedgerLine): boolean =>
    each.context === line.context && each.occurrence === line.occurrence
  return [...lines.filter((each) => !(isSamePlace(each) || each.target === line.target)), line]
}
