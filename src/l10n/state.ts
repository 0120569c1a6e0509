import { groupBy } from '../text/group-by.ts'
import type { LedgerLine } from './ledger.ts'
import type { PartBead } from './pair-parts.ts'
import { wordsHash, type Part } from './part.ts'

/** How a target segment stands to its source, as in gettext. */
export type State = 'untranslated' | 'fuzzy' | 'translated' | 'obsolete'

/** One group of parts of source and target, and how it stands. */
export interface PartState {
  /** By their places among the source's parts. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Undefined for parts of the target that never had a source: they belong to their locale alone. */
  readonly state: State | undefined
  /** Why it is fuzzy: the source's words have moved on. Or, though its words are up to date: only markup within them has. */
  readonly behind?: 'words' | 'markup'
  /** The target has been edited since it was recorded. */
  readonly isEdited?: true
  /** What was recorded of its target segments, in their order; undefined where nothing was. */
  readonly lines: readonly (LedgerLine | undefined)[]
}

/** What is told of states besides hashes. */
export interface StateHints {
  /** Whether an edit of the target, from what was recorded, answers the change of its source. */
  readonly answers?: (line: LedgerLine, source: readonly Part[], target: Part) => boolean
}

/** The states of all parts, told from their hashes, the alignment and what was recorded. Nothing is read or kept. */
export function statesOf(
  source: readonly Part[],
  target: readonly Part[],
  lines: readonly LedgerLine[],
  beads: readonly PartBead[],
  hints: StateHints = {},
): PartState[] {
  const joined = asRecorded(source, target, lines, beads)
  const found = linesByTarget(source, target, lines, joined)
  return joined.map((bead) => stateOf(bead, { source, target, found, hints }))
}

/** Ledger lines by the target parts that they were recorded of. */
type Found = ReadonlyMap<number, LedgerLine>

interface Sides {
  readonly source: readonly Part[]
  readonly target: readonly Part[]
  readonly found: Found
  readonly hints: StateHints
}

function stateOf({ source, target }: PartBead, { source: from, target: to, found, hints }: Sides): PartState {
  const lines = target.map((index) => found.get(index))
  const result = { source, target, lines }
  if (target.length === 0) return { ...result, state: 'untranslated' }
  const [line] = lines
  if (source.length === 0) return { ...result, state: line ? 'obsolete' : undefined }
  const sources = source.flatMap((index) => from[index] ?? [])
  const targets = target.flatMap((index) => to[index] ?? [])
  if (isCopy(sources, targets, line)) return { ...result, state: 'untranslated' }
  if (!line) return { ...result, state: 'translated' }
  const isEdited = lines.some((each, at) => each?.target !== targets[at]?.hash)
  const edited = isEdited ? ({ isEdited } as const) : {}
  const now = recordedSource(sources)
  if (now === line.source) return { ...result, ...edited, state: 'translated' }
  if (wordsOf(now) === wordsOf(line.source))
    return { ...result, ...edited, state: 'translated', behind: 'markup' }
  const answered =
    isEdited &&
    lines.every((each, at) => {
      const part = targets[at]
      return each !== undefined && part !== undefined && (hints.answers?.(each, sources, part) ?? false)
    })
  return {
    ...result,
    ...edited,
    ...(answered ? { state: 'translated' } : { state: 'fuzzy', behind: 'words' }),
  }
}

/** How a ledger names the source of a target: the hash of each part, `+` between them. */
export function recordedSource(parts: readonly Part[]): string {
  return parts.map(({ hash }) => hash).join('+')
}

function wordsOf(source: string): string {
  return source.split('+').map(wordsHash).join('+')
}

/** Fewer words than these may be the same in two languages. */
const fewestWords = 4

/** True where a target still has its source's words. */
function isCopy(source: readonly Part[], target: readonly Part[], line: LedgerLine | undefined): boolean {
  if (source.length !== 1 || target.length !== 1) return false
  const [a, b] = [source[0], target[0]]
  if (!a || !b || b.words === 0 || wordsHash(a.hash) !== wordsHash(b.hash)) return false
  return line?.origin === 'source' || (line === undefined && a.words >= fewestWords)
}

