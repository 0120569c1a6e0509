import { realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isWithin } from './files.ts'
import { makeFolder } from './make-folder.ts'
import { writeText } from './output-file.ts'

/**
 * Puts a text at a path below a root, with the folders that lead to it; an empty one takes the file away.
 * @throws Error where that would be outside the root
 */
export async function putText(root: string, path: string, text: string): Promise<void> {
  const file = join(root, path)
  await makeFolder(dirname(file))
  if (!isWithin(await realpath(root), await realpath(dirname(file)))) {
    throw new Error(`\`${path}\` lies outside the root`)
  }
  if (text === '') await rm(file, { force: true })
  else await writeText(file, text)
}
