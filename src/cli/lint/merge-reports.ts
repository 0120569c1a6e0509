import { resolve } from 'node:path'
import { blobsIn, readBlob } from '../../io/blob-file.ts'
import { isFolder } from '../../io/config-file.ts'
import { askedIn, unpackBlob, type Asked, type Blob } from '../../run/blob.ts'
import { keyOf } from '../../run/memory.ts'
import { mergeShards, readOtherwise } from '../../run/shard.ts'
import { survey, type Survey } from '../../run/survey.ts'
import { checkClaims, openCanon } from '../canon.ts'
import type { CommonOptions } from '../command.ts'
import { tell } from './known.ts'
import { checkedReporter, checkedRules, type LintOptions } from './options.ts'
import { pathsToLookAt } from './paths.ts'
import { pathBetween } from './report.ts'
import type { Outcome } from '../outcome.ts'
import { runRequestOf } from './run-request.ts'
import { UsageError } from '../usage.ts'
import { openWorkspace } from '../workspace.ts'

/** The options of `hexapla merge-reports`, as commander gives them. */
export interface MergeOptions
  extends
    CommonOptions,
    Pick<LintOptions, 'reporter' | 'json' | 'outputFile' | 'quiet' | 'maxWarnings' | 'baseline' | 'cache'> {}

interface BlobFile {
  /** As the user named the folder. */
  readonly name: string
  readonly bytes: Buffer
}

/** Makes one report from what the shards of a run saw: the very one that a run without shards makes. */
export async function runMerge(folder: string, given: MergeOptions): Promise<Outcome> {
  const started = performance.now()
  const reporter = await checkedReporter(given)
  const files = filesIn(folder, given.cwd)
  const asked = askedOf(files)
  const options: LintOptions = {
    ...given,
    ...(asked.config !== undefined && { config: asked.config }),
    ...(asked.locale && { locale: asked.locale }),
    ...(asked.rule && { rule: asked.rule }),
  }
  const only = await checkedRules(asked.rule)
  const workspace = await openWorkspace(given.cwd, asked.paths, asked.config)
  const canon = await openCanon(workspace)
  const { root, config } = workspace
  const request = runRequestOf(workspace, canon, only, given)
  const found = survey(root, config)
  const blobs = checkedBlobs(files, keyOf(request), found)
  const known = await mergeShards(request, found, blobs)
  const other = readOtherwise(root, known)
  if (other !== undefined)
    throw new UsageError(`Unexpected text of \`${other}\`, expected the one that its shard read`)
  checkClaims(canon, new Set(Array.from(known.documents.values(), ({ guide }) => guide)))
  const paths = pathsToLookAt(known.documents, workspace, options)
  const looked = { documents: known.documents, paths, config, slugs: () => known.slugs }
  return tell(known, looked, { workspace, canon, only, reporter, baseline: 'none', options, started })
}

function filesIn(given: string, cwd: string): BlobFile[] {
  const folder = resolve(cwd, given)
  if (!isFolder(folder))
    throw new UsageError(`Unexpected \`${given}\`, expected a folder with the shards’ blobs`)
  const files = blobsIn(folder).map((path): BlobFile => {
    const name = pathBetween(cwd, path)
    const bytes = readBlob(path)
    if (!bytes) throw notWhole(name)
    return { name, bytes }
  })
  if (files.length === 0)
    throw new UsageError(
      `Unexpected folder \`${given}\` without a blob, expected those of \`hexapla lint --shard 1/4 --reporter blob\` and so on`,
    )
  return files
}

function notWhole(name: string): UsageError {
  return new UsageError(
    `Unexpected bytes in \`${name}\`, expected a whole blob of \`hexapla lint --reporter blob\``,
  )
}

/** All shards were asked the same. */
function askedOf(files: readonly BlobFile[]): Asked {
  const all = files.map(({ name, bytes }) => {
    const asked = askedIn(bytes)
    if (!asked) throw notWhole(name)
    return { name, asked, words: JSON.stringify(asked) }
  })
  const [first] = all
  const other = all.find(({ words }) => words !== first?.words)
  if (!first || other)
    throw new UsageError(
      `Unexpected paths or options of \`${other?.name ?? ''}\`, expected those of \`${first?.name ?? ''}\``,
    )
  return first.asked
}

/** The blobs of one run, one of each shard. */
function checkedBlobs(files: readonly BlobFile[], key: string, found: Survey): Blob[] {
  const byIndex = new Map<number, { readonly name: string; readonly blob: Blob }>()
  for (const { name, bytes } of files) {
    const blob = unpackBlob(bytes, key)
    if (!blob) throw notWhole(name)
    if (blob === 'foreign')
      throw new UsageError(
        `Unexpected blob \`${name}\` of another config, other settings or another version of Hexapla, expected those of this folder`,
      )
    const [twin] = [byIndex.get(blob.shard.index), ...byIndex.values()].filter(
      (each) => each?.blob.shard.index === blob.shard.index || each?.blob.shard.count !== blob.shard.count,
    )
    if (twin)
      throw new UsageError(
        `Unexpected blob \`${name}\` of shard ${numberOf(blob)} beside \`${twin.name}\` of shard ${numberOf(twin.blob)}, expected one of each shard of one run`,
      )
    byIndex.set(blob.shard.index, { name, blob })
  }
  const all = Array.from(byIndex.values(), ({ blob }) => blob)
  const count = all[0]?.shard.count ?? 0
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index),
  )
  if (missing.length > 0)
    throw new UsageError(
      `Unexpected absence of shard ${missing.join(', ')} of ${count}, expected a blob of each`,
    )
  for (const { name, blob } of byIndex.values())
    if (blob.shape !== found.shape) throw otherFiles(name, all, found)
  return all
}

function numberOf({ shard: { index, count } }: Blob): string {
  return `${index}/${count}`
}

/** The first shard knows all files by name. */
function otherFiles(name: string, blobs: readonly Blob[], { files }: Survey): UsageError {
  const theirs = new Set(blobs.flatMap((blob) => blob.files))
  const ours = new Set(files)
  const more = files.find((path) => !theirs.has(path))
  const less = [...theirs].find((path) => !ours.has(path))
  const what =
    more !== undefined
      ? `Unexpected file \`${more}\``
      : less !== undefined
        ? `Unexpected absence of \`${less}\``
        : 'Unexpected files'
  return new UsageError(`${what}, expected the files that the shard of \`${name}\` saw`)
}
