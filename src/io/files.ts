import { readFile, realpath } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { globby } from 'globby'
import ignore, { type Ignore } from 'ignore'

/** A file below the root, by its path with `/`. */
export interface FileEntry {
  readonly path: string
  /** Where it leads, for a symbolic link to a place outside the root: that is never read or written. */
  readonly outside?: string
}

const never = ['**/node_modules/**', '**/.git/**', '**/.hexapla/**']
const ignoreFiles = new Set(['.gitignore', '.hexaplaignore'])

/** The files below a root, sorted; what `.gitignore`, `.hexaplaignore` and `exclude` name is left out. */
export async function listFiles(root: string, exclude: readonly string[]): Promise<FileEntry[]> {
  const found = await globby('**/*', {
    cwd: root,
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    ignore: [...never, ...exclude],
  })
  const paths = found.filter(({ dirent }) => !dirent.isDirectory())
  const filter = await ignoreFilter(
    root,
    paths.map(({ path }) => path),
  )
  const kept = paths
    .filter(({ path }) => !hidden(path) && filter(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const base = await realpath(root)
  const entries: FileEntry[] = []
  for (const { path, dirent } of kept) {
    if (!dirent.isSymbolicLink()) {
      entries.push({ path })
      continue
    }
    // A link to another page means "not translated: read that one"; it is no document of its own.
    const target = await realpath(join(root, path)).catch(() => undefined)
    if (target !== undefined && !isWithin(base, target)) entries.push({ path, outside: target })
  }
  return entries
}

function hidden(path: string): boolean {
  return path.startsWith('.') || path.includes('/.')
}

/** True where a path lies in a folder, or is that folder; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** A path relative to a root, with `/`. */
export function pathWithin(root: string, path: string): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/')
}

async function ignoreFilter(root: string, paths: readonly string[]): Promise<(path: string) => boolean> {
  const rules: { folder: string; matcher: Ignore }[] = []
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (!ignoreFiles.has(name)) continue
    const words = await readFile(join(root, path), 'utf8')
    rules.push({ folder: path.slice(0, -name.length), matcher: ignore().add(words) })
  }
  return (path) =>
    !rules.some(
      ({ folder, matcher }) => path.startsWith(folder) && matcher.ignores(path.slice(folder.length)),
    )
}
