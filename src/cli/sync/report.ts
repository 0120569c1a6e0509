import type { Locale } from '../../corpus/locale.ts'
import type { Refusal } from '../../io/journal.ts'
import type { CorpusOnDisk } from '../../io/read.ts'
import type { LeftOut } from '../../report/left-out.ts'
import { syncWords, type SyncedFile } from '../../report/sync.ts'
import { lineIndexAt, lineStartsOf } from '../../text/source.ts'
import type { SyncOptions, SyncResult } from './run.ts'

/** What came of a run: what is behind, what could not be looked at, what could not be written. */
interface Synced {
  readonly results: readonly SyncResult[]
  readonly leftOut: readonly LeftOut[]
  readonly refused: readonly Refusal[]
}

/** What `hexapla sync` prints: lines for a person, a patch, or JSON; nothing of what could not be written. */
export async function printed(synced: Synced, disk: CorpusOnDisk, options: SyncOptions): Promise<string> {
  const results = writtenOf(synced)
  const files = results.map(fileOf)
  if (options.json) return `${JSON.stringify(jsonOf(files, synced), null, 2)}\n`
  if (files.length < synced.results.length && files.length === 0) return ''
  if (options.diff) {
    const { unifiedDiff } = await import('../../text/diff.ts')
    const { showDiff } = await import('../../report/show-diff.ts')
    const diff = results
      .flatMap(({ changes, synced }) => changes.filter(({ path }) => path === synced.path))
      .map(({ path, text }) =>
        unifiedDiff(path, disk.corpus.documents.has(path) ? disk.textOf(path) : '', text ?? ''),
      )
      .join('')
    return process.stdout.isTTY ? `${showDiff(diff, options.color)}\n` : diff
  }
  return syncWords(files, synced.leftOut, options)
}

function writtenOf({ results, refused }: Synced): readonly SyncResult[] {
  if (refused.some(({ isAlone }) => !isAlone)) return []
  const paths = new Set(refused.map(({ path }) => path))
  return results.filter(({ changes }) => !changes.some(({ path }) => paths.has(path)))
}

function fileOf({ synced, isNew, isSource, changes }: SyncResult): SyncedFile {
  const starts = lineStartsOf(synced.text)
  return {
    ...synced,
    isNew,
    ...(isSource && { isSource }),
    isChanged: changes.some(({ path }) => path === synced.path),
    told: synced.told.map(({ offset, reason }) => ({ line: lineIndexAt(starts, offset) + 1, reason })),
  }
}

function jsonOf(files: readonly SyncedFile[], { leftOut, refused }: Synced): unknown {
  return {
    version: 1,
    documents: files.map(({ path, guide, locale, isNew, isChanged, changes, left, words, notes, told }) => ({
      path,
      guide,
      locale,
      isNew,
      isChanged,
      changes: Object.fromEntries(changes),
      words,
      left,
      told,
      notes,
    })),
    leftOut,
    refused: refused.map(({ path, reason }) => ({ path, reason })),
  }
}

function isBehind({ synced, changes }: SyncResult): boolean {
  return synced.left.length > 0 || changes.some(({ path }) => path === synced.path)
}

/** True where a locale is behind by more words than it may be; without a number, where anything is behind at all. */
export function isOverBudget(results: readonly SyncResult[], most: number | undefined): boolean {
  if (most === undefined) return results.some(isBehind)
  const words = new Map<Locale, number>()
  for (const { synced } of results) {
    const behind = synced.words.fuzzy + synced.words.untranslated
    words.set(synced.locale, (words.get(synced.locale) ?? 0) + behind)
  }
  return [...words.values()].some((count) => count > most)
}
