import { aliasesOf } from '../../corpus/config.ts'
import { locateBy, type Located } from '../../corpus/locate.ts'
import { languageOf } from '../../corpus/locale.ts'
import { formatOfFile, kitFormatNames } from '../../exchange/formats.ts'
import type { ReturnedKit } from '../../exchange/kit.ts'
import { isGlossaryCsv } from '../../exchange/read-glossary-csv.ts'
import { largestKit } from '../../io/kit-file.ts'
import { readGivenKit } from './given.ts'
import type { TableInFile } from './import-glossary.ts'
import { UsageError } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** Which documents are needed: those that kits are made of, and their targets. */
export function askedBy(kits: readonly KitInFile[], { config }: Workspace): (document: Located) => boolean {
  const locate = locateBy(config)
  const guides = new Set(kits.map(({ kit }) => locate(kit.path).guide))
  const languages = new Set(
    kits.flatMap(({ kit }) => [kit.languages.source, kit.languages.target].map((tag) => languageOf(tag))),
  )
  const aliases = aliasesOf(config)
  return ({ guide, locale }) =>
    guides.has(guide) && (locale === config.source || languages.has(languageOf(locale ?? 'und', aliases)))
}

/** A kit, and the file that it came in. */
export interface KitInFile {
  readonly file: string
  readonly kit: ReturnedKit
}

/** What came back: kits, and tables of the glossary. */
interface Returned {
  readonly kits: readonly KitInFile[]
  readonly tables: readonly TableInFile[]
  /** Files that hold no unit. */
  readonly empty: readonly string[]
}

/** Every file is read before anything is done: a damaged one must not leave half of the others written. */
export async function readReturned(files: readonly string[], cwd: string): Promise<Returned> {
  const kits: KitInFile[] = []
  const tables: TableInFile[] = []
  const empty: string[] = []
  for (const name of files) {
    const count = tables.length
    const found = await readGivenKit(cwd, name, async (file) => {
      if (file.size > largestKit)
        throw new UsageError(
          `Unexpected size of \`${name}\`, ${Math.ceil(file.size / 1024 / 1024)} MiB, expected at most ${largestKit / 1024 / 1024} MiB: give it out a guide a file`,
        )
      if (isGlossaryCsv(file.beginning)) {
        let text = ''
        for await (const piece of file.text()) text += piece
        tables.push({ file: name, text })
        return []
      }
      const format = await formatOfFile(file.beginning)
      if (!format)
        throw new UsageError(
          `Unexpected content of \`${name}\`, expected a kit: ${kitFormatNames.join(', ')}; or a glossary as CSV, whose first column is \`term\``,
        )
      return format.read(file)
    })
    if (found.length === 0 && tables.length === count) empty.push(name)
    kits.push(...found.map((kit) => ({ file: name, kit })))
  }
  return { kits, tables, empty }
}
