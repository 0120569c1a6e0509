import type { Corpus } from './corpus.ts'

/** A derivation of the paths of a corpus: made once for all states of its documents, when it is first asked for. */
export function oncePerPaths<Value>(derive: (corpus: Corpus) => Value): (corpus: Corpus) => Value {
  const known = new WeakMap<Corpus['files'], { readonly value: Value }>()
  return (corpus) => {
    const entry = known.get(corpus.files) ?? { value: derive(corpus) }
    known.set(corpus.files, entry)
    return entry.value
  }
}
