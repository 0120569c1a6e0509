import { packed, printOf, type Block, type Print } from '../markdown/block.ts'
import { emptyScan, scanProse } from '../markdown/scan.ts'
import { hashesIn, written } from '../text/short-hash.ts'
import { functionWordsOf } from './function-words.ts'

/** Fewer words than this do not tell a language by themselves. */
export const fewestWords = 5

/** A block as far as its words are concerned. */
export type Words = Pick<Block, 'print'>

/** How much of a text's words must be the source's for it to be the source's text, changed a little. */
const sameText = 0.75

/** How a block was told to be in the source's language: by the source's own words, or by the language of other words. */
export type Untranslated = 'same' | 'language'

/**
 * Whether a block is still in the source's language, told by its words alone: by the function words of both languages,
 * and, where the words are the source block's own, by fewer of them. Never by sameness alone, since names, labels and code
 * are the same in every language.
 */
export function untranslatedTest(
  sourceLanguage: string,
  targetLanguage: string,
): (source: Words | undefined, target: Words) => Untranslated | undefined {
  if (sourceLanguage === targetLanguage) return () => undefined
  const own = functionWordsOf(sourceLanguage) ?? new Set<number>()
  const theirs = functionWordsOf(targetLanguage)
  return (source, target) => {
    const words = hashesIn(printOf(target).words)
    if (words.length < fewestWords) return undefined
    const ofSource = words.filter((word) => own.has(word) && !theirs?.has(word)).length
    const ofTarget = words.filter((word) => theirs?.has(word) && !own.has(word)).length
    if (ofSource <= ofTarget) return undefined
    const share = source ? sharedWords(printOf(source), words) : 0
    if (share >= sameText) return share === 1 || ofSource > 1 ? 'same' : undefined
    // In a language that nothing is known of, other words are taken for its own.
    const isOther = theirs !== undefined && ofSource > 1 && ofSource > 3 * ofTarget
    return isOther && ofSource >= words.length * 0.18 ? 'language' : undefined
  }
}

/** How much of some words a block has too. */
function sharedWords({ words }: Print, others: readonly number[]): number {
  const left = new Map<number, number>()
  for (const word of hashesIn(words)) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared++
    left.set(word, count - 1)
  }
  return shared / others.length
}

/** Whether two blocks say the very same. */
export function isSame(source: Words, target: Words): boolean {
  return source.print === target.print
}

/** The words of a text that is no block, such as a title in the front matter. */
export function wordsOf(text: string): Words {
  const scan = emptyScan()
  scanProse(text, { start: 0, end: text.length }, scan)
  const { size, words } = scan
  return {
    print: packed({
      size,
      count: words.length,
      words: written(words, words.length),
      numbers: '',
      marks: '',
      shape: '',
    }),
  }
}
