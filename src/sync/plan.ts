import { alignBlocks } from '../l10n/align.ts'
import type { Bead } from '../l10n/bead.ts'
import type { Block } from '../markdown/block.ts'
import type { Edit } from '../text/edit.ts'
import { rememberingOf } from '../text/remembering.ts'
import { carryTokens, type Addresses } from './carry.ts'
import { comparePages, type Comparison } from './compare.ts'
import { differenceOf, type Difference, type TokenChange } from './difference.ts'
import { Gaps } from './gaps.ts'
import { mergeChanges } from './merge.ts'
import { leadOf, type Page, type Passage } from './passage.ts'

/** What is the matter with a target's passage. */
export type Change =
  /** What is no language was carried over. */
  | 'carried'
  /** Its source's words have changed. */
  | 'words'
  /** It stands for a passage that the source has not had before. */
  | 'new'
  | 'removed'
  | 'moved'
  | 'level'
  /** Something that is no language was changed on both sides, or cannot be found in the target. */
  | 'conflict'

/** What is to be done for one passage of a target, or for one that it lacks. */
export interface PlanItem {
  readonly changes: ReadonlySet<Change>
  /** By their places among the passages of the former source, the source and the target. */
  readonly base: readonly number[]
  readonly head: readonly number[]
  readonly target: readonly number[]
  /** Within the target's passages. */
  readonly edits: readonly Edit[]
  /** What the source changed, and the target has otherwise. */
  readonly missed?: readonly TokenChange[]
  /** Of what is new: the target's passage that it comes after; -1 for the top. */
  readonly after?: number
}

/** What a source's change asks of a target. */
export interface Plan {
  readonly items: readonly PlanItem[]
}

/** The source as it was when the target was last in step, the source as it is, and the target. */
export interface Pages {
  readonly base: Page
  readonly head: Page
  readonly target: Page
  readonly addresses: Addresses
}

/** Plans what a change of the source asks of a target. */
export function planSync(pages: Pages): Plan {
  const { base, head, target } = pages
  const comparison = comparePages(base, head)
  const items = alignPages(base, target).map((bead) => itemOf(bead, pages, comparison))
  return { items: [...items, ...newItems(pages, comparison, items)] }
}

/** Pairs the passages of two locales. */
export function alignPages(source: Page, target: Page): readonly Bead[] {
  return alignBlocks(blocksOf(source.passages), blocksOf(target.passages), target.beads)
}

/** A source stands beside many targets. */
const blocksOf = rememberingOf((passages: readonly Passage[]): readonly Block[] =>
  passages.map(({ block }) => block),
)

function itemOf({ source, target }: Bead, pages: Pages, { after, moved }: Comparison): PlanItem {
  const changes = new Set<Change>()
  const heads = source.flatMap((index) => after[index] ?? [])
  const item = {
    changes,
    base: source,
    head: heads,
    target,
    edits: [] as Edit[],
    missed: [] as TokenChange[],
  }
  if (source.length === 0 || target.length === 0) return item
  if (heads.length === 0) {
    changes.add('removed')
    return item
  }
  if (heads.length < source.length) changes.add('words')
  for (const index of source) {
    const to = after[index]
    const [was, is] = [pages.base.passages[index], to === undefined ? undefined : pages.head.passages[to]]
    if (!was || !is) continue
    if (moved.has(index)) changes.add('moved')
    const difference = differenceOf(was, pages.base, is, pages.head)
    if (difference) apply({ difference, was, is, item, pages })
  }
  return item
}

interface Applying {
  readonly difference: Difference
  readonly was: Passage
  readonly is: Passage
  readonly item: {
    readonly changes: Set<Change>
    readonly target: readonly number[]
    readonly edits: Edit[]
    readonly missed: TokenChange[]
  }
  readonly pages: Pages
}

/** Brings a difference of a source's passage into the target's, as far as it is no language. */
function apply({ difference, was, is, item, pages }: Applying): void {
  const { changes, edits } = item
  const targets = item.target.flatMap((index) => pages.target.passages[index] ?? [])
  const [first] = targets
  if (!first) return
  if (difference.lead) applyLead(difference.lead, was, first, { changes, edits, text: pages.target.text })
  if (targets.length === 1 && first.content === was.content && was.content !== is.content) {
    edits.push(...replaced(first, is, pages))
    changes.add(difference.words === 'changed' && was.kind !== 'code' ? 'words' : 'carried')
    return
  }
  if (first.kind === is.kind && wholeKinds.has(is.kind) && targets.length === 1) {
    applyWhole({ difference, was, is, item, pages }, first)
    return
  }
  if (difference.words === 'changed' || difference.tokens.some((token) => mayBend(token, was, pages.base)))
    changes.add('words')
  if (difference.tokens.length === 0) return
  const missed = targets.reduce((left, passage) => {
    const carried = carryTokens(left, passage, pages.addresses)
    edits.push(...carried.edits)
    if (carried.edits.length > 0) changes.add('carried')
    return carried.missed
  }, difference.tokens)
  if (missed.length === 0 || difference.words === 'changed') return
  changes.add('conflict')
  item.missed.push(...missed)
}

