import { readdirSync, readFileSync, realpathSync, type Dirent } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** A file below the root, by its path with `/`. */
export interface FileEntry {
  readonly path: string
  /** Where it leads, for a symbolic link to a place outside the root: that is never read or written. */
  readonly outside?: string | undefined
}

/** True of a path, with `/` at its end where it is a folder, that is to be left out with all that lies in it. */
type Filter = (path: string) => boolean

/**
 * The files below a root, sorted; what `.gitignore`, `.hexaplaignore` and `exclude` name is left out, and so is what
 * is hidden. Folders that are left out are never opened, and what is asked at once is asked in one thread: a general
 * glob takes six times as long.
 */
export function listFiles(root: string, exclude: readonly string[]): FileEntry[] {
  return listAll(root, exclude).entries
}

/** The files below a root, as `listFiles` tells them, and the folders that were opened for them: `''` is the root. */
export function listAll(
  root: string,
  exclude: readonly string[],
): { readonly entries: FileEntry[]; readonly folders: string[] } {
  const base = realpathSync(root)
  const entries: FileEntry[] = []
  const folders: string[] = []
  walk('', excludeFilters(exclude), { root, base, entries, folders })
  return { entries, folders }
}

/** Most corpora leave nothing out, and asking for each of many paths takes its time. */
function excludeFilters(exclude: readonly string[]): Filter[] {
  if (exclude.length === 0) return []
  const excluded = ignore().add([...exclude])
  return [(path) => excluded.ignores(path)]
}

interface Walk {
  readonly root: string
  /** The root without symbolic links. */
  readonly base: string
  readonly entries: FileEntry[]
  readonly folders: string[]
}

function walk(folder: string, outer: readonly Filter[], { root, base, entries, folders }: Walk): void {
  folders.push(folder)
  const found = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => isKnown(name))
  const filters = [...outer, ...ignoreFilters(found, folder, root)]
  const paths = found
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ entry, path: `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { entry, path } of paths) {
    if (filters.some((isLeftOut) => isLeftOut(path))) continue
    if (entry.isDirectory()) walk(path, filters, { root, base, entries, folders })
    else if (entry.isFile()) entries.push({ path })
    // A pipe or a device is no file: to read it may take for ever.
    else if (entry.isSymbolicLink()) {
      // A link to another page means "not translated: read that one"; it is no document of its own.
      const target = targetOf(join(root, path))
      if (target !== undefined && !isWithin(base, target)) entries.push({ path, outside: target })
    }
  }
}

const ignoreFiles: ReadonlySet<string> = new Set(['.gitignore', '.hexaplaignore'])

function isKnown(name: string): boolean {
  return name.startsWith('.') ? ignoreFiles.has(name) : name !== 'node_modules'
}

/** What the ignore files of a folder leave out below it. */
function ignoreFilters(found: readonly Dirent[], folder: string, root: string): Filter[] {
  return found
    .filter((entry) => ignoreFiles.has(entry.name) && entry.isFile())
    .map(({ name }): Filter => {
      const matcher: Ignore = ignore().add(readFileSync(join(root, folder, name), 'utf8'))
      return (path) => matcher.ignores(path.slice(folder.length))
    })
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link)
  } catch {
    return undefined
  }
}

/** True where a path lies in a folder, or is that folder; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** A path relative to a root, with `/`. */
export function pathWithin(root: string, path: string): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/')
}
