import { locateBy } from '../corpus/locate.ts'
import type { FactsFile } from '../io/facts-file.ts'
import { readText } from '../io/read-text.ts'
import type { Blob, ShardNumber } from './blob.ts'
import type { Known } from './known.ts'
import { look } from './look.ts'
import { threadsFor } from './threads.ts'
import { LostFacts } from './lost-facts.ts'
import { borrowFacts, keyOf, openMemory, scratchFacts } from './memory.ts'
import { locatedOf, passNear, type NearDocument, type NearPass } from './near-pass.ts'
import { setupOf, type RunRequest } from './request.ts'
import type { Survey, SurveyedDocument } from './survey.ts'

/** The documents of one shard: those of every so many-th guide, in the order of their paths. */
function documentsOf(
  { documents }: Survey,
  { index, count }: ShardNumber,
  { config }: Pick<RunRequest, 'config'>,
): SurveyedDocument[] {
  const locate = locateBy(config)
  const places = new Map<string, number>()
  return documents.filter(({ path }) => {
    const { guide } = locate(path)
    const place = places.get(guide) ?? places.size
    places.set(guide, place)
    return place % count === index - 1
  })
}

/** Looks at the guides of one shard, as far as that can be done without the others. What is remembered of all is used, and left as it is. */
export async function lookAtShard(
  request: RunRequest,
  found: Survey,
  shard: ShardNumber,
): Promise<Omit<Blob, 'asked'>> {
  const before = openMemory(request).load()
  try {
    return await blobOf(request, found, shard, before)
  } catch (error) {
    if (!(error instanceof LostFacts)) throw error
    return blobOf(request, found, shard, undefined)
  }
}

async function blobOf(
  request: RunRequest,
  found: Survey,
  shard: ShardNumber,
  before: Known | undefined,
): Promise<Omit<Blob, 'asked'>> {
  const { cache, progress } = request
  const facts = before && cache !== undefined ? borrowFacts({ ...request, cache }, before) : scratchFacts()
  try {
    const documents = documentsOf(found, shard, request)
    const bytes = documents.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0)
    const near = await passNear({
      survey: { ...found, documents },
      before,
      setup: setupOf(request),
      facts,
      options: { threads: request.threads ?? threadsFor(bytes) },
      progress,
    })
    return {
      shard,
      key: keyOf(request),
      shape: found.shape,
      files: shard.index === 1 ? found.files : [],
      documents: Array.from(near.documents.values(), (document) => blobDocumentOf(document, facts)),
      guides: [...near.guides],
    }
  } finally {
    facts.close()
  }
}

function blobDocumentOf(document: NearDocument, facts: FactsFile): Blob['documents'][number] {
  const { path, hash, isHushed, near, ledger } = document
  const bytes = facts.get(document.facts)
  if (!bytes) throw new LostFacts(`Unexpected end of the facts of ${path}`)
  return {
    ...locatedOf(document),
    hash,
    isHushed,
    near,
    facts: bytes,
    ...(ledger && { ledger: { hash: ledger.hash } }),
  }
}

/** Brings together what all shards saw, and lets the rules of the whole corpus look; what comes of it is remembered. */
export async function mergeShards(
  request: RunRequest,
  found: Survey,
  blobs: readonly Blob[],
): Promise<Known> {
  const memory = openMemory(request)
  const merged = (before: Known | undefined): Promise<Known> =>
    memory.renew(before, (facts) =>
      look(request, found, before, facts, { near: nearOf(blobs, before, facts) }),
    )
  try {
    return await merged(memory.load())
  } catch (error) {
    if (!(error instanceof LostFacts)) throw error
    return merged(undefined)
  }
}

/** The first document with findings whose text is not the one that a shard read. */
export function readOtherwise(root: string, { documents }: Known): string | undefined {
  for (const { path, heard, hash } of documents.values())
    if (heard.some(({ ruleId }) => ruleId !== 'limits') && readText(root, { path }).hash !== hash) return path
  return undefined
}

/** What all shards saw together, as one look at all guides would have left it. */
function nearOf(blobs: readonly Blob[], before: Known | undefined, facts: FactsFile): NearPass {
  const seen = blobs.flatMap(({ documents }) => documents).sort((a, b) => (a.path < b.path ? -1 : 1))
  const documents = new Map(
    seen.map((each): [string, NearDocument] => [each.path, { ...each, facts: facts.add(each.facts) }]),
  )
  const changed = new Set([...(before?.documents.keys() ?? [])].filter((path) => !documents.has(path)))
  for (const [path, { hash, ledger }] of documents) {
    const known = before?.documents.get(path)
    if (known?.hash !== hash || known.ledger?.hash !== ledger?.hash) changed.add(path)
  }
  const guides = new Map(blobs.flatMap((blob) => blob.guides))
  return { documents, guides, changed, renewed: new Set(guides.keys()) }
}
