import { locateBy, type Located } from '../corpus/locate.ts'
import type { FactsFile } from '../io/facts-file.ts'
import type { Stamp } from '../io/stamp.ts'
import { ledgerPath } from '../l10n/ledger.ts'
import type { Message } from '../lint/message.ts'
import { isAsBefore } from './as-before.ts'
import type { Depths, DocumentDepths, Known, KnownDocument, KnownLedger } from './known.ts'
import { lookNear, type NearOptions } from './look-near.ts'
import { toRead, type GuideJob, type GuideSight, type NearSetup, type ToRead } from './near.ts'
import type { Survey } from './survey.ts'

/** What is known of a document before rules of the whole corpus have looked. */
export type NearDocument = Omit<KnownDocument, 'heard'> & Omit<DocumentDepths, 'far'>

/** What rules that look no further than a guide left. */
export interface NearPass {
  /** In the order of their paths. */
  readonly documents: ReadonlyMap<string, NearDocument>
  /** The messages of guides as a whole, by guide. */
  readonly guides: ReadonlyMap<string, readonly Message[]>
  /** The paths of the documents that are new, gone, or have other texts or ledgers than before. */
  readonly changed: ReadonlySet<string>
  /** The guides that were looked at again. */
  readonly renewed: ReadonlySet<string>
}

export interface NearPassInput {
  readonly survey: Survey
  readonly before: Known | undefined
  readonly setup: NearSetup
  readonly facts: FactsFile
  readonly options: NearOptions
  /** Called as documents are done. */
  readonly progress?: ((done: number, all: number) => void) | undefined
}

/** Reads what may have changed, guide by guide, and lets the rules look that see no further. */
export async function passNear(input: NearPassInput): Promise<NearPass> {
  const { survey, before, facts, progress } = input
  const depths = before?.depths()
  const surveyed = new Map(survey.documents.map((each) => [each.path, each]))
  const documents = new Map<string, NearDocument>()
  const guides = new Map<string, readonly Message[]>()
  const changed = new Set([...(before?.documents.keys() ?? [])].filter((path) => !surveyed.has(path)))
  const renewed = new Set<string>()

  const ledgerNow = ({ locale = '', guide }: Located, hash: string | undefined): KnownLedger | undefined =>
    hash === undefined ? undefined : { hash, stamp: survey.ledgers.get(ledgerPath(locale, guide)) }
  const stampNow = (path: string): Stamp | undefined => {
    const { stamp, isSettled = false } = surveyed.get(path) ?? {}
    return isSettled ? stamp : undefined
  }
  const keep = ({ guide, documents: own }: GuideJob): void => {
    for (const { path } of own) {
      const [known, deep] = [before?.documents.get(path), depths?.documents.get(path)]
      if (!known || !deep) continue
      const { hash } = known
      const identity = { hash, stamp: stampNow(path), ledger: ledgerNow(known, known.ledger?.hash) }
      documents.set(path, nearDocument(known, identity, deep))
    }
    guides.set(guide, depths?.guides.get(guide)?.near ?? [])
  }
  const renew = ({ documents: own }: GuideJob, sight: GuideSight): void => {
    renewed.add(sight.guide)
    guides.set(sight.guide, sight.messages)
    for (const [index, each] of sight.documents.entries()) {
      const { path, hash, isHushed, messages, facts: bytes, ledger } = each
      const located = own[index]
      if (!located) continue
      const identity = { hash, stamp: stampNow(path), ledger: ledgerNow(located, ledger) }
      documents.set(
        path,
        nearDocument(located, identity, { facts: facts.add(bytes), isHushed, near: messages }),
      )
      const known = before?.documents.get(path)
      if (known?.hash !== hash || known.ledger?.hash !== ledger) changed.add(path)
    }
  }

  const groups = guidesIn(survey, before, input.setup)
  const isToRead = groups.map(({ documents: own }) =>
    own.some(({ path }) => !isAsBefore(surveyed.get(path), before, survey)),
  )
  for (const [index, group] of groups.entries()) if (!isToRead[index]) keep(group)
  let done = documents.size
  const jobs = groups.filter((_, index) => isToRead[index]).map((group) => withFindings(group, depths))
  for await (const { job, sight } of lookNear(jobs, input.setup, input.options)) {
    if (sight) renew(job, sight)
    else keep(job)
    done += job.documents.length
    progress?.(done, survey.documents.length)
  }
  return { documents: inOrder(documents, survey), guides, changed, renewed }
}

/** The documents by guide; the hashes of those are known of which none has come or gone. */
function guidesIn({ documents }: Survey, before: Known | undefined, { config }: NearSetup): GuideJob[] {
  const locate = locateBy(config)
  const groups = new Map<string, ToRead[]>()
  const counts = new Map<string, number>()
  for (const { guide } of before?.documents.values() ?? []) counts.set(guide, (counts.get(guide) ?? 0) + 1)
  for (const { path, outside } of documents) {
    const known = before?.documents.get(path)
    const located = known ?? locate(path)
    const one = toRead(located, { outside, known: known?.hash, ledger: known?.ledger?.hash })
    const group = groups.get(located.guide)
    if (group) group.push(one)
    else groups.set(located.guide, [one])
  }
  return [...groups].map(([guide, own]) => {
    const isWhole = own.length === counts.get(guide) && own.every(({ known }) => known !== undefined)
    return { guide, documents: isWhole ? own : own.map(asUnknown) }
  })
}

/** A guide's documents, each with what was found in it when it last had the text that is known of it. */
export function withFindings({ guide, documents }: GuideJob, depths: Depths | undefined): GuideJob {
  return {
    guide,
    documents: documents.map((document) => {
      const near = document.known === undefined ? undefined : depths?.documents.get(document.path)?.near
      return near ? toRead(document, { ...document, near }) : document
    }),
  }
}

function asUnknown(document: ToRead): ToRead {
  return toRead(document, { outside: document.outside })
}

/** Every field, so that all documents have one form in memory: that takes less of it, and less time. */
function nearDocument(
  { path, guide, locale, type, format, isStray }: Located,
  { hash, stamp, ledger }: Pick<NearDocument, 'hash' | 'stamp' | 'ledger'>,
  { facts, isHushed, near }: Pick<NearDocument, 'facts' | 'isHushed' | 'near'>,
): NearDocument {
  return { path, guide, locale, type, format, isStray, stamp, hash, ledger, facts, isHushed, near }
}

/** Where a document stands, and nothing else of what is known of it. */
export function locatedOf({ path, guide, locale, type, format, isStray }: Located): Located {
  return { path, guide, locale, type, format, isStray }
}

function inOrder(documents: ReadonlyMap<string, NearDocument>, survey: Survey): Map<string, NearDocument> {
  return new Map(
    survey.documents.flatMap(({ path }) => {
      const document = documents.get(path)
      return document ? [[path, document] as const] : []
    }),
  )
}
