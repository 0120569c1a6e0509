import type { UnitState } from '../l10n/unit.ts'
import { hashOf } from '../text/edit.ts'
import type { KitUnit } from './kit.ts'

function hashIn(words: string): string {
  return hashOf(words).slice(0, 12)
}

/** A name by the words and the state that a unit was given out with, so that it can be told whether someone has worked on it. */
export function givenName(words: string, state: UnitState): string {
  return `given-${state === 'fuzzy' && words !== '' ? 'fuzzy-' : ''}${hashIn(words)}`
}

/** The words that a unit is given out with; `''` for one that is to be translated from nothing. */
export function givenWords({ target, source, state }: KitUnit): string {
  return state === 'untranslated' && target?.text === source.text ? '' : (target?.text ?? '')
}

/**
 * Whether words that came back are someone's: marked as done, or other than those that were given out, where nobody has
 * marked them as unfinished since. Many programs leave the state as it was: that says nothing.
 */
export function isSomeones(words: string, state: UnitState | undefined, name: string | undefined): boolean {
  if (state === 'translated') return true
  const [, fuzzy, hash] = /^given-(fuzzy-)?(\w+)$/.exec(name ?? '') ?? []
  if (hash === undefined) return state !== 'fuzzy'
  if (hash === hashIn(words)) return false
  const given = hash === hashIn('') ? 'untranslated' : 'translated'
  return fuzzy !== undefined || state === undefined || state === given
}
