import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The text of a file below a root; undefined where there is none. */
export function textBelow(root: string, path: string): string | undefined {
  const file = join(root, path)
  // Most are not there: to ask costs a tenth of an error.
  if (!existsSync(file)) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The files below a folder of a root, sorted, by their paths from the root with `/`; none where there is no folder. */
export function filesBelow(root: string, folder: string): string[] {
  return entriesBelow(root, folder, (entry) => entry.isFile())
}

/** The folders below a folder, as `filesBelow` tells files. */
export function foldersBelow(root: string, folder: string): string[] {
  return entriesBelow(root, folder, (entry) => entry.isDirectory())
}

function entriesBelow(root: string, folder: string, isWanted: (entry: Dirent) => boolean): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(isWanted)
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
  } catch {
    return []
  }
}
