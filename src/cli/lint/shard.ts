import { join, resolve } from 'node:path'
import { locateBy } from '../../corpus/locate.ts'
import { writeBlob } from '../../io/blob-file.ts'
import { countOf } from '../../report/sentences.ts'
import { packBlob, type Asked } from '../../run/blob.ts'
import { lookAtShard } from '../../run/shard.ts'
import { survey } from '../../run/survey.ts'
import { openCanon } from '../canon.ts'
import { blobReporter, checkedRules, refuseBeside, type LintOptions } from './options.ts'
import { pathsToLookAt } from './paths.ts'
import type { Outcome } from '../outcome.ts'
import { orUsageError } from '../result-file.ts'
import { progressOn } from '../progress.ts'
import { runRequestOf } from './run-request.ts'
import { UsageError } from '../usage.ts'
import { openWorkspace } from '../workspace.ts'

/** Where shards leave their blobs, relative to the root: hidden, so that it is no part of the corpus. */
const blobFolder = '.hexapla/blobs'

/** Looks at one part of the guides, and leaves what it saw to `merge-reports`. */
export async function runShard(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const { shard = { index: 1, count: 1 }, reporter, json, rule, locale, cwd, config: given } = options
  if (reporter !== blobReporter)
    throw new UsageError(
      `Unexpected \`--shard\` with the reporter \`${json ? 'json' : reporter}\`, expected \`--reporter blob\`: what rules of the whole corpus find, \`merge-reports\` tells alone`,
    )
  refuseBeside('--reporter blob', options, [
    '--json',
    '--fix',
    '--diff',
    '--stdin',
    '--changed',
    '--quiet',
    '--max-warnings',
    '--update-baseline',
    '--no-baseline',
    '--allow-plugins',
  ])
  const only = await checkedRules(rule)
  const workspace = await openWorkspace(cwd, paths, given)
  const canon = await openCanon(workspace)
  const { root, config } = workspace
  const found = survey(root, config)
  const locate = locateBy(config)
  pathsToLookAt(new Map(found.documents.map(({ path }) => [path, locate(path)])), workspace, options)
  const progress = progressOn(process.stderr, 'Reading')
  const request = {
    ...runRequestOf(workspace, canon, only, options),
    progress: progress.update,
  }
  const asked: Asked = {
    paths: [...paths],
    ...(given !== undefined && { config: given }),
    ...(locale && { locale }),
    ...(rule && { rule }),
  }
  const blob = await lookAtShard(request, found, shard).finally(() => {
    progress.end()
  })
  const file = options.outputFile ?? join(root, blobFolder, `${shard.index}-of-${shard.count}.blob`)
  await orUsageError(file, writeBlob(resolve(cwd, file), packBlob({ ...blob, asked })))
  const guides = new Set(blob.documents.map(({ guide }) => guide)).size
  const what = `${countOf(guides, 'guide')}, ${countOf(blob.documents.length, 'document')}`
  return {
    stdout: '',
    stderr: `Shard ${shard.index} of ${shard.count}: ${what}, left in \`${file}\` for \`hexapla merge-reports\`\n`,
    exitCode: 0,
  }
}
