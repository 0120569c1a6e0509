import { FactsReader } from '../../io/facts-reader.ts'
import { hasJournal } from '../../io/has-journal.ts'
import { leftOutLines } from '../../report/left-out.ts'
import { paletteOf } from '../../report/palette.ts'
import { refusedWords } from '../../report/refused.ts'
import { recover, writeTogether } from '../../io/journal.ts'
import { keepTexts } from '../../io/kept-texts.ts'
import { readCorpus } from '../../io/read.ts'
import type { Outcome } from '../outcome.ts'
import { progressOn } from '../progress.ts'
import { checkProvider } from '../provider.ts'
import { isOverBudget, printed } from './report.ts'
import { SyncRun, type SyncOptions } from './run.ts'
import { UsageError } from '../usage.ts'
import { openWorkspace } from '../workspace.ts'

/** Brings targets up to date: what is no language is carried over, the rest is listed. */
export async function runSync(paths: readonly string[], options: SyncOptions): Promise<Outcome> {
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  checkProvider(options.provider, workspace)
  const isDry = (options.check ?? options.diff) === true
  if (options.maxWords !== undefined && !isDry)
    throw new UsageError('Unexpected `--max-words` by itself, expected it beside `--check`')
  if (options.accept && isDry)
    throw new UsageError(
      `Unexpected \`--accept\` beside \`${options.check ? '--check' : '--diff'}\`, which writes nothing, expected one of the two`,
    )
  if (options.json && options.diff)
    throw new UsageError('Unexpected `--json` beside `--diff`, expected one of the two')
  const notes = await recovered(workspace.root, isDry)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Syncing')
  try {
    const disk = await readCorpus({ ...workspace, reader })
    const run = new SyncRun(workspace, disk, reader, options)
    const { results, leftOut } = await run.all(progress.update)
    progress.end()
    const changes = results.flatMap(({ changes: own }) => own)
    const refused = isDry ? [] : await writeTogether(workspace.root, changes)
    if (!isDry && changes.length > 0) await keepTexts(workspace.root, run.heads)
    return {
      stdout: await printed({ results, leftOut, refused }, disk, options),
      stderr: [
        ...(options.quiet ? [] : notes),
        // A patch has no room for them.
        ...(options.diff ? leftOutLines(leftOut, paletteOf(options.color)).map((line) => `${line}\n`) : []),
        ...refusedWords(refused, changes.length, 'hexapla sync'),
      ].join(''),
      exitCode:
        refused.length + leftOut.length > 0 || (isDry && isOverBudget(results, options.maxWords)) ? 1 : 0,
    }
  } finally {
    progress.end()
    await reader.close()
  }
}

/** Finishes what a run left that was cut short. */
async function recovered(root: string, isDry: boolean): Promise<string[]> {
  if (isDry && !hasJournal(root)) return []
  if (isDry) return ['A sync was cut short while it wrote; the next one finishes it.\n']
  const { finished, changed } = await recover(root)
  return [
    ...(finished.length > 0 ? [`Finished a sync that was cut short: ${finished.join(', ')}\n`] : []),
    ...changed.map((path) => `${path} was changed after a sync was cut short, and is left as it is\n`),
  ]
}
