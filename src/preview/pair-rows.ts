import type { OpenDocument } from '../corpus/document.ts'
import { alignBlocks } from '../l10n/align.ts'
import { contentOf } from '../l10n/content.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import { pairParts } from '../l10n/pair-parts.ts'
import { partsOf, type Part } from '../l10n/part.ts'
import { statesOf, type PartState, type State } from '../l10n/state.ts'
import { sliceOf } from '../text/range.ts'
import { placesIn } from '../text/source.ts'
import type { PartWords } from '../l10n/part-words.ts'
import type { FormerOf } from './former-sources.ts'

/** One segment or block of code, as it is written. */
export interface PartView {
  readonly kind: Part['kind']
  /** The level of a heading. */
  readonly depth?: number
  /** The key of a front matter value. */
  readonly key?: string
  readonly text: string
  readonly words: number
  readonly line: number
  readonly start: number
  /** Its place among the document's segments; absent for code. */
  readonly segment?: number
  /** Of a source: what it said when its target was made from it, where that was something else and is known. */
  readonly former?: PartWords
}

/** What stands for what, side by side. */
export interface PairRow {
  /** None where the target has something of its own. */
  readonly source: readonly PartView[]
  /** None where the target lacks it. */
  readonly target: readonly PartView[]
  /** Undefined for what belongs to the target alone. */
  readonly state: State | undefined
  readonly behind?: PartState['behind']
  readonly isEdited?: true
  /** From 0 to 1: how sure it is that these belong together. */
  readonly confidence: number
  readonly isMoved?: true
}

/** Two documents side by side, in the order of the source; what the target has of its own follows what it stands behind. */
export function pairRowsOf(
  source: OpenDocument,
  target: OpenDocument,
  lines: readonly LedgerLine[] = [],
  formerOf: FormerOf = () => undefined,
): PairRow[] {
  const blocks = alignBlocks(source.facts.blocks, target.facts.blocks)
  const from = partsOf(source.facts, source.text)
  const to = partsOf(target.facts, target.text)
  const beads = pairParts({ facts: source.facts, parts: from }, { facts: target.facts, parts: to }, blocks)
  const confidences = new Map(beads.map((bead) => [nameOf(bead), bead.confidence]))
  const moved = new Set(blocks.flatMap((bead) => (bead.isMoved ? bead.target : [])))
  const [sourceView, targetView] = [viewsIn(source), viewsIn(target)]
  return inPlace(statesOf(from, to, lines, beads)).map((each) => {
    const own = each.target.flatMap((index) => to[index] ?? [])
    return {
      source: withFormer(
        each.source.flatMap((index) => sourceView(from[index])),
        each.behind && formerParts(each, from, formerOf),
      ),
      target: own.flatMap(targetView),
      state: each.state,
      ...(each.behind && { behind: each.behind }),
      ...(each.isEdited && { isEdited: each.isEdited }),
      confidence: confidences.get(nameOf(each)) ?? 1,
      ...(own.some(({ block }) => block !== undefined && moved.has(block)) && { isMoved: true as const }),
    }
  })
}

/** What the parts of a source said, one for each, where they were as many. */
function formerParts(
  { source, lines }: PartState,
  parts: readonly Part[],
  formerOf: FormerOf,
): readonly (PartWords | undefined)[] {
  const line = lines.find((each) => each !== undefined)
  const hashes = line?.source.split('+') ?? []
  if (!line || hashes.length !== source.length) return []
  return hashes.map((hash, at) =>
    parts[source[at] ?? -1]?.hash === hash ? undefined : formerOf(line.blob, hash),
  )
}

function withFormer(
  views: readonly PartView[],
  formers: readonly (PartWords | undefined)[] = [],
): readonly PartView[] {
  return views.map((view, at) => {
    const former = formers[at]
    return former ? { ...view, former } : view
  })
}

function nameOf({ source, target }: Pick<PartState, 'source' | 'target'>): string {
  return `${source.join(' ')}:${target.join(' ')}`
}

/** Puts what has no source behind the row that its target follows. */
function inPlace(states: readonly PartState[]): PartState[] {
  const paired = states.filter(({ source }) => source.length > 0)
  const alone = states.filter(({ source }) => source.length === 0)
  if (alone.length === 0) return paired
  const rowOf = new Map<number, number>()
  paired.forEach(({ target }, row) => {
    for (const index of target) rowOf.set(index, row)
  })
  const behind = new Map<number, PartState[]>()
  for (const state of [...alone].sort((a, b) => (a.target[0] ?? 0) - (b.target[0] ?? 0))) {
    let index = (state.target[0] ?? 0) - 1
    while (index >= 0 && !rowOf.has(index)) index--
    const row = index < 0 ? -1 : (rowOf.get(index) ?? -1)
    behind.set(row, [...(behind.get(row) ?? []), state])
  }
  return [...(behind.get(-1) ?? []), ...paired.flatMap((state, row) => [state, ...(behind.get(row) ?? [])])]
}

function viewsIn({ facts, text }: OpenDocument): (part: Part | undefined) => PartView[] {
  const places = placesIn(text)
  const depths = new Map(facts.headings.map(({ contentRange, depth }) => [contentRange.start, depth]))
  return (part) => {
    if (!part) return []
    const { kind, range, segment: index, key, words } = part
    const segment = index === undefined ? undefined : facts.segments[index]
    const depth = kind === 'heading' ? (depths.get(range.start) ?? depthAt(range.start)) : undefined
    return [
      {
        kind,
        text: segment ? contentOf(segment, text).text : sliceOf(text, range),
        words,
        line: places.pointAt(range.start).line,
        start: range.start,
        ...(depth !== undefined && { depth }),
        ...(key !== undefined && { key }),
        ...(index !== undefined && { segment: index }),
      },
    ]
  }

  function depthAt(offset: number): number | undefined {
    return facts.headings.find(({ range }) => range.start <= offset && offset <= range.end)?.depth
  }
}
