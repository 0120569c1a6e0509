import { missingFrom, wordsOf, type Check } from './check.ts'

const address = /\bhttps?:\/\/[^\s<>()]+|\bwww\.[^\s<>()]+|\b(?:javascript|data|vbscript):\S*/giu

function addressesIn(words: string): string[] {
  return (words.match(address) ?? []).map((each) => each.replace(/[.,;:!?]+$/, ''))
}

/** An address among the words that the source does not have: links are markup, and come along by their numbers. */
export const links: Check = {
  id: 'links',
  severity: 'error',
  *find({ source, target }) {
    for (const found of missingFrom(addressesIn(wordsOf(target)), addressesIn(wordsOf(source))))
      yield `Unexpected \`${found}\`, expected the links of the source alone`
  },
}
