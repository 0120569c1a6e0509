import type { Means } from '../lint/found.ts'
import { rules } from '../lint/rules/index.ts'
import { selectRules } from '../lint/selection.ts'
import type { FactsFile } from '../io/facts-file.ts'
import { lookFar } from './far.ts'
import { hearAll } from './hear-all.ts'
import type { Known, KnownDocument } from './known.ts'
import { LostFacts, lazyDocuments } from './lazy-documents.ts'
import { threadsFor } from './look-near.ts'
import { openMemory } from './memory.ts'
import { identityOf, isAsBefore, passNear, type NearPass } from './near-pass.ts'
import type { NearSetup } from './near.ts'
import { survey, type Survey } from './survey.ts'
import { textsBelow } from './texts.ts'

/** What a run over the documents below a root needs. */
export interface RunRequest extends NearSetup {
  /** The folder in which it remembers; nothing is remembered where it is left out. */
  readonly cache?: string | undefined
  /** How many threads read; as many as serve best where it is left out. */
  readonly threads?: number | undefined
  /** Notes what each rule takes: then all is done in one thread. */
  readonly measure?: Means['measure']
  /** Called as documents are done. */
  readonly progress?: (done: number, all: number) => void
}

/** Lints all documents below a root. What a former run found is looked for again only where it may have changed. */
export async function lintFolder(request: RunRequest): Promise<Known> {
  const found = survey(request.root, request.config)
  const memory = openMemory(request)
  const before = memory.load()
  if (before && isQuiet(found, before)) return before
  try {
    return await memory.renew(before, (facts) => look(request, found, before, facts))
  } catch (error) {
    if (!(error instanceof LostFacts)) throw error
    return memory.renew(undefined, (facts) => look(request, found, undefined, facts))
  }
}

function isQuiet(found: Survey, before: Known): boolean {
  return found.shape === before.shape && found.documents.every((each) => isAsBefore(each, before, found))
}

async function look(
  request: RunRequest,
  found: Survey,
  before: Known | undefined,
  facts: FactsFile,
): Promise<Known> {
  const { root, config, canon, only, measure, progress } = request
  const toRead = found.documents.filter((each) => !isAsBefore(each, before, found))
  const bytes = toRead.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0)
  const options = { threads: request.threads ?? threadsFor(bytes), ...(measure && { measure }) }
  const near = await passNear({
    survey: found,
    before,
    setup: { root, config, canon, only },
    facts,
    options,
    progress,
  })
  const samePaths = before?.shape === found.shape ? before : undefined
  if (samePaths && near.changed.size === 0) return withStamps(samePaths, near)

  const means = {
    config,
    rules: selectRules(rules, config, only && new Set(only)),
    ...(canon && { canon }),
    ...(measure && { measure }),
  }
  const textOf = textsBelow(root, canon)
  const deep = samePaths?.depths()
  const far = lookFar({
    ...means,
    documents: lazyDocuments(near.documents.values(), facts),
    files: found.files,
    textOf,
    before: samePaths &&
      deep && {
        slugs: samePaths.slugs,
        documents: new Map(Array.from(deep.documents, ([path, each]) => [path, each.far])),
        guides: new Map(Array.from(deep.guides, ([id, each]) => [id, each.far])),
      },
    changed: near.changed,
  })
  return hearAll({
    ...means,
    known: rules.map(({ id }) => id),
    textOf,
    near,
    far,
    before: samePaths,
    shape: found.shape,
  })
}

/** The same knowledge, and stamps by which it is told sooner the next time. */
function withStamps(known: Known, near: NearPass): Known {
  const documents = Array.from(known.documents, ([path, each]): [string, KnownDocument] => {
    const seen = near.documents.get(path)
    return [path, seen ? { ...identityOf(seen), heard: each.heard } : each]
  })
  return { ...known, documents: new Map(documents) }
}
