import { dirname, join } from 'node:path/posix'
import { join as joinPath } from 'node:path'
import { readConfig } from '../io/config-file.ts'
import type { Glossary } from '../l10n/glossary.ts'
import { parseGlossary } from '../l10n/parse-glossary.ts'
import { placesIn } from '../text/source.ts'
import { UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** The glossary of a workspace, beside its settings file; undefined where it has none. */
export async function openGlossary({ root, config }: Workspace): Promise<Glossary | undefined> {
  const path = join(dirname(config.settings), 'glossary.yaml')
  const file = await readConfig(joinPath(root, path))
  if (!file) return undefined
  const result = parseGlossary(file.text, path)
  if ('glossary' in result) return result.glossary
  const places = placesIn(file.text)
  const lines = result.problems.map(({ range, reason }) => {
    const { line, column } = places.pointAt(range.start)
    return `${path}:${line}:${column}  ${reason}`
  })
  throw new UsageError(['The glossary cannot be used.', ...lines].join('\n'))
}
