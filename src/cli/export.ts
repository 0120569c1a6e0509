import { join, resolve } from 'node:path'
import type { Corpus } from '../corpus/corpus.ts'
import { formatNames, loadExporter } from '../export/formats.ts'
import { publicationOf, type Exporter, type Publication } from '../export/output.ts'
import { pageOf, type Page } from '../export/page.ts'
import { BrowserMissing, Printer } from '../io/browser.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { isWithin } from '../io/files.ts'
import { OutputFolder } from '../io/output-folder.ts'
import { packageFile } from '../io/package-file.ts'
import { drawPng, pictureReader } from '../io/picture.ts'
import { readCorpus, type CorpusOnDisk } from '../io/read.ts'
import { loadParse } from '../markdown/parse.ts'
import { terminalSafe } from '../report/escape.ts'
import { countOf } from '../report/sentences.ts'
import { pathBetween } from './lint-report.ts'
import type { CommonOptions } from './command.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace, type Workspace } from './workspace.ts'

/** The options of `hexapla export`, as commander gives them. */
export interface ExportOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly to: readonly string[]
  readonly output: string
  readonly baseUrl?: string
}

/** Notes what could not be shown, by the path of the document or the picture. */
type Tell = (path: string, reason: string) => void

/** Makes pages, books and documents of guides. */
export async function runExport(paths: readonly string[], options: ExportOptions): Promise<Outcome> {
  const exporters = await checkedFormats(options.to)
  const baseUrl = checkedBaseUrl(options.baseUrl)
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Exporting')
  const printer = new Printer()
  try {
    const disk = await readCorpus({ ...workspace, reader })
    const output = checkedOutput(options, workspace, disk.corpus)
    const problems = new Set<string>()
    const tell: Tell = (path, reason) => {
      problems.add(`${pathBetween(options.cwd, join(workspace.root, path))}: ${reason}`)
    }
    const pages = await pagesOf(disk, workspace, options, tell)
    const publication = publicationOf({
      pages,
      baseUrl,
      tools: toolsOf(workspace.root, printer, tell),
    })
    const folder = await openedFolder(output, options)
    const failed: string[] = []
    for (const exporter of exporters) {
      await fill(folder, exporter, publication, { progress: progress.update, failed, all: pages.length })
    }
    if (folder.made.length > 0) await folder.writeManifest()
    progress.end()
    return outcomeOf(folder, options, { pages, problems: [...problems], failed })
  } finally {
    progress.end()
    await printer.close()
    await reader.close()
  }
}

async function checkedFormats(names: readonly string[]): Promise<Exporter[]> {
  const exporters: Exporter[] = []
  for (const name of new Set(names.flatMap((each) => each.split(',')))) {
    const exporter = await loadExporter(name)
    if (!exporter) throw unknownName('format', name, formatNames)
    exporters.push(exporter)
  }
  return exporters
}

function checkedBaseUrl(given: string | undefined): string {
  if (given === undefined) return ''
  if (!/^https?:$/.test(URL.canParse(given) ? new URL(given).protocol : '')) {
    throw new UsageError(`Unexpected address \`${given}\`, expected one such as \`https://help.example.com\``)
  }
  return given.replace(/\/$/, '')
}

/** The folder is made before anything else is: where that fails, nothing has been done. */
async function openedFolder(path: string, { output }: ExportOptions): Promise<OutputFolder> {
  const folder = new OutputFolder(path)
  try {
    await folder.open()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Unexpected output folder \`${output}\`, expected one that can be made: ${why}`)
  }
  return folder
}

