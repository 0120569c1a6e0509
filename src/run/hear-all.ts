import { heardIn, shownOf, type Hearing } from '../lint/hear.ts'
import { compareMessages, type Message } from '../lint/message.ts'
import type { FarOutcome } from './far.ts'
import type { DocumentDepths, Known, KnownDocument, KnownGuide } from './known.ts'
import { identityOf, type NearPass } from './near-pass.ts'

export interface HearingInput extends Hearing {
  readonly near: NearPass
  readonly far: FarOutcome
  /** What a former run left, where no path has come or gone since. */
  readonly before: Known | undefined
  readonly shape: string
}

/** Brings together what all rules said of each file, leaves out what comments silence, and so ends a run. */
export function hearAll({ near, far, before, shape, ...hearing }: HearingInput): Known {
  const deep = before?.depths()
  const depths = new Map<string, DocumentDepths>()
  const guides = new Map<string, KnownGuide>()
  const onFiles = new Map<string, Message[]>()
  for (const [id, own] of near.guides) {
    const seen = far.guides.get(id) ?? deep?.guides.get(id)?.far ?? { messages: [], looked: [] }
    guides.set(id, { near: own, far: seen })
    for (const message of [...own, ...seen.messages]) {
      const there = onFiles.get(message.path)
      if (there) there.push(message)
      else onFiles.set(message.path, [message])
    }
  }
  const documents = new Map<string, KnownDocument>()
  for (const [path, known] of near.documents) {
    const { facts, isHushed, near: own } = known
    const seen = far.documents.get(path) ?? deep?.documents.get(path)?.far
    if (!seen) continue
    depths.set(path, { facts, isHushed, near: own, far: seen })
    const all = [...own, ...seen.messages, ...(onFiles.get(path) ?? [])]
    const document = isHushed ? far.corpus.documents.get(path) : undefined
    const heard = document ? heardIn(document, all, hearing) : shownOf(all, hearing)
    documents.set(path, { ...identityOf(known), heard: heard.sort(compareMessages) })
  }
  const others = [...onFiles].flatMap(([path, messages]) =>
    documents.has(path) ? [] : shownOf(messages, hearing),
  )
  return {
    shape,
    slugs: far.corpus.slugs,
    documents,
    others: others.sort(compareMessages),
    depths: () => ({ documents: depths, guides }),
  }
}
