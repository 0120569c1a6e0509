import { basename } from 'node:path'
import { aliasesOf } from '../../corpus/config.ts'
import { isLanguageTag, isLocaleTag } from '../../corpus/locale.ts'
import { glossaryCsvOf } from '../../exchange/glossary-csv.ts'
import { glossaryFormat } from '../../exchange/formats.ts'
import { listFiles } from '../../io/files.ts'
import { countOf } from '../../report/sentences.ts'
import { checkedOutput, isRefusedOutput, openedFolder, type ExportOptions } from '../export/options.ts'
import type { Outcome } from '../outcome.ts'
import { UsageError } from '../usage.ts'
import { openWorkspace } from '../workspace.ts'

/** Makes the glossary a table for people with a spreadsheet. */
export async function runExportGlossary(paths: readonly string[], options: ExportOptions): Promise<Outcome> {
  const other = options.to.flatMap((names) => names.split(',')).find((name) => name !== glossaryFormat)
  if (other !== undefined)
    throw new UsageError(`Unexpected format \`${other}\` beside \`${glossaryFormat}\`, expected it alone`)
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const { root, config } = workspace
  const { terms: glossary } = config
  if (!glossary)
    throw new UsageError(
      `Unexpected repository without a glossary, expected \`${config.glossary}\` or \`glossary\` in the config`,
    )
  for (const locale of options.locale ?? [])
    if (!isLocaleTag(locale, aliasesOf(config)) && !isLanguageTag(locale))
      throw new UsageError(`Unexpected locale \`${locale}\`, expected one such as \`pl-pl\``)
  const files = new Set(listFiles(root, config.exclude).map(({ path }) => path))
  const folder = await openedFolder(checkedOutput(options, workspace, { files }), options)
  const name = `${basename(config.glossary).replace(/\.[^.]*$/, '')}.csv`
  const file = { path: name, data: glossaryCsvOf(glossary, options.locale) }
  try {
    await folder.putAll([file])
  } catch (error) {
    if (!isRefusedOutput(error)) throw error
    return { stdout: '', stderr: `${error.message}\n`, exitCode: 2 }
  }
  const counts = `${countOf(glossary.terms.length, 'term')} and ${countOf(glossary.keep.length, 'kept name')}`
  return { stdout: `${counts} in \`${options.output}/${name}\`\n`, stderr: '', exitCode: 0 }
}
