import { wordsOf, type Check } from './check.ts'

/** Sentences are split and joined by right, and split more often; more than this at once are not. */
const most = { lost: 1, added: 2 }

/** A sign that ends a sentence: behind it a new one begins, or nothing. A stop behind a single letter or before a small one is an abbreviation's: `e.g.`, `z. B.` */
const sentenceEnd =
  /(?:[!?؟۔।]|(?<![\s.([]\p{L}|^\p{L}|\s(?:ex|etc|vs|ca|resp|bzw|np|tj|itd|Dr|Mr|St|nr|No))\.)["”»’)\]*_]*(?=\s*$|\s+["“„«‘(¿¡*_]*[\p{Lu}\p{Lt}\p{Lo}\p{N}])|[。！？]/gu

function sentencesIn(words: string): number {
  const text = words.trim()
  const count = text.match(sentenceEnd)?.length ?? 0
  return /[.!?。！？।؟۔:：]["”»’)\]*_]*$/u.test(text) ? Math.max(1, count) : count + 1
}

/** Many more sentences than the source has, or fewer. */
export const sentences: Check = {
  id: 'sentences',
  severity: 'warning',
  *find({ source, target, languages }) {
    if (/^(?:th|lo|km|my)\b/.test(languages.target)) return
    const [expected, actual] = [sentencesIn(wordsOf(source)), sentencesIn(wordsOf(target))]
    if (expected - actual > most.lost || actual - expected > most.added)
      yield `Unexpected ${sentencesWord(actual)}, expected ${sentencesWord(expected)} as in the source`
  },
}

function sentencesWord(count: number): string {
  return count === 1 ? '1 sentence' : `${count} sentences`
}
