import type { Document } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import { Recent } from '../corpus/recent.ts'
import type { FactsFile } from '../io/facts-file.ts'
import type { Facts } from '../markdown/facts.ts'
import type { Format } from '../markdown/parse.ts'
import { unpackFacts } from '../markdown/packed-facts.ts'
import { LostFacts } from './lost-facts.ts'
import type { NearDocument } from './near-pass.ts'

/** Facts of so many documents stay in memory, for links lead near. */
const factsKept = 2000

/** Documents whose outward facts are read when somebody looks at them. */
export function lazyDocuments(documents: Iterable<NearDocument>, file: FactsFile): Document[] {
  const recent = new Recent<string, Facts>(factsKept)
  return Array.from(documents, (document) => {
    const { path, facts: slot } = document
    return new LazyDocument(document, () =>
      recent.getOr(path, () => {
        const bytes = file.get(slot)
        if (!bytes) throw new LostFacts(`Unexpected end of the facts of ${path}`)
        return unpackFacts(bytes)
      }),
    )
  })
}

/** A class, for the engine takes objects with getters of their own each for one of its kind. */
class LazyDocument implements Document {
  readonly path: string
  readonly guide: string
  readonly locale: Locale | undefined
  readonly type: string
  readonly format: Format
  readonly hash: string
  readonly #factsNow: () => Facts

  constructor({ path, guide, locale, type, format, hash }: Omit<Document, 'facts'>, factsNow: () => Facts) {
    this.path = path
    this.guide = guide
    this.locale = locale
    this.type = type
    this.format = format
    this.hash = hash
    this.#factsNow = factsNow
  }

  get facts(): Facts {
    return this.#factsNow()
  }
}
