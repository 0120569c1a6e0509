import { join } from 'node:path'
import { isDocumentPath } from '../../corpus/locate.ts'
import { kindOf } from '../../io/config-file.ts'
import { changesSince, textsAt, type Changes } from '../../io/git.ts'
import { compareMessages } from '../../lint/message.ts'
import { Live } from '../../run/live.ts'
import type { Past } from '../../run/since.ts'
import { checkClaims } from '../canon.ts'
import { messagesOn, tell, type Telling } from './known.ts'
import { type LintOptions } from './options.ts'
import { isRuling, pathsToLookAt } from './paths.ts'
import type { Outcome } from '../outcome.ts'
import { progressOn } from '../progress.ts'
import { runRequestOf } from './run-request.ts'
import { UsageError } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** Tells what a change brought: what is found in the documents that differ from a ref, and in others since then. */
export async function runChanged(telling: Telling, ref: string | true): Promise<Outcome> {
  const { workspace, canon, only, options } = telling
  const { root, config } = workspace
  const changes = await changesOf(workspace, options, ref)
  const progress = progressOn(process.stderr, 'Reading')
  const live = await Live.open({
    ...runRequestOf(workspace, canon, only, options),
    progress: progress.update,
  }).finally(() => {
    progress.end()
  })
  try {
    const { known } = live
    checkClaims(canon, live.corpus.guides.keys())
    const asked = pathsToLookAt(known.documents, workspace, options)
    const looked = { documents: known.documents, config, slugs: () => known.slugs }
    const rule = changes.paths.find((path) => isRuling(path, workspace, options))
    if (rule !== undefined)
      return await tell(
        known,
        { ...looked, paths: asked },
        { ...telling, notes: [`\`${rule}\` has changed, and so every document counts`] },
      )
    const since = await live.since(await pastOf(root, changes))
    const paths = new Set([...asked].filter((path) => since.paths.has(path)))
    const on = messagesOn(known, paths)
    const messages = [...new Set([...on, ...known.others.filter(since.isNew)])].sort(compareMessages)
    const about = new Set([...paths, ...messages.map(({ path }) => path)])
    const includes = (path: string): boolean => about.has(path)
    return await tell(known, { ...looked, paths }, { ...telling, includes, messages, counts: since.isNew })
  } finally {
    await live.close()
  }
}

async function changesOf({ root }: Workspace, { cwd }: LintOptions, ref: string | true): Promise<Changes> {
  try {
    return await changesSince(root, ref === true ? 'HEAD' : ref)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'GitProblem') throw error
    const isPath = ref !== true && (await kindOf(join(cwd, ref))) !== undefined
    throw new UsageError(
      `${error.message}${isPath ? '; paths stand before the options, or behind `--`' : ''}`,
    )
  }
}

/** How the documents were that are others now. */
async function pastOf(root: string, { since, paths, added, removed }: Changes): Promise<Past> {
  const were = paths.filter((path) => isDocumentPath(path) && !added.has(path))
  return { paths: new Set(paths), added, removed, texts: await textsAt(root, since, were) }
}
