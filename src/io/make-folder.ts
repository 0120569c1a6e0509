import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/**
 * Makes a folder and those that lead to it, one after another: where a system refuses in a way of its own, as `/proc`
 * does, Node's `recursive` never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return
  if (found) throw Object.assign(new Error(`\`${folder}\` is no folder`), { code: 'ENOTDIR', path: folder })
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await mkdir(folder).catch((error: unknown) => {
    // Another write may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST') throw error
  })
}
