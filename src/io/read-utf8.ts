import { readFile } from 'node:fs/promises'
import { errorCode } from './error-code.ts'

/**
 * The text of a file, byte order mark and all; undefined where there is nothing.
 * @throws Node's error, with the path, where something is there that cannot be read or is not UTF-8.
 */
export async function readUtf8(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}
