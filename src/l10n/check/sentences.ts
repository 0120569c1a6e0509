import { wordsOf, type Check } from './check.ts'

/** Sentences are split and joined by right; more than this at once are not. */
const mostApart = 1

function sentencesIn(words: string): number {
  const ends = words.match(/[.!?。！？।۔](?=["”»’)\]]*(?:\s|$))|[。！？]/gu)?.length ?? 0
  return /[.!?。！？।۔]["”»’)\]]*\s*$/u.test(words) ? ends : ends + 1
}

/** Many more sentences than the source has, or fewer. */
export const sentences: Check = {
  id: 'sentences',
  severity: 'warning',
  *find({ source, target, languages }) {
    if (/^(?:th|lo|km|my)\b/.test(languages.target)) return
    const [expected, actual] = [sentencesIn(wordsOf(source)), sentencesIn(wordsOf(target))]
    if (Math.abs(expected - actual) > mostApart)
      yield `Unexpected ${sentencesWord(actual)}, expected ${sentencesWord(expected)} as in the source`
  },
}

function sentencesWord(count: number): string {
  return count === 1 ? '1 sentence' : `${count} sentences`
}
