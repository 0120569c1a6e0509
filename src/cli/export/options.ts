import { join, resolve } from 'node:path'
import type { Corpus } from '../../corpus/corpus.ts'
import { isDocumentPath } from '../../corpus/locate.ts'
import { glossaryFormat, kitFormatNames } from '../../exchange/formats.ts'
import { formatNames, loadExporter } from '../../export/formats.ts'
import type { Exporter, Look } from '../../export/output.ts'
import { pandocExporter, pandocFormats } from '../../export/pandoc.ts'
import { templatePlaces } from '../../export/template.ts'
import { readUtf8 } from '../../io/read-utf8.ts'
import { isWithin } from '../../io/files.ts'
import { OutputFolder, OutputRefused, type Manifest } from '../../io/output-folder.ts'
import { countOf } from '../../report/sentences.ts'
import { findPandoc } from '../../io/pandoc.ts'
import type { CommonOptions } from '../command.ts'
import { pathBetween } from '../lint/report.ts'
import { unknownName, UsageError } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** The options of `hexapla export`, as commander gives them. */
export interface ExportOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly to: readonly string[]
  readonly output: string
  readonly baseUrl?: string
  /** Of kits: `all`, `untranslated`, `stale`. */
  readonly only?: string
  /** Of kits: a file a `guide`, or one a `locale`. */
  readonly per?: string
  /** Files: CSS, and a frame of HTML. */
  readonly theme?: string
  readonly template?: string
  /** Of kits: memories in TMX, besides the corpus itself. */
  readonly memory?: readonly string[]
  /** Of kits: who translates what has no translation yet. */
  readonly provider?: string
}

/** The exporters of the formats that were named: the program's own, or what an installed pandoc writes. */
export async function checkedFormats(names: readonly string[]): Promise<Exporter[]> {
  const exporters: Exporter[] = []
  for (const name of new Set(names.flatMap((each) => each.split(',')))) {
    exporters.push((await loadExporter(name)) ?? (await exporterByPandoc(name)))
  }
  return exporters
}

async function exporterByPandoc(name: string): Promise<Exporter> {
  const pandoc = await findPandoc()
  if (pandoc?.formats.includes(name)) return pandocExporter(name, pandoc)
  if (!pandoc && pandocFormats.includes(name)) {
    throw new UsageError(
      `Unexpected absence of pandoc, expected it on the path for \`--to ${name}\`: https://pandoc.org/installing.html`,
    )
  }
  throw unknownName('format', name, [...formatNames, ...kitFormatNames, glossaryFormat, ...pandocFormats])
}

/** Reads the files of `--theme` and `--template`. */
export async function checkedLook({ cwd, theme, template }: ExportOptions): Promise<Look> {
  const css = theme === undefined ? '' : await readGiven(cwd, theme, 'theme')
  if (/<\/style/i.test(css))
    throw new UsageError(`Unexpected \`</style\` in \`${theme ?? ''}\`, expected CSS alone`)
  const frame = template === undefined ? undefined : await readGiven(cwd, template, 'template')
  const missing = templatePlaces.filter((place) => frame?.includes(`{{${place}}}`) === false)
  if (missing.length > 0) {
    const places = missing.map((place) => `\`{{${place}}}\``).join(', ')
    throw new UsageError(`Unexpected template \`${template ?? ''}\`, expected ${places} in it`)
  }
  return { css, template: frame }
}

async function readGiven(cwd: string, file: string, kind: string): Promise<string> {
  const text = await readUtf8(resolve(cwd, file))
  if (text !== undefined) return text
  throw new UsageError(`Unexpected ${kind} \`${file}\`, expected a file that exists`)
}

/** Where the site will stand, without a slash at its end; empty where it was not told. */
export function checkedBaseUrl(given: string | undefined): string {
  if (given === undefined) return ''
  if (!/^https?:$/.test(URL.canParse(given) ? new URL(given).protocol : '')) {
    throw new UsageError(`Unexpected address \`${given}\`, expected one such as \`https://help.example.com\``)
  }
  return given.replace(/\/$/, '')
}

/** The folder is made before anything else is: where that fails, nothing has been done. */
export async function openedFolder(
  path: string,
  { output }: Pick<ExportOptions, 'output'>,
): Promise<OutputFolder> {
  const folder = new OutputFolder(path)
  try {
    await folder.open()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Unexpected output folder \`${output}\`, expected one that can be made: ${why}`)
  }
  return folder
}

/** True where the disk or what lies in the folder refuses a file: no defect of the program. */
export function isRefusedOutput(error: unknown): error is Error {
  return error instanceof OutputRefused || (error instanceof Error && 'code' in error)
}

/** Output among the guides would be read as guides by the next run. */
export function checkedOutput(
  { cwd, output }: Pick<ExportOptions, 'cwd' | 'output'>,
  { root, targets }: Workspace,
  { files }: Pick<Corpus, 'files'>,
): string {
  const folder = resolve(cwd, output)
  const documents = [...files].filter(isDocumentPath)
  const clash = documents.find((path) => isWithin(folder, join(root, path)))
  if (clash !== undefined) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one that holds no documents: \`${clash}\` lies in it`,
    )
  }
  const named = targets.map((target) => join(root, target)).filter((place) => place !== resolve(cwd))
  const shelves = new Set(documents.map((path) => join(root, path.split('/')[0] ?? '')))
  const place = [...named, ...shelves].find((each) => isWithin(each, folder))
  if (place !== undefined) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one outside \`${pathBetween(cwd, place)}\`, where the guides are`,
    )
  }
  return folder
}

/** `64 files of 64 documents in 8 locales in `export`, 60 unchanged`. */
export function madeLine(
  { files, documents, locales }: Pick<Manifest, 'files' | 'documents' | 'locales'>,
  kept: number,
  { output }: Pick<ExportOptions, 'output'>,
): string {
  const as = kept > 0 ? `, ${kept} unchanged` : ''
  return `${countOf(files.length, 'file')} of ${countOf(documents, 'document')} in ${countOf(locales, 'locale')} in \`${output}\`${as}\n`
}
