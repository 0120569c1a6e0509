import { cacheFolderOf } from '../../io/cache-files.ts'
import type { RunRequest } from '../../run/request.ts'
import type { Canon } from '../../settings/canon.ts'
import type { LintOptions } from './options.ts'
import type { Workspace } from '../workspace.ts'

/** What a run over a workspace needs; it remembers in the folder for that, unless the user said otherwise. */
export function runRequestOf(
  { root, config }: Workspace,
  canon: Canon | undefined,
  only: ReadonlySet<string> | undefined,
  { cache }: Pick<LintOptions, 'cache'>,
): RunRequest {
  return {
    root,
    config,
    canon,
    only: only && [...only],
    cache: cache === false ? undefined : cacheFolderOf(root),
  }
}
