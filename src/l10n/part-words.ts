import type { Facts } from '../markdown/facts.ts'
import { contentOf } from './content.ts'
import { partsOf } from './part.ts'
import { phrasesOf, type Phrase } from './phrase.ts'

/** What a part of a document says. */
export interface PartWords {
  /** As it stands there, markup included; of a segment without what begins its lines. */
  readonly content: string
  /** Undefined of what is no segment, such as code. */
  readonly phrase: Phrase | undefined
}

/** What the parts of a document say, by their hashes: what a record made of one can be read in it. */
export function partWordsOf(facts: Facts, text: string): ReadonlyMap<string, PartWords> {
  const phrases = phrasesOf(facts, text)
  return new Map(
    partsOf(facts, text).map(({ hash, segment = -1, range }) => {
      const own = facts.segments[segment]
      const content = own ? contentOf(own, text).text : text.slice(range.start, range.end)
      return [hash, { content, phrase: phrases[segment] }]
    }),
  )
}
