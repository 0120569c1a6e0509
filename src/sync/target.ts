import type { PartBead } from '../l10n/pair-parts.ts'
import type { Ledger, LedgerLine, Origin } from '../l10n/ledger.ts'
import { recordOf } from '../l10n/record.ts'
import { statesOf, type PartState, type StateHints } from '../l10n/state.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import { localizedText } from './addresses.ts'
import type { Addresses } from './carry.ts'
import { carriedLines } from './carried-lines.ts'
import { carryFrontMatter } from './front-matter-edits.ts'
import type { Passage } from './passage.ts'
import { planSync, type Change, type Plan, type PlanItem } from './plan.ts'
import { renderPlan } from './render.ts'
import { beadsBetween, partsIn, type Sheet } from './sheet.ts'

/** What a target says for something new, and who found it; undefined to leave it out. */
export type Offer = (
  words: string,
  head: Passage,
) => { readonly text: string; readonly origin: Origin } | undefined

/** What syncing one target needs. */
export interface TargetInput {
  /** The source as it was when the target was last synced; undefined where nobody has it any more. */
  readonly base: Sheet | undefined
  readonly head: Sheet
  /** Git's id of the source as it is. */
  readonly blob: string
  readonly target: Sheet
  readonly ledger: Pick<Ledger, 'synced' | 'lines'>
  readonly addresses: Addresses
  readonly offer: Offer
  /** Keys of the front matter that are not carried. */
  readonly ownKeys: ReadonlySet<string>
  readonly hints: StateHints
  readonly isAccepted: boolean
  /** The target is the source's text, made a moment ago. */
  readonly isMade: boolean
  readonly read: (text: string) => Promise<Sheet>
}

/** Something that a person should know: it could not be done, or was not. */
export interface Told {
  readonly kind: 'conflict' | 'kept'
  /** Where in the target, as it is after the sync. */
  readonly offset: number
  readonly reason: string
}

/** What came of syncing one target. */
export interface TargetOutcome {
  readonly edits: readonly Edit[]
  readonly target: Sheet
  readonly ledger: Pick<Ledger, 'synced' | 'lines'>
  readonly states: readonly PartState[]
  /** How many of what was done; `filled` counts what has its translation already, `drawn` regions of settings that were made again. */
  readonly changes: ReadonlyMap<Change | 'filled' | 'drawn' | 'accepted', number>
  readonly told: readonly Told[]
  /** The target's parts, by their places, that were put in by this sync, in the source's words. */
  readonly inserted: ReadonlySet<number>
}

/** Brings one target up to date with its source, in memory. */
export async function syncTarget(input: TargetInput): Promise<TargetOutcome> {
  const { head, target, ledger } = input
  // A source that has not changed asks for nothing.
  const base = input.base?.text === head.text ? undefined : input.base
  const before = statesOf(head.parts, target.parts, ledger.lines, beadsBetween(head, target), input.hints)
  const plan = base && planSync({ base, head, target, addresses: input.addresses })
  const held = plan ? withEditedKept(plan, target, ledger.lines) : { items: [], kept: [] }
  const origins = new Map<number, Origin>()
  const body = renderPlan(held, head, target, (index) => {
    const passage = head.passages[index]
    if (!passage) return undefined
    const offered = input.offer(localizedText(head, passage, input.addresses), passage)
    if (offered) origins.set(index, offered.origin)
    return offered?.text
  })
  const front = base ? carryFrontMatter(base, head, target, input.ownKeys) : { edits: [], conflicts: [] }
  const edits = [...front.edits, ...body]
  const text = applyEdits(target.text, edits)
  const after = text === target.text ? target : await input.read(text)
  const lines = base
    ? carriedLines({ ...input, base, lines: ledger.lines, plan: held, after, before })
    : ledger.lines
  const beads = beadsBetween(head, after)
  const states = statesOf(head.parts, after.parts, lines, beads, input.hints)
  const inserted = insertedOrigins(head, after, beads, origins)
  const recorded = recordOf(states, head.parts, after.parts, lines, {
    blob: input.blob,
    originOf: (index) => (input.isMade ? 'source' : inserted.get(index)),
    acceptedAs: () => (input.isAccepted ? 'human' : undefined),
  })
  const changes = countsOf(held)
  const accepted = input.isAccepted ? states.filter(isBehind).length : 0
  return {
    edits: text === target.text ? [] : edits,
    target: after,
    ledger: { synced: syncedOf(input, changes), lines: recorded },
    states: statesOf(head.parts, after.parts, recorded, beads, input.hints),
    changes: accepted > 0 ? new Map([...changes, ['accepted', accepted]]) : changes,
    told: toldOf(held, front.conflicts, target),
    inserted: input.isMade ? new Set(after.parts.keys()) : new Set(inserted.keys()),
  }
}

