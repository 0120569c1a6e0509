import type { Document } from '../corpus/document.ts'
import { heardIn, shownOf, type Hearing } from '../lint/hear.ts'
import { compareMessages, type Message } from '../lint/message.ts'
import { rules } from '../lint/rules/index.ts'
import type { FarOutcome } from './far.ts'
import { knownAs, type DocumentDepths, type Known, type KnownDocument, type KnownGuide } from './known.ts'
import type { NearPass } from './near-pass.ts'
import { meansOf, type NearSetup } from './near.ts'
import type { Stopwatch } from './stopwatch.ts'

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
    const deeply = { facts, isHushed, near: own, far: seen }
    depths.set(path, deeply)
    const heard = hear(deeply, onFiles.get(path) ?? [], far.corpus.documents.get(path), hearing)
    documents.set(path, knownAs(known, known, heard))
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

/** What hearing needs, of what was asked for. */
export function hearingOf(setup: NearSetup, textOf: Hearing['textOf'], clock?: Stopwatch): Hearing {
  return { ...meansOf(setup, clock), known: rules.map(({ id }) => id), textOf }
}

/** What is heard of a document, of all that is said of it: as a document, beside others, and as a file of its guide. */
export function hear(
  { isHushed, near, far }: DocumentDepths,
  onIt: readonly Message[],
  document: Document | undefined,
  hearing: Hearing,
): Message[] {
  const all = [...near, ...far.messages, ...onIt]
  const heard = isHushed && document ? heardIn(document, all, hearing) : shownOf(all, hearing)
  return heard.sort(compareMessages)
}
