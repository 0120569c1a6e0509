import { lstatSync, readFileSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { readUtf8 } from './read-utf8.ts'

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
    const found = await readConfig(join(at, configName))
    if (found) return found
    if (dirname(at) === at) return undefined
  }
}

/** The config at a path; undefined where there is nothing. */
export async function readConfig(path: string): Promise<ConfigFile | undefined> {
  const text = await readUtf8(path)
  return text === undefined ? undefined : { path, folder: dirname(resolve(path)), text }
}

/** Whether a path is a file, a folder, or nothing. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file'
}

/** Whether a folder is at a path. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** The names in a folder; none where it cannot be read. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

const longestConfig = 1_000_000

/** Reads files below a folder by their paths; what is no plain file, or far too long for a config, is not there. */
export function readerIn(folder: string): (path: string) => string | undefined {
  return (path) => {
    try {
      const file = join(folder, path)
      const found = lstatSync(file)
      return found.isFile() && found.size <= longestConfig ? readFileSync(file, 'utf8') : undefined
    } catch {
      return undefined
    }
  }
}