/** Which line was recorded of which target: first those that are as they were, then those that were edited since. */
function linesByTarget(
  source: readonly Part[],
  target: readonly Part[],
  lines: readonly LedgerLine[],
  beads: readonly PartBead[],
): Found {
  const partners = partnersOf(source, beads)
  const found = new Map<number, LedgerLine>()
  const left = new Set(lines)
  const take = (isRight: (line: LedgerLine, index: number, part: Part) => boolean, keyOf: KeyOf): void => {
    const groups = groupBy(left, keyOf.line)
    target.forEach((part, index) => {
      if (found.has(index)) return
      const line = groups
        .get(keyOf.part(part, index))
        ?.find((each) => left.has(each) && isRight(each, index, part))
      if (!line) return
      found.set(index, line)
      left.delete(line)
    })
  }
  const sourceOf = (index: number): string => recordedSource(partners.get(index) ?? [])
  const firstOf = (index: number): Part | undefined => partners.get(index)?.[0]
  const byTarget: KeyOf = { line: (line) => line.target, part: (part) => part.hash }
  const bySource: KeyOf = { line: (line) => line.source, part: (_, index) => sourceOf(index) }
  const byContext: KeyOf = {
    line: (line) => line.context,
    part: (_, index) => firstOf(index)?.context ?? 'none',
  }
  const isInPlace = ({ context, occurrence }: LedgerLine, index: number): boolean =>
    context === firstOf(index)?.context && occurrence === firstOf(index)?.occurrence
  take((line, index) => line.source === sourceOf(index) && isInPlace(line, index), byTarget)
  take((line, index) => line.source === sourceOf(index), byTarget)
  take((line, index) => line.context === firstOf(index)?.context, byTarget)
  take(() => true, byTarget)
  take(isInPlace, bySource)
  take(() => true, bySource)
  const known = new Set(source.map(({ hash }) => hash))
  take(
    (line, index) => partners.has(index) && !line.source.split('+').some((hash) => known.has(hash)),
    byContext,
  )
  return found
}

interface KeyOf {
  readonly line: (line: LedgerLine) => string
  readonly part: (part: Part, index: number) => string
}

/** The source parts of each target part. */
function partnersOf(
  source: readonly Part[],
  beads: readonly PartBead[],
): ReadonlyMap<number, readonly Part[]> {
  const partners = new Map<number, readonly Part[]>()
  for (const bead of beads) {
    if (bead.source.length === 0) continue
    const parts = bead.source.flatMap((index) => source[index] ?? [])
    for (const index of bead.target) partners.set(index, parts)
  }
  return partners
}

/** The beads, but for parts that say the same as when they were recorded together: these know better than any guess. */
function asRecorded(
  source: readonly Part[],
  target: readonly Part[],
  lines: readonly LedgerLine[],
  beads: readonly PartBead[],
): readonly PartBead[] {
  const from = uniqueHashes(source)
  const to = uniqueHashes(target)
  const pairs = new Map<number, number>()
  // What was recorded of two targets tells nothing of the one that is left.
  const byTarget = groupBy(lines, (each) => each.target)
  for (const [line, ...more] of groupBy(lines, (each) => each.source).values()) {
    if (!line || more.length > 0 || byTarget.get(line.target)?.length !== 1) continue
    const [a, b] = [from.get(line.source), to.get(line.target)]
    if (a !== undefined && b !== undefined) pairs.set(a, b)
  }
  const taken = new Set(pairs.values())
  const isAsItWas = beads.every(({ source: [a], target: [b] }) =>
    a !== undefined && pairs.has(a) ? pairs.get(a) === b : b === undefined || !taken.has(b),
  )
  if (isAsItWas) return beads
  const rest = beads.flatMap((bead): PartBead[] => {
    const [only] = bead.source
    const isPair = bead.source.length === 1 && bead.target.length === 1
    if (isPair && only !== undefined && pairs.get(only) === bead.target[0]) return [bead]
    const left = {
      ...bead,
      source: bead.source.filter((index) => !pairs.has(index)),
      target: bead.target.filter((index) => !taken.has(index)),
    }
    return left.source.length + left.target.length > 0 ? [left] : []
  })
  const kept = new Set(
    rest.filter(({ source: [a] }) => a !== undefined && pairs.has(a)).map((bead) => bead.source[0]),
  )
  const found = [...pairs].filter(([a]) => !kept.has(a))
  return [...rest, ...found.map(([a, b]): PartBead => ({ source: [a], target: [b], confidence: 1 }))].sort(
    (a, b) => (a.source[0] ?? Infinity) - (b.source[0] ?? Infinity),
  )
}

/** The places of those parts whose like is not found twice. */
function uniqueHashes(parts: readonly Part[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  parts.forEach(({ hash }, index) => {
    if (places.has(hash)) twice.add(hash)
    places.set(hash, index)
  })
  for (const hash of twice) places.delete(hash)
  return places
}
