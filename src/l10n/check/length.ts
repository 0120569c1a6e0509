import { wordsOf, type Check } from './check.ts'

/** Shorter texts may grow by any factor: `OK` is `W porządku`. */
const shortest = 40
const most = 3

/** How long words are to a reader; a character of a script without spaces counts for three. */
function lengthOf(words: string): number {
  let length = 0
  for (const character of words.trim())
    length += /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(character) ? 3 : 1
  return length
}

/** A translation that is longer than it may be, or so long or short that something was added or lost. */
export const length: Check = {
  id: 'length',
  severity: 'error',
  *find({ source, target, limit }) {
    const count = Array.from(target.text).length
    if (limit !== undefined && count > limit)
      yield `Unexpected ${count} characters, expected at most ${limit}`
    const [from, to] = [lengthOf(wordsOf(source)), lengthOf(wordsOf(target))]
    if (from >= shortest && to * most < from)
      yield { lesser: `Unexpected ${to} characters for ${from} of the source, expected more` }
    if (to >= shortest && from * most < to && from > 0 && to - from >= shortest)
      yield { lesser: `Unexpected ${to} characters for ${from} of the source, expected fewer` }
  },
}
