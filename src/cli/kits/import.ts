import { usageIn } from '../../exchange/across-units.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { recover, writeTogether, type Change } from '../../io/journal.ts'
import type { Usage } from '../../l10n/consistency.ts'
import { terminalSafe } from '../../report/escape.ts'
import { refusedWords } from '../../report/refused.ts'
import { countOf } from '../../report/sentences.ts'
import { unifiedDiff } from '../../text/diff.ts'
import { groupBy } from '../../text/group-by.ts'
import type { CommonOptions } from '../command.ts'
import { takeTables, type TakenTables } from './import-glossary.ts'
import { askedBy, readReturned, type KitInFile } from './import-kits.ts'
import { linesOf } from './import-report.ts'
import { KeptKits } from './kept.ts'
import type { Outcome } from '../outcome.ts'
import { Sources } from '../sync/sources.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import { Shelf } from './shelf.ts'
import { takeAll, type Desk } from './take-all.ts'
import type { Finished } from './work.ts'

/** The options of `hexapla import`, as commander gives them. */
export interface ImportOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly diff?: true
  readonly quiet?: true
  readonly fuzzy?: boolean
}

/** Takes kits back: checks every unit, and writes those that are right. */
export async function runImport(files: readonly string[], options: ImportOptions): Promise<Outcome> {
  const { kits, tables, empty } = await readReturned(files, options.cwd)
  const workspace = await openWorkspace(options.cwd, [], options.config)
  const words = tables.length > 0 ? await takeTables(tables, workspace) : undefined
  const reader = await FactsReader.open(workspace.config)
  try {
    const desk: Desk = {
      ...workspace,
      shelf: new Shelf(workspace, reader),
      isAsked: askedBy(kits, workspace),
      reader,
      sources: new Sources(workspace.root, workspace.config, reader),
      usages: usagesOf(kits),
      kept: new KeptKits(workspace.root, workspace.config),
    }
    const { results, works } = await takeAll(kits, desk, options)
    const told: ((isDone: boolean) => readonly string[])[] = [
      () => words?.told ?? [],
      () => empty.map((file) => `${file}: Unexpected kit without units, expected some`),
    ]
    let refused = 0
    for (const [{ file, kit }, result] of results) {
      if (typeof result === 'string') {
        refused += kit.units.length
        told.push(() => [`${file}: ${result}; ${countOf(kit.units.length, 'unit')} refused`])
        continue
      }
      refused += result.notes.filter(({ severity }) => severity === 'error').length
      told.push((isDone) => linesOf(file, kit, result, { isDone, isQuiet: options.quiet === true }))
    }
    const saying = (isDone: boolean): string =>
      `${told
        .flatMap((lines) => lines(isDone))
        .map(terminalSafe)
        .join('\n')}\n`
    const exitCode = refused > 0 || empty.length > 0 ? 1 : 0
    if (options.diff) return { stdout: diffOf(works, words), stderr: saying(false), exitCode }
    const failed = await write(works, workspace, words?.change)
    return {
      stdout: '',
      stderr: [saying(failed.length === 0), ...failed].join(''),
      exitCode: failed.length > 0 ? 2 : exitCode,
    }
  } finally {
    await reader.close()
  }
}

function usagesOf(files: readonly KitInFile[]): Map<string, Usage> {
  const kits = groupBy(
    files.map(({ kit }) => kit),
    ({ languages }) => languages.target,
  )
  return new Map(Array.from(kits, ([language, each]) => [language, usageIn(each)]))
}

function diffOf(works: readonly Finished[], words: TakenTables | undefined): string {
  const documents = [...works]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, before, text }) => unifiedDiff(path, before?.text ?? '', text))
  const { change, before = '' } = words ?? {}
  return [...(change ? [unifiedDiff(change.path, before, change.text ?? '')] : []), ...documents].join('')
}

/** Writes what has changed, documents and ledgers as one; tells what could not be written. */
async function write(
  works: readonly Finished[],
  { root }: Workspace,
  glossary: Change | undefined,
): Promise<string[]> {
  await recover(root)
  const changes = works.flatMap(({ path, before, text, hash, ledger }): Change[] => [
    ...(before?.hash === hash ? [] : [{ path, base: before?.hash, text }]),
    ...(ledger ? [ledger] : []),
  ])
  const all = [...(glossary ? [glossary] : []), ...changes]
  return refusedWords(await writeTogether(root, all), all.length, 'hexapla import')
}
