import { applyEdits, type Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import { lineEndOf } from '../text/source.ts'
import type { Page } from './passage.ts'
import type { Plan, PlanItem } from './plan.ts'

/** What a passage that the target lacks is to say: its source's words, or others; undefined to leave it out. */
export type Wording = (head: number) => string | undefined

/** The edits that bring a target up to date, one after the other: whatever no edit names stays as it is. */
export function renderPlan(plan: Plan, head: Page, target: Page, wordingOf: Wording): Edit[] {
  const settled = settledItems(plan)
  const removed = new Set<number>()
  for (const { changes, target: targets } of plan.items)
    if (changes.has('removed')) for (const index of targets) removed.add(index)
  const coming: Coming[] = []
  const stay = plan.items.filter((item) => {
    const isMoving = item.changes.has('moved') && !settled.has(item)
    if (isMoving) {
      for (const index of item.target) removed.add(index)
      coming.push({ head: item.head[0] ?? 0, text: movedText(item, target), after: undefined })
    }
    return !isMoving
  })
  for (const { changes, head: heads, after } of plan.items) {
    const [only] = heads
    if (!changes.has('new') || only === undefined) continue
    const text = wordingOf(only)
    if (text !== undefined) coming.push({ head: only, text, after })
  }
  const edits = stay.filter(({ changes }) => !changes.has('removed')).flatMap((item) => item.edits)
  const anchors = anchorsOf(stay, removed)
  return [...edits, ...removals(removed, target), ...insertions(coming, anchors, head, target, removed)]
}

/** A passage that comes to a place: in the order of the source's. */
interface Coming {
  readonly head: number
  readonly text: string
  /** The target's passage that it comes after; where it was moved, the one that stands for what it follows. */
  readonly after: number | undefined
}

function movedText({ target: targets, edits }: PlanItem, { text, passages }: Page): string {
  const [first, last] = [passages[targets[0] ?? -1], passages[targets.at(-1) ?? -1]]
  if (!first || !last) return ''
  const { start } = first.range
  const shifted = edits.map((edit) => ({
    ...edit,
    range: { start: edit.range.start - start, end: edit.range.end - start },
  }))
  return applyEdits(text.slice(start, last.range.end), shifted)
}

/** By the source's passages: the target's last one of those that stand for them. */
type Places = ReadonlyMap<number, number>

/** Items that need not move: those in order, and those that the target has moved already, next to one in order. */
function settledItems({ items }: Plan): ReadonlySet<PlanItem> {
  const settled = new Set(items.filter(({ changes }) => !changes.has('moved')))
  const ends = new Map<number, number>()
  const begins = new Map<number, number>()
  const settle = ({ head, target }: PlanItem): void => {
    const [first, last] = [head[0], head.at(-1)]
    const [begin, end] = [target[0], target.at(-1)]
    if (first === undefined || last === undefined || begin === undefined || end === undefined) return
    ends.set(last, end)
    begins.set(first, begin)
  }
  for (const item of settled) if (!item.changes.has('removed')) settle(item)
  const moved = items.filter((item) => !settled.has(item)).sort((a, b) => (a.head[0] ?? 0) - (b.head[0] ?? 0))
  for (const item of [...moved, ...[...moved].reverse()]) {
    const before = ends.get((item.head[0] ?? 0) - 1)
    const after = begins.get((item.head.at(-1) ?? 0) + 1)
    const isBehind = before !== undefined && before + 1 === item.target[0]
    const isAhead = after !== undefined && after - 1 === item.target.at(-1)
    if (settled.has(item) || !(isBehind || isAhead)) continue
    settled.add(item)
    settle(item)
  }
  return settled
}

/** By the source's passages that have a target in order: the last passage of that target. */
function anchorsOf(items: readonly PlanItem[], removed: ReadonlySet<number>): Places {
  const anchors = new Map<number, number>()
  for (const { head, target } of items) {
    const last = target.at(-1)
    const [first] = head
    if (first !== undefined && last !== undefined && !removed.has(last))
      anchors.set(head.at(-1) ?? first, last)
  }
  return anchors
}

/** Runs of passages taken out with the blank lines on that side of them that has fewer. */
function removals(removed: ReadonlySet<number>, { text, passages }: Page): Edit[] {
  const edits: Edit[] = []
  const order = [...removed].sort((a, b) => a - b)
  for (let at = 0; at < order.length; at++) {
    const first = order[at] ?? 0
    let last = first
    while (order[at + 1] === last + 1) last = order[++at] ?? last
    const [own, end] = [passages[first], passages[last]]
    const [before, after] = [passages[first - 1], passages[last + 1]]
    if (!own || !end) continue
    const range = { start: own.range.start, end: end.range.end }
    if (
      after &&
      (!before ||
        lineEnds(text, before.range.end, range.start) >= lineEnds(text, range.end, after.range.start))
    )
      range.end = after.range.start
    else if (before) range.start = before.range.end
    edits.push({ range, text: '' })
  }
  return edits
}

function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1
}

