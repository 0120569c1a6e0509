import { join } from 'node:path'
import { aliasesOf, type GlossaryTerms } from '../../corpus/config.ts'
import { isLanguageTag, isLocaleTag } from '../../corpus/locale.ts'
import { readGlossaryCsv } from '../../exchange/read-glossary-csv.ts'
import type { Change } from '../../io/journal.ts'
import { readUtf8 } from '../../io/read-utf8.ts'
import { glossaryEdits, isSameGlossary, takeTable } from '../../l10n/glossary-table.ts'
import { parseGlossary } from '../../l10n/parse-glossary.ts'
import { countOf } from '../../report/sentences.ts'
import { applyEdits, hashOf } from '../../text/edit.ts'
import { UsageError, unusable } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** A glossary that came back as a table. */
export interface TableInFile {
  readonly file: string
  readonly text: string
}

/** What tables make of the glossary's file, and what is told of them. */
export interface TakenTables {
  readonly change: Change | undefined
  readonly before: string
  readonly told: readonly string[]
}

/** So many faults of a table are told. */
const mostTold = 20

/** Puts what tables say into the glossary's file, whose comments and spelling stay. @throws UsageError for a table that is wrong: then nothing is taken. */
export async function takeTables(
  tables: readonly TableInFile[],
  { root, config }: Workspace,
): Promise<TakenTables> {
  const path = config.glossary
  const before = (await readUtf8(join(root, path))) ?? ''
  const aliases = aliasesOf(config)
  const isLocale = (name: string): boolean => isLocaleTag(name, aliases) || isLanguageTag(name)
  const told: string[] = []
  let glossary: GlossaryTerms = config.terms ?? { path, keep: [], terms: [] }
  for (const { file, text } of tables) {
    const result = readGlossaryCsv(text, isLocale)
    if ('problems' in result) {
      const lines = result.problems.map(({ line, reason }) => `${file}:${line}  ${reason}`)
      const more = lines.length > mostTold ? [`and ${lines.length - mostTold} more`] : []
      throw new UsageError(
        [`The table cannot be taken; nothing of it was.`, ...lines.slice(0, mostTold), ...more].join('\n'),
      )
    }
    const taken = takeTable(glossary, result.table)
    glossary = taken.glossary
    told.push(
      [
        `${path}: ${taken.added} added`,
        `${taken.changed} changed`,
        ...(taken.absent > 0 ? [`${taken.absent} that \`${file}\` lacks left as they were`] : []),
      ].join(', ') + `, of ${countOf(glossary.terms.length + glossary.keep.length, 'term')}`,
    )
  }
  const text = edited(before, config.terms ?? { path, keep: [], terms: [] }, glossary)
  const base = before === '' && !config.terms ? undefined : hashOf(before)
  return { change: text === before ? undefined : { path, base, text }, before, told }
}

/** The file with what the glossary now says, read again to see that it does. */
function edited(text: string, before: GlossaryTerms, after: GlossaryTerms): string {
  const made = applyEdits(text, glossaryEdits(text, before, after))
  const result = parseGlossary(made, after.path)
  if ('problems' in result) throw unusable('glossary', result.problems, made)
  if (isSameGlossary(result.glossary, after)) return made
  throw new UsageError(
    `Unexpected YAML in \`${after.path}\`, expected plain maps and lists, without anchors and aliases: what the table changes has to be changed there by hand`,
  )
}
