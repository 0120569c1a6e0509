import { join } from 'node:path'
import { defaultConfig } from '../corpus/config.ts'
import type { ConfigProblem } from '../corpus/parse-config.ts'
import { readConfig } from '../io/config-file.ts'
import type { Canon } from '../settings/canon.ts'
import { claimProblems } from '../settings/service.ts'
import { placesIn } from '../text/source.ts'
import { UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** The canonical settings of a workspace; undefined where it has none. */
export async function openCanon({ root, config }: Workspace): Promise<Canon | undefined> {
  const file = await readConfig(join(root, config.settings))
  if (!file) {
    if (config.settings === defaultConfig.settings) return undefined
    throw new UsageError(
      `Unexpected \`settings: ${config.settings}\` in the config, expected a file that can be read`,
    )
  }
  const { parseCanon } = await import('../settings/parse-canon.ts')
  const result = parseCanon(file.text, config.settings)
  if ('canon' in result) return result.canon
  throw unusable(result.problems, file.text)
}

/** Refuses a canon in which two services claim one guide. */
export function checkClaims(canon: Canon | undefined, guides: Iterable<string>): void {
  const problems = canon ? claimProblems(canon, guides) : []
  if (canon && problems.length > 0) throw unusable(problems, canon.text)
}

function unusable(problems: readonly ConfigProblem[], text: string): UsageError {
  const places = placesIn(text)
  const lines = problems.map(({ path, range, reason }) => {
    const { line, column } = places.pointAt(range.start)
    return `${path}:${line}:${column}  ${reason}`
  })
  return new UsageError(['The settings cannot be used.', ...lines].join('\n'))
}
