import { appendFile, lstat, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { replaceFile } from './write.ts'

/** Writes a whole file at once, with the folders that lead to it; whatever is there and no plain file stays. */
export async function writeText(file: string, text: string | Uint8Array): Promise<void> {
  const found = await lstat(file).catch(() => undefined)
  if (found && !found.isFile()) throw new Error('it is no plain file')
  await makeFolder(dirname(file))
  await replaceFile(file, text, found ? found.mode & 0o7777 : 0o644)
}

/** Adds a text to the end of a file. */
export async function appendText(file: string, text: string): Promise<void> {
  await appendFile(file, text)
}

/** Removes a file, where it is there. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true })
}
