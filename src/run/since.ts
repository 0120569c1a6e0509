import ignore from 'ignore'
import { Corpus } from '../corpus/corpus.ts'
import { locateBy } from '../corpus/locate.ts'
import { shownOf, type Hearing } from '../lint/hear.ts'
import type { Message } from '../lint/message.ts'
import { lookFar, type FarOutcome } from './far.ts'
import { hear, hearingOf } from './hear-all.ts'
import { farBeforeOf, type Known } from './known.ts'
import { lazyDocuments } from './lazy-documents.ts'
import { toRead, type GuideJob, type GuideSight, type ToRead } from './near.ts'
import type { NearDocument } from './near-pass.ts'
import type { RenewalMeans, Standing } from './renew.ts'
import { textsBelow } from './texts.ts'

/** How files were, that are others now. */
export interface Past {
  /** All that differ, documents or not. */
  readonly paths: ReadonlySet<string>
  /** Those of them that were not there. */
  readonly added: ReadonlySet<string>
  /** Those of them that are there no more. */
  readonly removed: ReadonlySet<string>
  /** The texts of the documents that were there. */
  readonly texts: ReadonlyMap<string, string>
}

/** What a change brought. */
export interface Since {
  /** The documents that were changed, and those that look at them and of which something is found since. */
  readonly paths: ReadonlySet<string>
  /** Whether a message is on a changed document, or was not there before. */
  readonly isNew: (message: Message) => boolean
}

/**
 * Tells what a change brought: the corpus is looked at as it was, where that matters to what is found now, and of what
 * did not change itself, only findings count that were not there.
 */
export async function lookSince(standing: Standing, given: Past, means: RenewalMeans): Promise<Since> {
  const { known } = standing
  const past = withinCorpus(given, standing.corpus)
  const changed = new Set([...past.paths].filter((path) => known.documents.has(path)))
  const sights = await sightsBefore(known, past, means)
  const before = documentsBefore(known, past, sights, means)
  const far = farBefore(standing, past, before, means)
  const old = heardBefore(known, sights, far, before, hearingFor(past, means.request))
  const wasThere = new Set([...old].flatMap(([, messages]) => messages.map(identityOf)))
  const isNew = (message: Message): boolean =>
    changed.has(message.path) || (old.has(message.path) && !wasThere.has(identityOf(message)))
  const looking = [...known.documents.values()].filter(({ heard }) => heard.some(isNew))
  return { paths: new Set([...changed, ...looking.map(({ path }) => path)]), isNew }
}

/** Without what is left out of the corpus: hidden, excluded, ignored. */
function withinCorpus(past: Past, { files, config }: Corpus): Past {
  const excluded = ignore().add([...config.exclude])
  const isLeftOut = (path: string): boolean =>
    /(?:^|\/)(?:\.|node_modules\/)/.test(path) || excluded.ignores(path)
  const isIn = (path: string): boolean => files.has(path) || (past.removed.has(path) && !isLeftOut(path))
  return {
    paths: new Set([...past.paths].filter(isIn)),
    added: new Set([...past.added].filter(isIn)),
    removed: new Set([...past.removed].filter(isIn)),
    texts: new Map([...past.texts].filter(([path]) => isIn(path))),
  }
}

/** In what did not change, a message stays where it is. */
function identityOf({ path, ruleId, reason, range: { start, end } }: Message): string {
  return JSON.stringify([path, ruleId, start, end, reason])
}

/** The guides that changed documents belong to, as they were. */
async function sightsBefore(
  known: Known,
  { paths, added, texts }: Past,
  { request, found, sighted }: RenewalMeans,
): Promise<GuideSight[]> {
  const locate = locateBy(request.config)
  const outside = new Map(found.documents.map((each) => [each.path, each.outside]))
  const guides = new Set(
    [...paths].flatMap(
      (path) => known.documents.get(path)?.guide ?? (texts.has(path) ? locate(path).guide : []),
    ),
  )
  const jobs = new Map(Array.from(guides, (guide) => [guide, [] as ToRead[]]))
  const here = [...known.documents.keys()].filter((path) => !added.has(path))
  for (const path of new Set([...here, ...texts.keys()])) {
    const located = locate(path)
    const [text, target] = [texts.get(path), outside.get(path)]
    jobs.get(located.guide)?.push(toRead(located, { text, outside: text === undefined ? target : undefined }))
  }
  const sights: GuideSight[] = []
  for (const [guide, documents] of jobs) {
    const job: GuideJob = { guide, documents: documents.sort((a, b) => (a.path < b.path ? -1 : 1)) }
    const sight = documents.length > 0 ? await sighted.look(job) : undefined
    if (sight) sights.push(sight)
  }
  return sights
}

