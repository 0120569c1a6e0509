import { join } from 'node:path'
import { defaultConfig, type Config, type GlossaryTerms } from '../corpus/config.ts'
import { readConfig } from '../io/config-file.ts'
import { parseGlossary } from '../l10n/parse-glossary.ts'
import { placesIn } from '../text/source.ts'
import { UsageError } from './usage.ts'

/** The glossary that a config names; undefined where there is none. */
export async function openGlossary(
  root: string,
  { glossary: path }: Config,
): Promise<GlossaryTerms | undefined> {
  const file = await readConfig(join(root, path))
  if (!file) {
    if (path === defaultConfig.glossary) return undefined
    throw new UsageError(`Unexpected \`glossary: ${path}\` in the config, expected a file that can be read`)
  }
  const result = parseGlossary(file.text, path)
  if ('glossary' in result) return result.glossary
  const places = placesIn(file.text)
  const lines = result.problems.map(({ range, reason }) => {
    const { line, column } = places.pointAt(range.start)
    return `${path}:${line}:${column}  ${reason}`
  })
  throw new UsageError(['The glossary cannot be used.', ...lines].join('\n'))
}
