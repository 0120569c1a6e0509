import { randomUUID } from 'node:crypto'
import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { applyEdits, hashOf, type Patch } from '../text/edit.ts'
import { isWithin } from './files.ts'

/** Why a file was not written; nothing of it has changed. */
export interface Refused {
  readonly path: string
  readonly reason: string
}

/** What was written and what was not. */
export interface Written {
  readonly written: readonly string[]
  readonly refused: readonly Refused[]
}

/**
 * Writes patches below a root, each file whole or not at all: a temporary file beside it, synced and renamed over it,
 * with the same mode. A text that has changed meanwhile, a symbolic link or a place outside the root is refused.
 */
export async function writePatches(root: string, patches: readonly Patch[]): Promise<Written> {
  const written: string[] = []
  const refused: Refused[] = []
  for (const patch of patches) {
    const reason = await writePatch(root, patch).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    )
    if (reason === undefined) written.push(patch.path)
    else refused.push({ path: patch.path, reason })
  }
  return { written, refused }
}

async function writePatch(root: string, { path, base, edits }: Patch): Promise<string | undefined> {
  const file = join(root, path)
  const { mode, isLink } = await lstat(file).then((found) => ({
    mode: found.mode,
    isLink: found.isSymbolicLink(),
  }))
  if (isLink) return 'it is a symbolic link'
  if (!isWithin(await realpath(root), await realpath(file))) return 'it lies outside the root'
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
  if (hashOf(text) !== base) return 'it has changed meanwhile'
  await replaceFile(file, applyEdits(text, edits), mode & 0o7777)
  return undefined
}

/** Puts a text in a file's place at once, so that no reader ever finds half of it. */
export async function replaceFile(file: string, text: string | Uint8Array, mode = 0o644): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx', mode)
    try {
      await handle.writeFile(text)
      await handle.chmod(mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    // What fails in writing bytes names no place.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  }
  await syncFolder(dirname(file))
}

/** Makes a rename last; where a system cannot sync folders, the rename is as safe as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
