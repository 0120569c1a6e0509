import { join } from 'node:path'
import { defaultConfig } from '../corpus/config.ts'
import { readUtf8 } from '../io/read-utf8.ts'
import type { Canon } from '../settings/canon.ts'
import { claimProblems } from '../settings/service.ts'
import { unusable, UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** The canonical settings of a workspace; undefined where it has none. */
export async function openCanon({ root, config }: Workspace): Promise<Canon | undefined> {
  const text = await readUtf8(join(root, config.settings))
  if (text === undefined) {
    if (config.settings === defaultConfig.settings) return undefined
    throw new UsageError(
      `Unexpected \`settings: ${config.settings}\` in the config, expected a file that can be read`,
    )
  }
  const { parseCanon } = await import('../settings/parse-canon.ts')
  const result = parseCanon(text, config.settings)
  if ('canon' in result) return result.canon
  throw unusable('settings', result.problems, text)
}

/** Refuses a canon in which two services claim one guide. */
export function checkClaims(canon: Canon | undefined, guides: Iterable<string>): void {
  const problems = canon ? claimProblems(canon, guides) : []
  if (canon && problems.length > 0) throw unusable('settings', problems, canon.text)
}
