import { LazyDocument, type Document } from '../corpus/document.ts'
import { Recent } from '../corpus/recent.ts'
import type { FactsFile } from '../io/facts-file.ts'
import type { Facts } from '../markdown/facts.ts'
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
