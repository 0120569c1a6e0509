import type { UnitState } from '../l10n/unit.ts'
import { isSomeones } from './given.ts'
import type { ReturnedUnit } from './kit.ts'

/** One part of a unit that a program has split, or all of it. */
export interface UnitPart {
  source: string
  /** Undefined where there is none: nobody has translated the part. */
  target: string | undefined
  /** The place of its target among those of the unit, from 1, where it is another than its source's. */
  order: number
  /** Whether there is nothing to translate in it: the space between two sentences. */
  readonly isBetween: boolean
  state: UnitState | undefined
}

/** What is read of a unit, from its parts. */
export interface UnitDraft {
  readonly id: string
  readonly line: number
  /** What tells the words that it was given out with. */
  readonly name: string | undefined
  readonly isApproved: boolean
  readonly parts: UnitPart[]
  fault?: string
}

/** Told of a unit that a program has split, and of which it has not every part. */
export const halfway =
  'Unexpected part without a translation beside others that have one, expected all of them'

/** A unit as it came back: its parts joined, in the order of the target's language. */
export function unitOf({ id, line, name, isApproved, parts, fault }: UnitDraft): ReturnedUnit {
  const source = parts.map((part) => part.source).join('')
  const ordered = [...parts].sort((a, b) => a.order - b.order)
  const isBegun = parts.some(({ isBetween, target = '' }) => !isBetween && target.trim() !== '')
  const isLacking = ({ isBetween, source: words, target }: UnitPart): boolean =>
    !isBetween && words.trim() !== '' && target === undefined
  const target = isBegun
    ? ordered.map((part) => part.target ?? (part.isBetween ? part.source : '')).join('')
    : ''
  const told = fault ?? (isBegun && parts.some(isLacking) ? halfway : undefined)
  const state = isApproved ? 'translated' : stateOf(parts.filter(({ isBetween }) => !isBetween))
  return {
    id,
    source,
    target,
    isDone: isSomeones(target, state, name),
    line,
    ...(told !== undefined && { fault: told }),
  }
}

/** A unit is as far as the part of it that is least so. */
function stateOf(parts: readonly UnitPart[]): UnitState | undefined {
  const states = new Set(parts.map(({ state }) => state))
  for (const each of ['fuzzy', 'untranslated', undefined] as const) if (states.has(each)) return each
  return 'translated'
}
