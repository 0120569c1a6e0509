import { keyIn, type Corpus, type KnownBefore } from '../corpus/corpus.ts'
import type { DocumentIndex } from '../corpus/document-index.ts'
import type { Guide } from '../corpus/guide.ts'
import type { SlugVotes } from '../corpus/slug-votes.ts'
import { findFar, findOnGuide, type Means } from '../lint/found.ts'
import type { Message } from '../lint/message.ts'
import { fileOf, fileOn, stamp } from '../lint/stamp.ts'
import type { SlugAlgorithm } from '../markdown/slug.ts'

/** What rules of the whole corpus saw in a document or on the files of a guide, and what they looked at. */
export interface FarSight {
  readonly messages: readonly Message[]
  /** Paths, and keys of indexes, as `Corpus.watch` tells them. */
  readonly looked: readonly string[]
}

/** What follows for a document from all others. */
export interface DocumentFar extends FarSight {
  readonly votes?: SlugVotes | undefined
  /** What it stands under in each index, by the index's name. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

/** What a former run saw. */
export interface FarBefore {
  readonly slugs: SlugAlgorithm | undefined
  readonly documents: Lookup<DocumentFar>
  readonly guides: Lookup<FarSight>
}

interface Lookup<Value> {
  readonly get: (key: string) => Value | undefined
}

/** What those rules need. */
export interface FarInput extends Means {
  /** Makes the corpus, with what is known of it before it is looked at. */
  readonly corpusOf: (before: KnownBefore) => Corpus
  readonly textOf: (path: string) => string
  /** Undefined where paths have come or gone: then everything is looked at anew. */
  readonly before: FarBefore | undefined
  /** The paths of the documents whose texts have changed. */
  readonly changed: ReadonlySet<string>
}

/** What they saw now, of all that had to be looked at again. */
export interface FarOutcome {
  readonly corpus: Corpus
  readonly documents: ReadonlyMap<string, DocumentFar>
  readonly guides: ReadonlyMap<string, FarSight>
}

/** Lets the rules of the whole corpus look at what has changed and at what looks at it, and at nothing else. */
export function lookFar(input: FarInput): FarOutcome {
  const { before, changed, config } = input
  const knownOf = (path: string): DocumentFar | undefined =>
    changed.has(path) ? undefined : before?.documents.get(path)
  const touched = new Set(changed)
  const isStale = (sight: FarSight | undefined): boolean =>
    sight === undefined || sight.looked.some((each) => touched.has(each))
  const corpus = input.corpusOf({
    keysOf: ({ name }, path) => knownOf(path)?.keys[name],
    votesOf: (path) => (isStale(knownOf(path)) ? undefined : knownOf(path)?.votes),
  })
  const indexes = indexesOf(input)
  for (const key of changedKeys(indexes, corpus, input)) touched.add(key)

  const votes = new Map<string, ReadonlySet<string>>()
  const stale = [...corpus.documents.values()].filter(({ path }) => isStale(knownOf(path)))
  if (config.slugs === 'auto')
    for (const document of stale)
      votes.set(document.path, corpus.watch(() => corpus.votesOf(document)).looked)
  const isAsBefore = before?.slugs === corpus.slugs

  const means = {
    ...input,
    rules: input.rules.filter(({ rule }) => 'check' in rule && rule.scope === 'corpus'),
  }
  const documents = new Map<string, DocumentFar>()
  for (const document of isAsBefore ? stale : corpus.documents.values()) {
    const { path } = document
    const { value, looked } = corpus.watch(() => findFar(document, corpus, means))
    documents.set(path, {
      messages: stamp(value, fileOf(document), input.textOf),
      looked: [...new Set([...looked, ...(votes.get(path) ?? knownOf(path)?.looked ?? [])])],
      keys: Object.fromEntries(indexes.map((index) => [index.name, corpus.keysOf(index, document)])),
      votes: config.slugs === 'auto' ? corpus.votesOf(document) : undefined,
    })
  }
  const guides = new Map<string, FarSight>()
  for (const guide of guidesToSee(corpus, input)) {
    if (isAsBefore && !isStale(before.guides.get(guide.id))) continue
    const { value, looked } = corpus.watch(() => findOnGuide(guide, { corpus }, input))
    const messages = [...value].flatMap(([path, found]) =>
      stamp(found, fileOn(guide, path, corpus.documents.get(path)), input.textOf),
    )
    guides.set(guide.id, { messages, looked: [...looked] })
  }
  return { corpus, documents, guides }
}

function guidesToSee({ guides }: Corpus, { rules }: FarInput): Iterable<Guide> {
  const areSeen = rules.some(({ rule }) => 'checkGuide' in rule && rule.scope === 'corpus')
  return areSeen ? guides.values() : []
}

function indexesOf({ rules }: FarInput): DocumentIndex[] {
  return rules.flatMap(({ rule }) => ('indexes' in rule ? (rule.indexes ?? []) : []))
}

/** The keys that documents stand under now and did not before, or the other way round, as a corpus tells them. */
function* changedKeys(
  indexes: readonly DocumentIndex[],
  corpus: Corpus,
  { before, changed }: FarInput,
): Iterable<string> {
  if (!before) return
  for (const path of changed) {
    const document = corpus.documents.get(path)
    for (const index of indexes) {
      const was = new Set(before.documents.get(path)?.keys[index.name])
      const is = new Set(document ? corpus.keysOf(index, document) : [])
      for (const key of was) if (!is.has(key)) yield keyIn(index, key)
      for (const key of is) if (!was.has(key)) yield keyIn(index, key)
    }
  }
}
