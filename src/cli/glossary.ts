import { join } from 'node:path'
import { defaultConfig, type Config, type GlossaryTerms } from '../corpus/config.ts'
import { readUtf8 } from '../io/read-utf8.ts'
import { parseGlossary } from '../l10n/parse-glossary.ts'
import { unusable, UsageError } from './usage.ts'

/** The glossary that a config names; undefined where there is none. */
export async function openGlossary(
  root: string,
  { glossary: path }: Config,
): Promise<GlossaryTerms | undefined> {
  const text = await readUtf8(join(root, path))
  if (text === undefined) {
    if (path === defaultConfig.glossary) return undefined
    throw new UsageError(`Unexpected \`glossary: ${path}\` in the config, expected a file that can be read`)
  }
  const result = parseGlossary(text, path)
  if ('glossary' in result) return result.glossary
  throw unusable('glossary', result.problems, text)
}
