import { readFile } from 'node:fs/promises'

/**
 * The text of a file, byte order mark and all; undefined where there is nothing.
 * @throws Node's error, with the path, where something is there that cannot be read or is not UTF-8.
 */
export async function readUtf8(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}