/** Output among the guides would be read as guides by the next run. */
function checkedOutput(
  { cwd, output }: ExportOptions,
  { root, targets }: Workspace,
  { documents }: Corpus,
): string {
  const folder = resolve(cwd, output)
  const clash = [...documents.keys()].find((path) => isWithin(folder, join(root, path)))
  if (clash !== undefined) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one that holds no documents: \`${clash}\` lies in it`,
    )
  }
  const named = targets.map((target) => join(root, target)).filter((place) => place !== resolve(cwd))
  const shelves = new Set([...documents.keys()].map((path) => join(root, path.split('/')[0] ?? '')))
  const place = [...named, ...shelves].find((each) => isWithin(each, folder))
  if (place !== undefined) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one outside \`${pathBetween(cwd, place)}\`, where the guides are`,
    )
  }
  return folder
}

async function pagesOf(
  { corpus, textOf }: CorpusOnDisk,
  { config, targets }: Workspace,
  { locale }: ExportOptions,
  tell: Tell,
): Promise<Page[]> {
  const known = [...corpus.locales].sort()
  for (const tag of locale ?? []) if (!corpus.locales.has(tag)) throw unknownName('locale', tag, known)
  const documents = [...corpus.documents.values()].filter(
    (document) =>
      document.locale !== undefined &&
      isTarget(document.path, targets) &&
      (locale === undefined || locale.includes(document.locale)),
  )
  if (documents.length === 0) throw withoutDocuments(targets)
  const parse = await loadParse(config.parser)
  const pages: Page[] = []
  for (const document of documents) {
    if (document.facts.refused) {
      tell(
        document.path,
        `Unexpected file over a limit, expected one that \`hexapla lint\` accepts; it was left out`,
      )
      continue
    }
    const page = pageOf(document, textOf(document.path), corpus, parse)
    for (const { path, reason } of page.problems) tell(path, reason)
    pages.push(page)
  }
  return pages.sort(
    (a, b) =>
      compare(a.locale, b.locale) ||
      compare(a.section, b.section) ||
      compare(a.order, b.order) ||
      compare(a.path, b.path),
  )
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function toolsOf(root: string, printer: Printer, tell: Tell): Publication['tools'] {
  const read = pictureReader(root)
  return {
    picture: (path) => {
      const found = read(path)
      if (!('reason' in found)) return found
      tell(path, found.reason)
      return undefined
    },
    png: drawPng,
    print: (html, { title, language }) => printer.print(html, { title, language }),
    searchLibrary: () =>
      packageFile('minisearch', 'dist/umd/index.js').replace(/\n\/\/# sourceMappingURL=.*\s*$/, ''),
  }
}

interface Filling {
  readonly progress: (done: number, all: number) => void
  readonly failed: string[]
  readonly all: number
}

/** Makes the files of one format; a format that cannot be made leaves the others alone. */
async function fill(
  folder: OutputFolder,
  exporter: Exporter,
  publication: Publication,
  { progress, failed, all }: Filling,
): Promise<void> {
  let done = 0
  try {
    for await (const { path, data } of exporter.files(publication)) {
      await folder.put(path, data)
      progress(++done, all)
    }
  } catch (error) {
    if (!(error instanceof BrowserMissing) && !(error instanceof Error && 'code' in error)) throw error
    failed.push(`${exporter.format}: ${error.message}`)
  }
}

interface Told {
  readonly pages: readonly Page[]
  readonly problems: readonly string[]
  readonly failed: readonly string[]
}

function outcomeOf(
  folder: OutputFolder,
  { output }: ExportOptions,
  { pages, problems, failed }: Told,
): Outcome {
  const locales = new Set(pages.map(({ locale }) => locale))
  const made = folder.made.length
  const kept = made - folder.written
  const documents = countOf(pages.length, 'document')
  const as = kept > 0 ? `, ${kept} unchanged` : ''
  const line = `${countOf(made, 'file')} of ${documents} in ${countOf(locales.size, 'locale')} in \`${output}\`${as}\n`
  const stderr = [...problems, ...failed].map((each) => `${terminalSafe(each)}\n`).join('')
  return {
    stdout: made > 0 ? line : '',
    stderr,
    exitCode: failed.length > 0 ? 2 : problems.length > 0 ? 1 : 0,
  }
}
