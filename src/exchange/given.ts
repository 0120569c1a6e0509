import { hashOf } from '../text/edit.ts'
import type { KitUnit } from './kit.ts'

/** A name by the words that a unit was given out with, so that it can be told whether someone has worked on them. */
export function givenName(words: string): string {
  return `given-${hashOf(words).slice(0, 12)}`
}

/** The words that a unit is given out with; `''` for one that is to be translated from nothing. */
export function givenWords({ target, source, state }: KitUnit): string {
  return state === 'untranslated' && target?.text === source.text ? '' : (target?.text ?? '')
}

/** Whether words that came back are someone's: marked as done, or other than those that were given out. */
export function isSomeones(words: string, isMarked: boolean, name: string | undefined): boolean {
  return isMarked || name === undefined || !name.startsWith('given-') || givenName(words) !== name
}
