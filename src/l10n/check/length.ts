import type { Phrase } from '../phrase.ts'
import type { Check } from './check.ts'

/** Shorter texts may grow by any factor: `OK` is `W porządku`. */
const shortest = 40
const most = 3

/** What stands for a picture, or for code. */
const lone = 8

/** How long words are to a reader; a character of a script that writes little counts for two. */
function lengthOf({ text }: Phrase): number {
  const words = text
    .replace(/<\/?\d+>/g, '')
    .replace(/\{\d+\}/g, 'x'.repeat(lone))
    .trim()
  return words.length + (words.match(dense)?.length ?? 0)
}

/** True of lengths that are alike whatever the scripts: twice as dense, they are still within the most. */
function isNear({ text, codes }: Phrase, { text: other }: Phrase): boolean {
  const most = codes.length === 0 ? 1.5 : 1.2
  return text.length * most > other.length && other.length * most > text.length
}

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu

/** A translation that is longer than it may be, or so long or short that something was added or lost. */
export const length: Check = {
  id: 'length',
  severity: 'error',
  *find({ source, target, limit }) {
    const count = limit === undefined ? 0 : Array.from(target.text).length
    if (limit !== undefined && count > limit)
      yield `Unexpected ${count} characters, expected at most ${limit}`
    // What is code on one side may be words on the other.
    if (source.codes.length !== target.codes.length) return
    if (isNear(source, target)) return
    const [from, to] = [lengthOf(source), lengthOf(target)]
    if (from >= shortest && to * most < from)
      yield { lesser: `Unexpected ${to} characters for ${from} of the source, expected more` }
    if (to >= shortest && from * most < to && from > 0 && to - from >= shortest)
      yield { lesser: `Unexpected ${to} characters for ${from} of the source, expected fewer` }
  },
}