function insertions(
  coming: readonly Coming[],
  anchors: Places,
  head: Page,
  target: Page,
  removed: ReadonlySet<number>,
): Edit[] {
  const { text, passages } = target
  const lineEnd = lineEndOf(text)
  const edits: Edit[] = []
  const sorted = [...coming].sort((a, b) => a.head - b.head)
  const comes = new Set(sorted.map((each) => each.head))
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at]
    if (!first) continue
    const anchor = anchorOf(first, anchors, removed)
    const run = [first]
    while (at + 1 < sorted.length && anchorOf(sorted[at + 1], anchors, removed) === anchor) {
      const next = sorted[++at]
      if (next) run.push(next)
    }
    const words = run.map((each, index) => {
      const gap = index === 0 ? '' : gapBefore(each.head, head, comes.has(each.head - 1))
      return gap + each.text
    })
    const after = passages[nextKept(anchor ?? -1, passages.length, removed)]
    const last = run.at(-1) ?? first
    const joined = words.join('').replace(/\r?\n/g, lineEnd)
    if (anchor === undefined) {
      const start = passages[0]?.range.start ?? text.length
      const gap = gapAfter(last.head, head).replace(/\r?\n/g, lineEnd)
      edits.push({ range: { start, end: start }, text: joined + (after ? gap : lineEnd) })
      continue
    }
    const place = passages[anchor]?.range.end ?? text.length
    const before = gapBefore(first.head, head, anchors.get(first.head - 1) === anchor).replace(
      /\r?\n/g,
      lineEnd,
    )
    edits.push({
      range: { start: place, end: place },
      text:
        before + joined + missingGap(last.head, head, text, { start: place, end: after?.range.start ?? -1 }),
    })
  }
  return edits
}

/** The passage of the target, of those that stay, that something comes after. */
function anchorOf(
  coming: Coming | undefined,
  anchors: Places,
  removed: ReadonlySet<number>,
): number | undefined {
  if (!coming) return undefined
  if (coming.after === undefined) return anchorBefore(coming.head, anchors)
  let anchor = coming.after
  while (removed.has(anchor)) anchor--
  return anchor < 0 ? undefined : anchor
}

/** The last passage of the target that stands for one before a place in the source. */
function anchorBefore(place: number, anchors: Places): number | undefined {
  for (let at = place - 1; at >= 0; at--) {
    const anchor = anchors.get(at)
    if (anchor !== undefined) return anchor
  }
  return undefined
}

function nextKept(anchor: number, length: number, removed: ReadonlySet<number>): number {
  let next = anchor + 1
  while (next < length && removed.has(next)) next++
  return next
}

const blankLine = '\n\n'

/** What stands between a passage of the source and the one before it; a blank line where that one is not here. */
function gapBefore(index: number, { text, passages }: Page, isNeighbour: boolean): string {
  const [before, own] = [passages[index - 1], passages[index]]
  if (!before || !own || !isNeighbour) return blankLine
  return text.slice(before.range.end, own.range.start)
}

function gapAfter(index: number, { text, passages }: Page): string {
  const [own, after] = [passages[index], passages[index + 1]]
  return own && after ? text.slice(own.range.end, after.range.start) : blankLine
}

/** Line ends that must be added behind an insertion, because what follows stands closer than it does in the source. */
function missingGap(index: number, head: Page, text: string, { start, end }: Range): string {
  if (end < start) return ''
  const wanted = gapAfter(index, head).split('\n').length - 1
  return '\n'.repeat(Math.max(0, Math.min(2, wanted) - lineEnds(text, start, end)))
}
