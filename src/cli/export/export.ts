import { join, resolve } from 'node:path'
import type { Corpus } from '../../corpus/corpus.ts'
import { folderFor, profileFormats } from '../../export/formats.ts'
import {
  publicationOf,
  type Exporter,
  type Look,
  type OutputFile,
  type Publication,
} from '../../export/output.ts'
import { BrowserMissing, Printer } from '../../io/browser.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { inputsHash } from '../../io/inputs-hash.ts'
import { OutputFolder } from '../../io/output-folder.ts'
import { packageFile } from '../../io/package-file.ts'
import { PandocFailed } from '../../io/pandoc.ts'
import { drawPng, fittedPictureReader } from '../../io/picture.ts'
import type { Canon } from '../../settings/canon.ts'
import { terminalSafe } from '../../report/escape.ts'
import { checkClaims, openCanon } from '../canon.ts'
import {
  checkedBaseUrl,
  checkedFormats,
  checkedLook,
  checkedOutput,
  isRefusedOutput,
  madeLine,
  openedFolder,
  type ExportOptions,
} from './options.ts'
import { readPages, type Tell } from './pages.ts'
import { pathBetween } from '../lint/report.ts'
import type { Outcome } from '../outcome.ts'
import { progressOn } from '../progress.ts'
import { UsageError } from '../usage.ts'
import { versionOf } from '../version.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'

/** Makes pages, books and documents of guides. */
export async function runExport(paths: readonly string[], options: ExportOptions): Promise<Outcome> {
  const exporters = await checkedFormats(options.to)
  const baseUrl = checkedBaseUrl(options.baseUrl)
  const look = await checkedLook(options)
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const inputs = inputsOf(workspace, options, look)
  const made = await new OutputFolder(resolve(options.cwd, options.output)).madeFrom(inputs)
  if (made) return { stdout: madeLine(made, made.files.length, options), stderr: '', exitCode: 0 }
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Exporting')
  const printer = new Printer()
  try {
    const problems = new Set<string>()
    const tell: Tell = (path, reason) => {
      problems.add(`${pathBetween(options.cwd, join(workspace.root, path))}: ${reason}`)
    }
    const { corpus, pages } = await readPages(workspace, options, { reader, tell })
    const output = checkedOutput(options, workspace, corpus)
    const canon = await canonFor(exporters, workspace, corpus)
    const publication = publicationOf({
      pages,
      baseUrl,
      look,
      tools: toolsOf(workspace.root, printer, tell),
      ...(canon && { canon }),
    })
    const folder = await openedFolder(output, options)
    const failed: string[] = []
    for (const exporter of exporters) {
      const below = folderFor(exporter.format, options.to)
      await fill(folder, exporter, publication, {
        below,
        progress: progress.update,
        failed,
        all: pages.length,
      })
    }
    const isWhole = problems.size === 0 && failed.length === 0
    const about = {
      ...(isWhole && { inputs }),
      documents: pages.length,
      locales: publication.byLocale.size,
    }
    if (folder.made.length > 0) await folder.writeManifest(about)
    progress.end()
    const line =
      folder.made.length > 0
        ? madeLine({ ...about, files: folder.made }, folder.made.length - folder.written, options)
        : ''
    return {
      stdout: line,
      stderr: [...problems, ...failed].map((each) => `${terminalSafe(each)}\n`).join(''),
      exitCode: failed.length > 0 ? 2 : problems.size > 0 ? 1 : 0,
    }
  } finally {
    progress.end()
    await printer.close()
    await reader.close()
  }
}

/** Profiles alone need settings, and have nothing to say without some. */
async function canonFor(
  exporters: readonly Exporter[],
  workspace: Workspace,
  { guides }: Corpus,
): Promise<Canon | undefined> {
  const profile = exporters.find(({ format }) => profileFormats.includes(format))
  if (!profile) return undefined
  const canon = await openCanon(workspace)
  if (!canon)
    throw new UsageError(
      `Unexpected absence of a settings file, expected \`${workspace.config.settings}\` for \`--to ${profile.format}\``,
    )
  checkClaims(canon, guides.keys())
  return canon
}

function toolsOf(root: string, printer: Printer, tell: Tell): Publication['tools'] {
  const read = fittedPictureReader(root)
  return {
    tell,
    picture: async (path) => {
      const found = await read(path)
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
  /** Where its files lie in the output folder: `site/`. */
  readonly below: string
  readonly progress: (done: number, all: number) => void
  readonly failed: string[]
  readonly all: number
}

/** Makes the files of one format; a format that cannot be made leaves the others alone. */
async function fill(
  folder: OutputFolder,
  exporter: Exporter,
  publication: Publication,
  { below, progress, failed, all }: Filling,
): Promise<void> {
  try {
    await folder.putAll(filesBelow(below, exporter.files(publication)), (done) => {
      progress(done, all)
    })
  } catch (error) {
    if (!isToldPlainly(error)) throw error
    failed.push(`${exporter.format}: ${error.message}`)
  }
}

async function* filesBelow(folder: string, files: ReturnType<Exporter['files']>): AsyncIterable<OutputFile> {
  for await (const { path, data } of files) yield { path: `${folder}${path}`, data }
}

/** What the machine lacks or refuses, and what pandoc says, is no defect of the program. */
function isToldPlainly(error: unknown): error is Error {
  return error instanceof BrowserMissing || error instanceof PandocFailed || isRefusedOutput(error)
}

/** All that decides what is made: a run with the same has nothing to make. */
function inputsOf(
  { root, config, targets }: Workspace,
  { cwd, output, to, locale, baseUrl }: ExportOptions,
  look: Look,
): string {
  const choices = { version: versionOf(), config, targets, to, locale, baseUrl, look }
  return inputsHash(root, config.exclude, { choices, output: resolve(cwd, output) })
}