/** The documents that were there, of those guides. */
function documentsBefore(
  known: Known,
  { added }: Past,
  sights: readonly GuideSight[],
  { request, facts }: RenewalMeans,
): ReadonlyMap<string, NearDocument> {
  const locate = locateBy(request.config)
  const deep = known.depths().documents
  const documents = new Map<string, NearDocument>()
  const seen = new Map(sights.flatMap((sight) => sight.documents).map((each) => [each.path, each]))
  for (const [path, document] of known.documents) {
    const own = deep.get(path)
    if (own && !added.has(path) && !seen.has(path)) documents.set(path, { ...document, ...own })
  }
  for (const [path, { hash, isHushed, messages, facts: bytes }] of seen)
    documents.set(path, { ...locate(path), hash, isHushed, near: messages, facts: facts.add(bytes) })
  return documents
}

function farBefore(
  { known, corpus }: Standing,
  past: Past,
  before: ReadonlyMap<string, NearDocument>,
  { request, facts }: RenewalMeans,
): FarOutcome {
  const hasSamePaths = past.added.size === 0 && past.removed.size === 0
  const changed = new Set([...past.paths].filter((path) => before.has(path)))
  return lookFar({
    ...hearingFor(past, request),
    corpusOf: (knownBefore) => {
      const documents = [...before.values()]
      if (hasSamePaths)
        return corpus.with(
          lazyDocuments(
            documents.filter(({ path }) => changed.has(path)),
            facts,
          ),
          knownBefore,
        )
      const files = [...corpus.files, ...past.paths].filter((path) => !past.added.has(path))
      return new Corpus(request.config, lazyDocuments(documents, facts), files, knownBefore)
    },
    before: hasSamePaths ? farBeforeOf(known) : undefined,
    changed,
  })
}

/** What was heard, by path, of every file of which something else may have been. */
function heardBefore(
  known: Known,
  sights: readonly GuideSight[],
  far: FarOutcome,
  before: ReadonlyMap<string, NearDocument>,
  hearing: Hearing,
): ReadonlyMap<string, readonly Message[]> {
  const deep = known.depths()
  const nearOnGuides = new Map(sights.map(({ guide, messages }) => [guide, messages]))
  const guides = new Set([...nearOnGuides.keys(), ...far.guides.keys()])
  const onGuide = (id: string): readonly Message[] => {
    const now = deep.guides.get(id)
    return [
      ...(nearOnGuides.get(id) ?? now?.near ?? []),
      ...((far.guides.get(id) ?? now?.far)?.messages ?? []),
    ]
  }
  const paths = new Set(far.documents.keys())
  for (const { guide, path } of before.values()) if (guides.has(guide)) paths.add(path)
  const heard = new Map<string, readonly Message[]>()
  for (const path of paths) {
    const document = before.get(path)
    const seen = far.documents.get(path) ?? deep.documents.get(path)?.far
    if (!document || !seen) continue
    const onIt = onGuide(document.guide).filter((message) => message.path === path)
    heard.set(path, hear({ ...document, far: seen }, onIt, far.corpus.documents.get(path), hearing))
  }
  for (const { path, guide } of known.others) if (guides.has(guide)) heard.set(path, [])
  for (const id of guides) {
    for (const message of shownOf(onGuide(id), hearing))
      if (!before.has(message.path)) heard.set(message.path, [...(heard.get(message.path) ?? []), message])
  }
  return heard
}

function hearingFor({ texts }: Past, request: RenewalMeans['request']): Hearing {
  const below = textsBelow(request.root, request.canon)
  return hearingOf(request, (path) => texts.get(path) ?? below(path))
}