/** True of a number that counts what stands behind it: its words may need another form. */
function mayBend({ kind, from, to }: TokenChange, { body }: Passage, { text }: Page): boolean {
  if (kind !== 'number' || ![from, to].every((value) => /^(?:\d{1,2}|\d+[.,]\d+)$/.test(value))) return false
  const words = text.slice(body.start, body.end)
  return new RegExp(`(?:^|[^\\w.])${from.replace('.', '\\.')}\\s+\\p{L}`, 'u').test(words)
}

/** Passages without words of readers, which are merged as one text. */
export const wholeKinds: ReadonlySet<string> = new Set(['code', 'markup'])

function applyWhole({ was, is, item, pages }: Applying, target: Passage): void {
  const [before, after] = [
    pages.base.text.slice(was.body.start, was.body.end),
    pages.head.text.slice(is.body.start, is.body.end),
  ]
  const own = pages.target.text.slice(target.body.start, target.body.end)
  const { edits, conflicts } = mergeChanges(before, after, own)
  if (conflicts > 0) item.changes.add('conflict')
  const { start } = target.body
  for (const { range, text } of edits)
    item.edits.push({ range: { start: start + range.start, end: start + range.end }, text })
  if (edits.length > 0) item.changes.add('carried')
}

/** A target that still has its source's very words gets the new ones. */
function replaced(target: Passage, is: Passage, { head, target: page }: Pages): Edit[] {
  const text = head.text.slice(is.body.start, is.range.end)
  const range = { start: target.body.start, end: target.range.end }
  return page.text.slice(range.start, range.end) === text ? [] : [{ range, text }]
}

interface Lead {
  readonly changes: Set<Change>
  readonly edits: Edit[]
  readonly text: string
}

/** Levels, list signs, indentation: as the source's where the target's was, else as much deeper. */
function applyLead(
  { from, to }: { readonly from: string; readonly to: string },
  was: Passage,
  target: Passage,
  { changes, edits, text }: Lead,
): void {
  const own = leadOf(target, text)
  const range = { start: target.range.start, end: target.body.start }
  if (own === to) return
  if (was.kind === 'heading' && target.kind === 'heading') {
    const deeper = levelOf(to) - levelOf(from)
    const level = levelOf(own) + deeper
    if (deeper === 0 || levelOf(own) === 0 || level < 1 || level > 6) return
    edits.push({ range, text: own.replace(/#+/, '#'.repeat(level)) })
    changes.add('level')
    return
  }
  if (own !== from) return
  edits.push({ range, text: to })
  changes.add('carried')
}

function levelOf(lead: string): number {
  return /#+/.exec(lead)?.[0].length ?? 0
}

/** Passages of the source that it has not had before, but for those that the target has already. */
function newItems({ head, target }: Pages, { before }: Comparison, items: readonly PlanItem[]): PlanItem[] {
  const fresh = head.passages.flatMap((_, index) => (before[index] === undefined ? [index] : []))
  if (fresh.length === 0) return []
  const own = new Set(items.flatMap(({ base, target: targets }) => (base.length === 0 ? targets : [])))
  const there = new Map<number, readonly number[]>()
  if (own.size > 0) {
    for (const bead of alignPages(head, target)) {
      const [only] = bead.source
      const isThere = bead.target.length > 0 && bead.target.every((index) => own.has(index))
      if (only !== undefined && isThere && bead.confidence >= leastConfidence) there.set(only, bead.target)
    }
  }
  // A heading alone says little: where what is new below it is not there, it is another one.
  for (const index of [...fresh].reverse())
    if (head.passages[index]?.kind === 'heading' && before[index + 1] === undefined && !there.has(index + 1))
      if (index + 1 < head.passages.length) there.delete(index)
  const present = new Set(
    items.flatMap(({ head: heads, target: targets }) => (targets.length > 0 ? heads : [])),
  )
  const gaps = new Gaps(items, fresh, head, target)
  return fresh.flatMap((index): PlanItem[] => {
    const found = there.get(index)
    if (found) return [{ changes: new Set(), base: [], head: [index], target: found, edits: [] }]
    const isAmongMissing = [index - 1, index + 1].every(
      (next) => before[next] !== undefined && !present.has(next),
    )
    if (isAmongMissing) return []
    const after = gaps.afterOf(index)
    return [{ changes: new Set(['new']), base: [], head: [index], target: [], edits: [], after }]
  })
}

const leastConfidence = 0.6