function isBehind({ state, target }: PartState): boolean {
  return target.length > 0 && (state === 'fuzzy' || state === 'untranslated')
}

/** A source that differs in nothing that a target shows leaves the record as it is. */
function syncedOf(
  { base, head, blob, ledger, isAccepted }: TargetInput,
  changes: ReadonlyMap<Change, number>,
): readonly string[] {
  if (ledger.synced.length === 1 && !isAccepted && base && changes.size === 0) {
    const isSame =
      base.passages.length === head.passages.length &&
      base.passages.every(({ content }, index) => content === head.passages[index]?.content)
    if (isSame) return ledger.synced
  }
  return [blob]
}

interface Held extends Plan {
  /** What the source no longer has, and whose translation was edited since it was recorded. */
  readonly kept: readonly PlanItem[]
}

/** A plan that removes nothing that somebody has worked on since. */
function withEditedKept(plan: Plan, target: Sheet, lines: readonly LedgerLine[]): Held {
  const recorded = new Set(lines.map((line) => line.target))
  const kept: PlanItem[] = []
  const items = plan.items.map((item) => {
    if (!item.changes.has('removed') || lines.length === 0) return item
    const parts = partsIn(item.target, target)
    if (parts.every(({ hash }) => recorded.has(hash))) return item
    kept.push(item)
    return { ...item, changes: new Set<Change>() }
  })
  return { ...plan, items, kept }
}

/** By the target's parts: who found the words of those that were put in. */
function insertedOrigins(
  head: Sheet,
  after: Sheet,
  beads: readonly PartBead[],
  origins: ReadonlyMap<number, Origin>,
): ReadonlyMap<number, Origin> {
  const found = new Map<number, Origin>()
  if (origins.size === 0) return found
  const byBlock = new Map<number, Origin>()
  for (const [index, origin] of origins)
    for (const block of head.passages[index]?.blocks ?? []) byBlock.set(block, origin)
  for (const { source, target } of beads)
    for (const index of source) {
      const block = head.parts[index]?.block
      const origin = block === undefined ? undefined : byBlock.get(block)
      if (origin !== undefined)
        for (const own of target) if (after.parts[own]?.hash !== undefined) found.set(own, origin)
    }
  return found
}

function countsOf({ items }: Plan): ReadonlyMap<Change, number> {
  const counts = new Map<Change, number>()
  for (const { changes } of items)
    for (const change of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  return counts
}

function toldOf({ items, kept }: Held, keys: readonly string[], { text, passages }: Sheet): Told[] {
  const offsetOf = ({ target }: PlanItem): number => passages[target[0] ?? -1]?.range.start ?? 0
  const quote = ({ target }: PlanItem): string => (passages[target[0] ?? -1]?.content ?? '').slice(0, 60)
  return [
    ...keys.map((key): Told => ({
      kind: 'conflict',
      offset: 0,
      reason: `\`${key}\` was changed here and in the source`,
    })),
    ...items
      .filter(({ changes, target }) => changes.has('conflict') && target.length > 0)
      .map((item): Told => ({
        kind: 'conflict',
        offset: Math.min(offsetOf(item), text.length),
        reason:
          conflictOf(item) ??
          `what is no language was changed in the source, and is another here: \`${quote(item)}\``,
      })),
    ...kept.map((item): Told => ({
      kind: 'kept',
      offset: offsetOf(item),
      reason: `the source no longer has this, and it was edited since: \`${quote(item)}\``,
    })),
  ]
}

/** What the source has changed that the target has otherwise. */
function conflictOf({ missed: [first, ...more] = [] }: PlanItem): string | undefined {
  if (!first) return undefined
  const others = more.length === 0 ? '' : `, and ${more.length} more like it`
  const [from, to] = [first.from, first.to].map((words) => words.replace(/\s+/g, ' ').slice(0, 80))
  return `\`${from}\` became \`${to}\` in the source, and is another one here${others}`
}
