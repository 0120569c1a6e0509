import { Corpus } from '../corpus/corpus.ts'
import type { FactsFile } from '../io/facts-file.ts'
import { isAsBefore } from './as-before.ts'
import { lookFar } from './far.ts'
import { hearAll, hearingOf } from './hear-all.ts'
import { farBeforeOf, knownAs, type Known, type KnownDocument } from './known.ts'
import { lazyDocuments } from './lazy-documents.ts'
import { threadsFor } from './threads.ts'
import { passNear, type NearPass } from './near-pass.ts'
import type { NearSighted } from './near.ts'
import { setupOf, type RunRequest } from './request.ts'
import type { Survey } from './survey.ts'
import { textsBelow } from './texts.ts'

/** Looks at all that may have changed, and at what looks at it. */
export async function look(
  request: RunRequest,
  found: Survey,
  before: Known | undefined,
  facts: FactsFile,
  { sighted, near: seen }: { readonly sighted?: NearSighted; readonly near?: NearPass } = {},
): Promise<Known> {
  const { root, config, canon, clock, progress } = request
  const toRead = found.documents.filter((each) => !isAsBefore(each, before, found))
  const bytes = toRead.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0)
  const options = {
    threads: request.threads ?? threadsFor(bytes),
    ...(clock && { clock }),
    ...(sighted && { sighted }),
  }
  const near =
    seen ??
    (await passNear({
      survey: found,
      before,
      setup: setupOf(request),
      facts,
      options,
      progress,
    }))
  const samePaths = before?.shape === found.shape ? before : undefined
  if (samePaths && near.changed.size === 0) return withStamps(samePaths, near)

  const hearing = hearingOf(request, textsBelow(root, canon), clock)
  const far = lookFar({
    ...hearing,
    corpusOf: (known) => {
      const made = (): Corpus =>
        new Corpus(config, lazyDocuments(near.documents.values(), facts), found.files, known)
      return clock ? clock.stage('corpus and indexes', made) : made()
    },
    before: samePaths && farBeforeOf(samePaths),
    changed: near.changed,
  })
  return hearAll({ ...hearing, near, far, before: samePaths, shape: found.shape })
}

/** The same knowledge, and stamps by which it is told sooner the next time. */
function withStamps(known: Known, near: NearPass): Known {
  const documents = Array.from(known.documents, ([path, each]): [string, KnownDocument] => {
    const seen = near.documents.get(path)
    return [path, seen ? knownAs(seen, seen, each.heard) : each]
  })
  return { ...known, documents: new Map(documents) }
}
