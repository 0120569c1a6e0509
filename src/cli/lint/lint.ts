import type { Canon } from '../../settings/canon.ts'
import type { Known } from '../../run/known.ts'
import { lintFolder } from '../../run/run.ts'
import { Stopwatch } from '../../run/stopwatch.ts'
import { checkClaims, openCanon } from '../canon.ts'
import {
  blobReporter,
  checkedBaseline,
  checkedReporter,
  checkedRules,
  checkedStdin,
  refuseBeside,
  type LintOptions,
} from './options.ts'
import { tell } from './known.ts'
import { pathsToLookAt } from './paths.ts'
import type { RunResult } from './report.ts'
import type { Outcome } from '../outcome.ts'
import { openPlugins } from './plugins.ts'
import { progressOn } from '../progress.ts'
import { runRequestOf } from './run-request.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'

/** Lints, and repairs where asked to. */
export async function runLint(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const started = performance.now()
  if (options.timing)
    refuseBeside('--timing', options, [
      '--fix',
      '--diff',
      '--stdin',
      '--watch',
      '--changed',
      '--shard',
      '--reporter blob',
      '--allow-plugins',
    ])
  if (options.changed)
    refuseBeside('--changed', options, [
      '--fix',
      '--diff',
      '--stdin',
      '--watch',
      '--allow-plugins',
      '--update-baseline',
    ])
  if (options.watch) {
    const { runWatch } = await import('./watch.ts')
    return runWatch(paths, options)
  }
  if (options.shard || options.reporter === blobReporter) {
    const { runShard } = await import('./shard.ts')
    return runShard(paths, options)
  }
  const only = await checkedRules(options.rule)
  const reporter = await checkedReporter(options, [blobReporter])
  const stdinPath = checkedStdin(paths, options)
  const baseline = checkedBaseline(options)
  const isPlain = stdinPath === undefined && !(options.fix ?? options.diff ?? options.changed)
  const workspace = await openWorkspace(options.cwd, paths, options.config, {
    stdinPath,
    isRemembered: isPlain && options.cache !== false,
  })
  const canon = await openCanon(workspace)
  const plugins = await openPlugins(workspace.root, workspace.config, options)
  // A repair is tried on the whole corpus before anything is written; what plugins say is nothing to remember.
  if (options.fix || options.diff || stdinPath !== undefined || plugins) {
    const { runInMemory } = await import('./in-memory.ts')
    return runInMemory({ workspace, canon, only, reporter, stdinPath, baseline, plugins, options, started })
  }
  if (options.changed) {
    const { runChanged } = await import('./changed.ts')
    return runChanged({ workspace, canon, only, reporter, baseline, options, started }, options.changed)
  }
  const clock = options.timing ? new Stopwatch() : undefined
  const { known, looked } = await lookAt(workspace, canon, only, options, clock)
  const outcome = await tell(known, looked, { workspace, canon, only, reporter, baseline, options, started })
  return clock ? withTimes(outcome, known, clock, performance.now() - started) : outcome
}

async function withTimes(
  outcome: Outcome,
  { documents }: Known,
  { stages, rules }: Stopwatch,
  total: number,
): Promise<Outcome> {
  const { timingTable } = await import('../../report/timing.ts')
  return {
    ...outcome,
    stderr: outcome.stderr + timingTable({ total, documents: documents.size, stages, rules }),
  }
}

async function lookAt(
  workspace: Workspace,
  canon: Canon | undefined,
  only: ReadonlySet<string> | undefined,
  options: LintOptions,
  clock: Stopwatch | undefined,
): Promise<{ known: Known; looked: RunResult['looked'] }> {
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const known = await lintFolder({
      ...runRequestOf(workspace, canon, only, options),
      // What is remembered takes no time.
      ...(clock && { clock, cache: undefined }),
      progress: progress.update,
    })
    checkClaims(canon, new Set(Array.from(known.documents.values(), ({ guide }) => guide)))
    const paths = pathsToLookAt(known.documents, workspace, options)
    return {
      known,
      looked: { documents: known.documents, paths, config: workspace.config, slugs: () => known.slugs },
    }
  } finally {
    progress.end()
  }
}
