import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { appendFile, lstat, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { replaceFile } from './write.ts'

/** Writes a whole file at once, with the folders that lead to it; whatever is there and no plain file stays. */
export async function writeText(file: string, text: string | Uint8Array): Promise<void> {
  const found = await plainFile(file)
  await makeFolder(dirname(file))
  await replaceFile(file, text, found ? found.mode & 0o7777 : 0o644)
}

/** Asks the disk whether `writeText` would do, and leaves nothing behind. @throws Error where it would not. */
export async function tryFile(file: string): Promise<void> {
  await plainFile(file)
  let folder = dirname(file)
  while (!(await stat(folder).catch(() => undefined)) && dirname(folder) !== folder) folder = dirname(folder)
  const probe = join(folder, `.${randomUUID()}.tmp`)
  await writeFile(probe, '', { flag: 'wx' })
  await rm(probe)
}

async function plainFile(file: string): Promise<Stats | undefined> {
  const found = await lstat(file).catch(() => undefined)
  if (found && !found.isFile()) throw new Error('it is no plain file')
  return found
}

/** Adds a text to the end of a file. */
export async function appendText(file: string, text: string): Promise<void> {
  await appendFile(file, text)
}

/** Removes a file, where it is there. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true })
}
