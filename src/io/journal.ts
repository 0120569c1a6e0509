import { randomUUID } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { hashOf } from '../text/edit.ts'
import { isWithin } from './files.ts'
import { journalFolder, namesIn } from './has-journal.ts'
import { lockIn, unlock } from './lock.ts'
import { makeFolder } from './make-folder.ts'

/** A file that a run is to leave: the whole of its new text, and the hash of what it was made for. */
export interface Change {
  /** Below the root. */
  readonly path: string
  /** Of the text that is there; undefined where there is no file yet. */
  readonly base: string | undefined
  /** Undefined to remove it. */
  readonly text: string | undefined
}

/** Why a file was not written; nothing of its set was, unless it is the only one that was left. */
export interface Refusal {
  /** Undefined where no file is to blame. */
  readonly path?: string
  readonly reason: string
  /** All others were written. */
  readonly isAlone?: true
}

/** What a run that was cut short left, and what was made of it. */
export interface Recovery {
  /** Files that were brought to what that run meant. */
  readonly finished: readonly string[]
  /** Files that somebody has changed since, which are left as they are. */
  readonly changed: readonly string[]
}

interface Entry {
  readonly path: string
  readonly base: string | undefined
  readonly next: string | undefined
  /** The name of the file beside it that holds its new text. */
  readonly staged: string | undefined
}

/**
 * Writes files as one: all new texts are put beside their files and synced, then a journal says that they count, then
 * each takes its file's place. A run that is killed before the journal has changed nothing; after it, the next run
 * finishes. Nothing is written where a file is not what its change was made for.
 */
export async function writeTogether(root: string, changes: readonly Change[]): Promise<readonly Refusal[]> {
  if (changes.length === 0) return []
  const folder = join(root, journalFolder)
  await makeFolder(folder)
  await writeFile(join(folder, '.gitignore'), '*\n')
  const lock = await lockIn(folder)
  if (!lock) return [{ reason: 'another run is writing at this moment' }]
  const staged: string[] = []
  try {
    const refused = changes.flatMap((change) => refusalOf(root, change) ?? [])
    if (refused.length > 0) return refused
    const entries = changes.map(({ path, base, text }): Entry => {
      const next = text === undefined ? undefined : hashOf(text)
      const name = text === undefined ? undefined : `.${basename(path)}.${randomUUID()}.hexapla`
      return { path, base, next, staged: name }
    })
    const journal = join(folder, `${randomUUID()}.json`)
    await writeSynced(`${journal}.tmp`, JSON.stringify({ version: 1, entries }), 0o644)
    staged.push(`${journal}.tmp`)
    for (const [at, { path, staged: name }] of entries.entries()) {
      if (name === undefined) continue
      const file = join(root, path)
      await makeFolder(dirname(file))
      staged.push(join(dirname(file), name))
      await writeSynced(join(dirname(file), name), changes[at]?.text ?? '', modeOf(file))
    }
    // From here on the new texts count.
    await rename(`${journal}.tmp`, journal)
    await syncFolder(folder)
    staged.length = 0
    const { changed } = await finish(root, journal, entries)
    return changed.map((path) => ({
      path,
      reason: 'it changed in this very moment',
      isAlone: true,
    }))
  } catch (error) {
    for (const file of staged) await rm(file, { force: true })
    throw error
  } finally {
    await unlock(lock)
  }
}

/** Finishes what a run that was cut short had begun, and clears away what it left. Asks for nothing where it left nothing. */
export async function recover(root: string): Promise<Recovery> {
  const folder = join(root, journalFolder)
  const finished: string[] = []
  const changed: string[] = []
  if (!namesIn(folder).some((name) => /^lock$|\.(?:json|tmp)$/.test(name))) return { finished, changed }
  const lock = await lockIn(folder)
  if (!lock) return { finished, changed }
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name.endsWith('.tmp')) await undo(root, path)
      if (!name.endsWith('.json')) continue
      const result = await finish(root, path, entriesOf(await readFile(path, 'utf8')))
      finished.push(...result.finished)
      changed.push(...result.changed)
    }
  } finally {
    await unlock(lock)
  }
  return { finished, changed }
}

/** Clears away what a run had laid ready when it was cut short before its texts counted. */
async function undo(root: string, path: string): Promise<void> {
  for (const { path: file, staged } of entriesOf(await readFile(path, 'utf8')))
    if (staged?.endsWith('.hexapla') && isBelow(root, join(root, file)))
      await rm(join(root, dirname(file), staged), { force: true })
  await rm(path, { force: true })
}

async function finish(root: string, journal: string, entries: readonly Entry[]): Promise<Recovery> {
  const finished: string[] = []
  const changed: string[] = []
  const folders = new Set<string>()
  for (const { path, base, next, staged } of entries) {
    const file = join(root, path)
    // A journal may come from anywhere: it names files below the root, and no links.
    if (!isBelow(root, file)) continue
    const now = hashAt(file)
    const own = staged === undefined ? undefined : join(dirname(file), staged)
    if (now === next) {
      if (own) await rm(own, { force: true })
    } else if (now !== base || (own && hashAt(own) !== next)) {
      changed.push(path)
      if (own) await rm(own, { force: true })
    } else {
      if (own) await rename(own, file)
      else await rm(file, { force: true })
      finished.push(path)
      folders.add(dirname(file))
    }
  }
  for (const folder of folders) await syncFolder(folder)
  await rm(journal, { force: true })
  return { finished, changed }
}

/** The entries of a journal; none of one that was cut short itself: it was the first thing that its run wrote. */
function entriesOf(text: string): Entry[] {
  try {
    const value = JSON.parse(text) as { readonly entries?: Partial<Entry>[] }
    return (value.entries ?? []).flatMap(({ path, base, next, staged }) =>
      typeof path === 'string' && (staged === undefined || !/[\\/]/.test(staged))
        ? [{ path, base, next, staged }]
        : [],
    )
  } catch {
    return []
  }
}

function refusalOf(root: string, { path, base }: Change): Refusal | undefined {
  const file = join(root, path)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found && !found.isFile()) return { path, reason: 'it is no plain file' }
  if (found && (found.mode & 0o200) === 0) return { path, reason: 'it is read-only' }
  if (!isWithin(realpathSync(root), realFolderOf(file))) return { path, reason: 'it lies outside the root' }
  const now = found ? hashOf(readFileSync(file)) : undefined
  if (now !== base) return { path, reason: found ? 'it has changed meanwhile' : 'it is gone' }
  return undefined
}

function isBelow(root: string, file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return (found?.isFile() ?? true) && isWithin(realpathSync(root), realFolderOf(file))
}

/** The folder of a file without symbolic links; of one that is yet to be made, the nearest that is there. */
function realFolderOf(file: string): string {
  let folder = dirname(file)
  while (!lstatSync(folder, { throwIfNoEntry: false })) folder = dirname(folder)
  return realpathSync(folder)
}

function hashAt(file: string): string | undefined {
  try {
    return hashOf(readFileSync(file))
  } catch {
    return undefined
  }
}

function modeOf(file: string): number {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found ? found.mode & 0o7777 : 0o644
}

async function writeSynced(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(text)
    await handle.chmod(mode)
    await handle.sync()
  } catch (error) {
    await rm(file, { force: true })
    // A write that fails, unlike an opening, does not say where.
    throw error instanceof Error && !('path' in error) ? Object.assign(error, { path: dirname(file) }) : error
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
