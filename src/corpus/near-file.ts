import { groupByEach } from '../text/group-by.ts'
import { NearNames } from '../text/near-names.ts'
import type { Corpus } from './corpus.ts'
import { oncePerPaths } from './once.ts'

/** To compare more files that end alike would take too long. */
const mostCompared = 256

/** Tells the file or folder that a path most likely meant, which leads nowhere; undefined where none is near. */
export const nearFileIn: (corpus: Corpus) => (path: string) => string | undefined = oncePerPaths(
  ({ files }) => nearFileOf(files),
)

function nearFileOf(files: Iterable<string>): (path: string) => string | undefined {
  const folders = foldersOf(files)
  let byEnd: ReadonlyMap<string, readonly string[]> | undefined
  return (path) => {
    const parts = path.split('/').filter((part) => part !== '')
    let place = ''
    for (const part of parts) {
      const found = folders.get(place)?.near(part)
      if (found === undefined) {
        byEnd ??= byEndOf(files)
        return likest(parts, byEnd.get(endOf(parts)) ?? [])
      }
      place = place === '' ? found : `${place}/${found}`
    }
    return place === '' ? undefined : place
  }
}

/** The names in each folder, `''` for the root. */
function foldersOf(files: Iterable<string>): ReadonlyMap<string, NearNames> {
  const folders = new Map<string, NearNames>()
  for (const file of files) {
    for (let path = file; path !== '';) {
      const cut = path.lastIndexOf('/')
      const folder = path.slice(0, Math.max(0, cut))
      const names = folders.get(folder)
      names?.add(path.slice(cut + 1))
      if (names) break
      folders.set(folder, new NearNames([path.slice(cut + 1)]))
      path = folder
    }
  }
  return folders
}

/** Files by their last two names without the extension: what was moved to another folder has them still. */
function byEndOf(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return groupByEach(files, (file) => [endOf(file.split('/'))])
}

function endOf(parts: readonly string[]): string {
  return parts
    .slice(-2)
    .join('/')
    .replace(/\.mdx?$/, '')
}

/** The file that has most of a path's names in its own, of so many as are compared. */
function likest(parts: readonly string[], files: readonly string[]): string | undefined {
  const shared = (file: string): number => file.split('/').filter((part) => parts.includes(part)).length
  return files
    .slice(0, mostCompared)
    .sort((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1))
    .at(0)
}
