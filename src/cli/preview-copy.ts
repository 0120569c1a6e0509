import { copyOf, copySize } from '../preview/copy.ts'
import type { LiveCorpus } from '../preview/live.ts'
import { checkedOutput, isRefusedOutput, madeLine, openedFolder } from './export/options.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** Writes the preview as files that need no server of its own. */
export async function writeCopy(
  live: LiveCorpus,
  workspace: Workspace,
  options: { readonly cwd: string; readonly output: string },
): Promise<Outcome> {
  const { shown, corpus } = live.scene
  const folder = await openedFolder(checkedOutput(options, workspace, corpus), options)
  const progress = progressOn(process.stderr, 'Writing file')
  const all = copySize(live)
  try {
    await folder.putAll(copyOf(live), (done) => {
      progress.update(Math.min(done, all), all)
    })
    const locales = new Set(Array.from(shown.values(), ({ locale }) => locale)).size
    const about = { documents: shown.size, locales }
    await folder.writeManifest(about)
    const kept = folder.made.length - folder.written
    return { stdout: madeLine({ ...about, files: folder.made }, kept, options), stderr: '', exitCode: 0 }
  } catch (error) {
    if (isRefusedOutput(error)) throw new UsageError(error.message)
    throw error
  } finally {
    progress.end()
  }
}
