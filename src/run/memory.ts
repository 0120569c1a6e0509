import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../io/build.ts'
import { dropFacts, factsPath, knownPath, makeCacheFolder, tidyCaches } from '../io/cache-files.ts'
import { errorCode } from '../io/error-code.ts'
import { FactsFile } from '../io/facts-file.ts'
import { readSealed, writeSealed } from '../io/sealed-lines.ts'
import { hashOf } from '../text/edit.ts'
import type { Known } from './known.ts'
import { knownIn, linesOf } from './known-lines.ts'
import type { NearSetup } from './near.ts'

/** What runs over one folder, with one config and the same rules, remember. */
export interface Memory {
  /** What the last run left; undefined where there is nothing, or nothing that can be read. */
  readonly load: () => Known | undefined
  /** Does a run's work on a file of facts, and keeps what comes of it for the next one. */
  readonly renew: (before: Known | undefined, work: (facts: FactsFile) => Promise<Known>) => Promise<Known>
}

/** Opens the memory of a run; without a folder nothing is remembered. */
export function openMemory(setup: NearSetup & { readonly cache?: string | undefined }): Memory {
  const { cache: folder } = setup
  if (folder === undefined) return { load: () => undefined, renew: forget }
  const key = keyOf(setup)
  return {
    load: () => {
      const lines = readSealed(knownPath(folder, key))
      return lines && knownIn(lines)
    },
    renew: (before, work) => remember({ folder, key }, before, work),
  }
}

/** The facts that a run left in a folder, to be read and added to; what is added is gone when they are closed. */
export function borrowFacts(setup: NearSetup & { readonly cache: string }, { generation }: Known): FactsFile {
  const old = generation === undefined ? undefined : factsPath(setup.cache, keyOf(setup), generation)
  return new FactsFile(old, scratchPath())
}

/** Facts that nobody remembers once they are closed. */
export function scratchFacts(): FactsFile {
  return new FactsFile(undefined, scratchPath())
}

function scratchPath(): string {
  return join(tmpdir(), `hexapla-${randomUUID()}.facts`)
}

/** All that what is known depends on, besides the documents: the program, the config, the settings and the rules. */
export function keyOf({ config, canon, only }: NearSetup): string {
  const rest = [build, config, canon?.path, canon?.text, only ? [...only].sort() : null]
  return hashOf(JSON.stringify(rest)).slice(0, 24)
}

async function forget(_: Known | undefined, work: (facts: FactsFile) => Promise<Known>): Promise<Known> {
  const facts = scratchFacts()
  try {
    return await work(facts)
  } finally {
    facts.close()
  }
}

async function remember(
  { folder, key }: { readonly folder: string; readonly key: string },
  before: Known | undefined,
  work: (facts: FactsFile) => Promise<Known>,
): Promise<Known> {
  if (!makeCacheFolder(folder)) return forget(before, work)
  const fresh = randomUUID()
  const old = before?.generation
  const facts = new FactsFile(
    old === undefined ? undefined : factsPath(folder, key, old),
    factsPath(folder, key, fresh),
  )
  let known: Known | undefined
  try {
    known = await work(facts)
    const { documents, guides } = known.depths()
    const kept = facts.keep(Array.from(documents.values(), ({ facts: slot }) => slot))
    const generation = kept.file === 'old' && old !== undefined ? old : fresh
    const moved = new Map(
      [...documents].map(([path, each], index) => [
        path,
        {
          facts: kept.slots[index] ?? each.facts,
          isHushed: each.isHushed,
          near: each.near,
          far: each.far,
        },
      ]),
    )
    const lasting = { ...known, generation, depths: () => ({ documents: moved, guides }) }
    writeSealed(knownPath(folder, key), linesOf(lasting))
    tidyCaches(folder, key, generation)
    return lasting
  } catch (error) {
    if (!isDiskFull(error)) throw error
    dropFacts(folder, key, fresh)
    // What cannot be remembered is known all the same; where there is no room to find it out, there may be elsewhere.
    return known ?? (await forget(before, work))
  } finally {
    facts.close()
  }
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')
}
