import type { LedgerLine } from '../l10n/ledger.ts'
import type { Part } from '../l10n/part.ts'
import type { PartState } from '../l10n/state.ts'
import { comparePages } from './compare.ts'
import { differenceOf } from './difference.ts'
import { wholeKinds, type Plan, type PlanItem } from './plan.ts'
import { partsIn, type Sheet } from './sheet.ts'

/** What edits were made of one target, and what was known before them. */
interface Carrying {
  readonly base: Sheet
  readonly head: Sheet
  readonly target: Sheet
  readonly after: Sheet
  readonly lines: readonly LedgerLine[]
  readonly before: readonly PartState[]
  readonly plan: Plan
  /** Git's id of the source as it is. */
  readonly blob: string
}

/**
 * The ledger's lines after the edits that a plan made: a target that the program itself changed is still the recorded
 * one, and a source that changed in nothing but what was carried over is still the one that it was made from.
 */
export function carriedLines({
  base,
  head,
  target,
  after,
  lines,
  before,
  plan,
  blob,
}: Carrying): LedgerLine[] {
  const moves = new Map<LedgerLine, LedgerLine>()
  const passages = comparePages(target, after)
  const lineOf = new Map<Part, LedgerLine>()
  for (const state of before)
    state.target.forEach((index, at) => {
      const [part, line] = [target.parts[index], state.lines[at]]
      if (part && line) lineOf.set(part, line)
    })
  for (const item of plan.items) {
    const sources = sourceMoves(item, base, head)
    for (const index of item.target) {
      const to = passages.after[index]
      const own = partsIn([index], target)
      const now = to === undefined ? [] : partsIn([to], after)
      if (own.length !== now.length) continue
      own.forEach((part, at) => {
        const line = lineOf.get(part)
        const next = now[at]
        if (!line || !next) return
        const isOurs = line.target === part.hash
        const source = sources.get(line.source)
        moves.set(line, {
          ...line,
          ...(isOurs && { target: next.hash }),
          ...(source !== undefined && {
            source: source.hash,
            context: source.context,
            occurrence: source.occurrence,
            blob,
          }),
        })
      })
    }
  }
  for (const [line, next] of fieldMoves(target, after, lineOf)) moves.set(line, next)
  return lines.map((line) => moves.get(line) ?? line)
}

function fieldMoves(
  target: Sheet,
  after: Sheet,
  lineOf: ReadonlyMap<Part, LedgerLine>,
): [LedgerLine, LedgerLine][] {
  const now = new Map(after.parts.flatMap((part) => (part.key === undefined ? [] : [[part.key, part]])))
  return target.parts.flatMap((part): [LedgerLine, LedgerLine][] => {
    const [line, next] = [lineOf.get(part), now.get(part.key ?? '')]
    return part.key !== undefined && line?.target === part.hash && next && next.hash !== part.hash
      ? [[line, { ...line, target: next.hash }]]
      : []
  })
}

/** Parts of the source by the hash that they had, where nothing in them changed that a translation must follow. */
function sourceMoves(
  { changes, base: from, head: to }: PlanItem,
  base: Sheet,
  head: Sheet,
): ReadonlyMap<string, Part> {
  const moves = new Map<string, Part>()
  if (changes.has('words') || changes.has('conflict') || from.length !== to.length) return moves
  from.forEach((index, at) => {
    const next = to[at] ?? -1
    const [was, is] = [base.passages[index], head.passages[next]]
    const difference = was && is && differenceOf(was, base, is, head)
    // Code has no words to follow: what could not be carried over is a conflict.
    if (!difference || (difference.words === 'changed' && !wholeKinds.has(is.kind))) return
    const [a, b] = [partsIn([index], base), partsIn([next], head)]
    if (a.length !== b.length) return
    a.forEach((part, n) => {
      const other = b[n]
      if (other && other.hash !== part.hash) moves.set(part.hash, other)
    })
  })
  return moves
}
