import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** The name that a config is looked for by. */
export const configName = 'hexapla.config.yaml'

/** A config's text, and the folder that its patterns count from. */
export interface ConfigFile {
  readonly path: string
  readonly folder: string
  readonly text: string
}

/** The config in a folder or the nearest one above it. */
export async function findConfig(folder: string): Promise<ConfigFile | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, configName)
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return { path, folder: at, text }
    if (dirname(at) === at) return undefined
  }
}

/** The config that was named. */
export async function readConfig(path: string): Promise<ConfigFile | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : { path, folder: dirname(resolve(path)), text }
}

/** Whether a path is a file, a folder, or nothing. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file'
}

/** The names in a folder; none where it cannot be read. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
