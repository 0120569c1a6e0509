import { join, resolve } from 'node:path'
import type { Corpus } from '../corpus/corpus.ts'
import { formatNames, loadExporter } from '../export/formats.ts'
import { publicationOf, type Exporter, type Publication } from '../export/output.ts'
import { pageOf, type Page } from '../export/page.ts'
import { BrowserMissing, Printer } from '../io/browser.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { isWithin, pathWithin } from '../io/files.ts'
import { OutputFolder } from '../io/output-folder.ts'
import { packageFile } from '../io/package-file.ts'
import { drawPng, pictureReader } from '../io/picture.ts'
import { readCorpus, type CorpusOnDisk } from '../io/read.ts'
import { loadParse } from '../markdown/parse.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace, type Workspace } from './workspace.ts'

/** The options of `hexapla export`, as commander gives them. */
export interface ExportOptions {
  readonly config?: string
  readonly cwd: string
  readonly locale?: readonly string[]
  readonly to: readonly string[]
  readonly output: string
  readonly baseUrl?: string
}

/** Makes pages, books and documents of guides. */
export async function runExport(paths: readonly string[], options: ExportOptions): Promise<Outcome> {
  const exporters = await checkedFormats(options.to)
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Exporting')
  const printer = new Printer()
  try {
    const disk = await readCorpus({ ...workspace, reader })
    const output = checkedOutput(options, workspace, disk.corpus)
    const problems = new Set<string>()
    const pages = await pagesOf(disk, workspace, options, problems)
    const publication = publicationOf({
      pages,
      baseUrl: (options.baseUrl ?? '').replace(/\/$/, ''),
      tools: toolsOf(workspace.root, printer, problems),
    })
    const folder = new OutputFolder(output)
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

/** Output among the guides would be read as guides by the next run. */
function checkedOutput({ cwd, output }: ExportOptions, { root }: Workspace, { documents }: Corpus): string {
  const folder = resolve(cwd, output)
  const clash = [...documents.keys()].find((path) => isWithin(folder, join(root, path)))
  if (clash !== undefined) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one that holds no documents: \`${clash}\` lies in it`,
    )
  }
  const folders = new Set([...documents.keys()].map((path) => path.split('/')[0] ?? ''))
  const first = isWithin(root, folder) ? (pathWithin(root, folder).split('/')[0] ?? '') : ''
  if (first !== '' && folders.has(first)) {
    throw new UsageError(
      `Unexpected output folder \`${output}\`, expected one outside \`${first}\`, where the guides are`,
    )
  }
  return folder
}

async function pagesOf(
  { corpus, textOf }: CorpusOnDisk,
  { config, targets }: Workspace,
  { locale }: ExportOptions,
  problems: Set<string>,
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
      problems.add(
        `${document.path}: Unexpected file over a limit, expected one that \`hexapla lint\` accepts; it was left out`,
      )
      continue
    }
    const page = pageOf(document, textOf(document.path), corpus, parse)
    for (const { path, reason } of page.problems) problems.add(`${path}: ${reason}`)
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

function toolsOf(root: string, printer: Printer, problems: Set<string>): Publication['tools'] {
  const read = pictureReader(root)
  return {
    picture: (path) => {
      const found = read(path)
      if (!('reason' in found)) return found
      problems.add(found.reason)
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
  const line = `${made} files of ${pages.length} documents in ${locales.size} ${locales.size === 1 ? 'locale' : 'locales'} in \`${output}\`${kept > 0 ? `, ${kept} of them as they were` : ''}\n`
  const stderr = [...problems, ...failed].map((each) => `${each}\n`).join('')
  return {
    stdout: made > 0 ? line : '',
    stderr,
    exitCode: failed.length > 0 ? 2 : problems.length > 0 ? 1 : 0,
  }
}
