import type { Derivation } from '../../corpus/config.ts'
import { blobIdOf } from '../../io/git-history.ts'
import { addressesOf } from '../../sync/addresses.ts'
import { derive, derivedText } from '../../sync/derive.ts'
import { wordsIn } from '../../sync/left.ts'
import { drawRegions } from '../../sync/regions.ts'
import type { Sheet } from '../../sync/sheet.ts'
import { applyEdits, composeEdits } from '../../text/edit.ts'
import type { Asked, SourceDocument, SyncedTarget, TargetDocument } from './guide.ts'
import { routeOf } from './route.ts'

/** Makes a document of a derived locale again, what was changed in it by hand kept. */
export async function syncDerived(
  source: SourceDocument,
  target: TargetDocument,
  derivation: Derivation,
  asked: Asked,
): Promise<SyncedTarget> {
  const { sources, drawings } = asked
  const { path } = source.document
  const blob = blobIdOf(source.text)
  const route = routeOf(source, target, asked)
  const derived = (sheet: Sheet): string => derivedText(sheet, derivation, addressesOf(sheet, sheet, route))
  const head = await sources.source(source.text, path)
  const after = derived(head)
  const text = target.isMade ? after : target.text
  const notes: string[] = []
  const base = asked.since ?? target.ledger?.synced[0] ?? (await lastSource(source, target, asked))
  const former = base === undefined ? undefined : await sources.sheetAt(base, path)
  if (!former && !target.isMade && base !== undefined)
    notes.push('what it was made from is not in this clone: nothing is carried')
  const { edits, conflicts } =
    target.isMade || !former ? { edits: [], conflicts: [] } : derive(derived(former), after, text)
  const read = (words: string): Promise<Sheet> => sources.read(words, target.document.path)
  const sheet = await read(applyEdits(text, edits))
  const drawing = await drawings.for(target.locale, sheet)
  const drawn = drawing && (await drawRegions(sheet, drawing, read))
  const all = head.parts.map(
    (_, index) => ({ source: [index], target: [], state: 'translated', lines: [] }) as const,
  )
  return {
    path: target.document.path,
    guide: target.document.guide,
    locale: target.locale,
    text,
    edits: drawn ? composeEdits(edits, drawn.edits) : edits,
    target: drawn?.sheet ?? sheet,
    ledger: { synced: former || target.isMade || base === undefined ? [blob] : [base], lines: [] },
    states: [],
    changes: new Map<'carried' | 'drawn', number>([
      ...(edits.length > 0 ? [['carried', edits.length] as const] : []),
      ...(drawn ? [['drawn', drawn.count] as const] : []),
    ]),
    told: conflicts.map(({ offset, before: was, after: is }) => ({
      kind: 'conflict',
      offset,
      reason: `the source changed \`${short(was)}\` into \`${short(is)}\`, which stands otherwise here`,
    })),
    left: [],
    words: wordsIn(all, head),
    notes,
    inserted: new Set(),
  }
}

/** The source as it was when a target was last changed that nothing was recorded of. */
async function lastSource(
  source: SourceDocument,
  target: TargetDocument,
  { sources }: Asked,
): Promise<string | undefined> {
  const [last] = await sources.revisionsOf(target.document.path)
  if (!last) return undefined
  const revisions = await sources.revisionsOf(source.document.path)
  return (revisions.find(({ time }) => time <= last.time) ?? revisions.at(-1))?.blob
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}
