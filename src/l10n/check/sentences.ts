import { rememberingOf } from '../../text/remembering.ts'
import type { Phrase } from '../phrase.ts'
import { wordsOf, type Check } from './check.ts'

/** Sentences are split and joined by right, and split more often; more than this at once are not. */
const most = { lost: 1, added: 2 }

/** A sign that ends a sentence: behind it a new one begins, or nothing. A stop behind a single letter or before a small one is an abbreviation's: `e.g.`, `z. B.` */
const sentenceEnd =
  /(?:[!?؟۔।]|(?<![\s.([]\p{L}|^\p{L}|\s(?:ex|etc|vs|ca|resp|bzw|np|tj|itd|Dr|Mr|St|nr|No))\.)["”»’)\]*_]*(?=\s*$|\s+["“„«‘(¿¡*_]*[\p{Lu}\p{Lt}\p{Lo}\p{N}])|[。！？]/gu

/** A source is counted once, for all of its targets. */
const sentencesIn = rememberingOf((phrase: Pick<Phrase, 'text'>): { readonly count: number } => {
  const text = wordsOf(phrase).trim()
  const ends = text.match(sentenceEnd)?.length ?? 0
  return { count: /[.!?。！？।؟۔:：]["”»’)\]*_]*$/u.test(text) ? Math.max(1, ends) : ends + 1 }
})

/** Many more sentences than the source has, or fewer. */
export const sentences: Check = {
  id: 'sentences',
  severity: 'warning',
  *find({ source, target, languages }) {
    if (/^(?:th|lo|km|my)\b/.test(languages.target)) return
    const [expected, actual] = [sentencesIn(source).count, sentencesIn(target).count]
    if (expected - actual > most.lost || actual - expected > most.added)
      yield `Unexpected ${sentencesWord(actual)}, expected ${sentencesWord(expected)} as in the source`
  },
}

function sentencesWord(count: number): string {
  return count === 1 ? '1 sentence' : `${count} sentences`
}
