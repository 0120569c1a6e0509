import type { Corpus } from './corpus.ts'

/** A derivation of a whole corpus, made for each corpus once, when it is first asked for. */
export function oncePerCorpus<Value>(derive: (corpus: Corpus) => Value): (corpus: Corpus) => Value {
  const known = new WeakMap<Corpus, { readonly value: Value }>()
  return (corpus) => {
    const entry = known.get(corpus) ?? { value: derive(corpus) }
    known.set(corpus, entry)
    return entry.value
  }
}
