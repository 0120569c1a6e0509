import type { Corpus } from '../corpus/corpus.ts'
import type { FactsFile } from '../io/facts-file.ts'
import { shownOf, type Hearing } from '../lint/hear.ts'
import { compareMessages } from '../lint/message.ts'
import { lookFar, type FarOutcome } from './far.ts'
import { hear, hearingOf } from './hear-all.ts'
import {
  farBeforeOf,
  knownAs,
  type Depths,
  type DocumentDepths,
  type Known,
  type KnownGuide,
} from './known.ts'
import { lazyDocuments } from './lazy-documents.ts'
import { withFindings } from './near-pass.ts'
import type { GuideJob, NearSighted } from './near.ts'
import type { RunRequest } from './request.ts'
import type { Survey } from './survey.ts'
import { textsBelow } from './texts.ts'

/** What is known of a corpus that is kept, and the corpus. */
export interface Standing {
  readonly known: Known
  readonly corpus: Corpus
}

/** What looking again needs. */
export interface RenewalMeans {
  readonly request: RunRequest
  readonly found: Survey
  readonly facts: FactsFile
  readonly sighted: NearSighted
}

/**
 * Looks again at guides of which no document has come or gone, and at what looks at them; the time that it takes hangs
 * on these, and hardly on how large the corpus is.
 */
export async function renewGuides(
  { known, corpus }: Standing,
  jobs: readonly GuideJob[],
  { request, found, facts, sighted }: RenewalMeans,
): Promise<Standing> {
  const depths = known.depths()
  const documents = new Map(known.documents)
  const near = new Map<string, Omit<DocumentDepths, 'far'>>()
  const onGuides = new Map<string, KnownGuide['near']>()
  const changed = new Set<string>()
  const surveyed = new Map(found.documents.map((each) => [each.path, each]))
  for (const { documents: own, ...job } of jobs) {
    const sight = await sighted.look(withFindings({ ...job, documents: own }, depths))
    if (sight) onGuides.set(sight.guide, sight.messages)
    for (const [index, { path }] of own.entries()) {
      const before = known.documents.get(path)
      if (!before) continue
      const seen = sight?.documents[index]
      const { stamp, isSettled = false } = surveyed.get(path) ?? {}
      const renewed = seen?.ledger === undefined ? undefined : { hash: seen.ledger }
      const identity = {
        hash: seen?.hash ?? before.hash,
        stamp: isSettled ? stamp : undefined,
        ledger: seen ? renewed : before.ledger,
      }
      documents.set(path, knownAs(before, identity, before.heard))
      if (!seen) continue
      near.set(path, { isHushed: seen.isHushed, near: seen.messages, facts: facts.add(seen.facts) })
      if (seen.hash !== before.hash || seen.ledger !== before.ledger?.hash) changed.add(path)
    }
  }
  if (changed.size === 0) return { known: { ...known, documents }, corpus }

  const hearing = hearingOf(request, textsBelow(request.root, request.canon))
  const fresh = [...changed].flatMap((path) => {
    const [document, own] = [documents.get(path), near.get(path)]
    return document && own ? [{ ...document, ...own }] : []
  })
  const far = lookFar({
    ...hearing,
    corpusOf: (before) => corpus.with(lazyDocuments(fresh, facts), before),
    before: farBeforeOf(known),
    changed,
  })
  const deep = deepened(depths, near, onGuides, far)
  return {
    known: heardAgain({ ...known, documents, depths: () => deep }, { near, onGuides, far }, hearing),
    corpus: far.corpus,
  }
}

/** What is known of documents and guides, with what was seen anew in its place. */
function deepened(
  depths: Depths,
  near: ReadonlyMap<string, Omit<DocumentDepths, 'far'>>,
  onGuides: ReadonlyMap<string, KnownGuide['near']>,
  far: FarOutcome,
): Depths {
  const documents = new Map(depths.documents)
  for (const path of new Set([...near.keys(), ...far.documents.keys()])) {
    const before = documents.get(path)
    const [own, seen] = [near.get(path) ?? before, far.documents.get(path) ?? before?.far]
    if (own && seen)
      documents.set(path, { facts: own.facts, isHushed: own.isHushed, near: own.near, far: seen })
  }
  const guides = new Map(depths.guides)
  for (const id of new Set([...onGuides.keys(), ...far.guides.keys()])) {
    const before = guides.get(id)
    guides.set(id, {
      near: onGuides.get(id) ?? before?.near ?? [],
      far: far.guides.get(id) ?? before?.far ?? { messages: [], looked: [] },
    })
  }
  return { documents, guides }
}

interface Seen {
  readonly near: ReadonlyMap<string, unknown>
  readonly onGuides: ReadonlyMap<string, unknown>
  readonly far: FarOutcome
}

/** Hears again what may have been said otherwise: of documents and guides that were looked at. */
function heardAgain(known: Known, { near, onGuides, far }: Seen, hearing: Hearing): Known {
  const { documents: deep, guides: deepGuides } = known.depths()
  const guides = new Set([...onGuides.keys(), ...far.guides.keys()])
  const paths = new Set([...near.keys(), ...far.documents.keys()])
  for (const guide of guides)
    for (const { path } of far.corpus.guides.get(guide)?.documents.values() ?? []) paths.add(path)
  const documents = new Map(known.documents)
  for (const path of paths) {
    const [document, own] = [documents.get(path), deep.get(path)]
    if (!document || !own) continue
    const guide = deepGuides.get(document.guide)
    const onIt = [...(guide?.near ?? []), ...(guide?.far.messages ?? [])].filter((each) => each.path === path)
    documents.set(path, knownAs(document, document, hear(own, onIt, far.corpus.documents.get(path), hearing)))
  }
  const onOthers = [...guides].flatMap((id) => {
    const guide = deepGuides.get(id)
    return [...(guide?.near ?? []), ...(guide?.far.messages ?? [])].filter(({ path }) => !documents.has(path))
  })
  const others = [...known.others.filter(({ guide }) => !guides.has(guide)), ...shownOf(onOthers, hearing)]
  return { ...known, slugs: far.corpus.slugs, documents, others: others.sort(compareMessages) }
}
