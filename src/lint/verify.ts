import type { FactKind, Facts } from '../markdown/facts.ts'
import { shiftOf, type Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import type { Message } from './message.ts'

/** Where an offset may lie after the edits: an insertion at that very place may go before it or behind it. */
type Shift = (offset: number) => readonly [number, number]

/**
 * The kind of fact that edits moved without leave; undefined where all is as it should be. Facts of the kinds
 * in `changes` may alter where the edits touch them; all others must say the same, at their shifted places.
 */
export function unexpectedChange(
  before: Facts,
  after: Facts,
  edits: readonly Edit[],
  changes: ReadonlySet<FactKind>,
): FactKind | undefined {
  const shift = shiftAround(edits)
  for (const kind of new Set([...keysOf(before), ...keysOf(after)])) {
    if (kind === 'blocks') continue // They repeat what the other facts say.
    const was = before[kind]
    const is = after[kind]
    if (!changes.has(kind)) {
      if (!isSame(was, is, shift)) return kind
    } else if (Array.isArray(was) && Array.isArray(is) && !keepsUntouched(was, is, edits, shift)) return kind
  }
  return undefined
}

function keysOf(facts: Facts): FactKind[] {
  return Object.keys(facts) as FactKind[]
}

function shiftAround(edits: readonly Edit[]): Shift {
  const behind = shiftOf(edits)
  const insertions = edits.filter(({ range }) => range.start === range.end)
  return (offset) => {
    const inserted = insertions.filter(({ range }) => range.start === offset)
    const high = behind(offset)
    return [high - inserted.reduce((sum, { text }) => sum + text.length, 0), high]
  }
}

/** Equal, numbers apart from offsets included; an offset is equal where the edits may have put it. */
function isSame(was: unknown, is: unknown, shift: Shift, key = ''): boolean {
  if (typeof was === 'number' && typeof is === 'number') {
    if (!offsetKeys.has(key)) return was === is
    const [low, high] = shift(was)
    return low <= is && is <= high
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    return was.length === is.length && was.every((item, index) => isSame(item, is[index], shift))
  }
  if (isRecord(was) && isRecord(is)) {
    const keys = Object.keys(was)
    return (
      keys.length === Object.keys(is).length && keys.every((name) => isSame(was[name], is[name], shift, name))
    )
  }
  return was === is
}

const offsetKeys: ReadonlySet<string> = new Set(['start', 'end', 'colon', 'next', 'offset'])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True where each fact that no edit touches is still there, in the same order. */
function keepsUntouched(
  was: readonly unknown[],
  is: readonly unknown[],
  edits: readonly Edit[],
  shift: Shift,
): boolean {
  let next = 0
  for (const item of was) {
    const range = rangeOf(item)
    if (range === undefined || edits.some((edit) => touches(edit.range, range))) continue
    while (next < is.length && !isSame(item, is[next], shift)) next++
    if (next++ >= is.length) return false
  }
  return true
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end
}

function rangeOf(item: unknown): Range | undefined {
  if (!isRecord(item)) return undefined
  const range = isRecord(item.range) ? item.range : item
  const { start, end } = range
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  // Two blocks that touch reach as far as the second one.
  return { start, end: typeof item.next === 'number' ? item.next : end }
}

/** The first message that was not there before, told by rule and words. */
export function newMessage(before: readonly Message[], after: readonly Message[]): Message | undefined {
  const left = new Map<string, number>()
  for (const message of before) left.set(nameOf(message), (left.get(nameOf(message)) ?? 0) + 1)
  return after.find((message) => {
    const count = left.get(nameOf(message)) ?? 0
    left.set(nameOf(message), count - 1)
    return count <= 0
  })
}

function nameOf({ path, ruleId, reason }: Message): string {
  return `${path}\n${ruleId}\n${reason}`
}
