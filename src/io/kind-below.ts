import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What lies at a path below a root: a symbolic link, or anything else; undefined where nothing does. */
export function kindBelow(root: string, path: string): 'link' | 'other' | undefined {
  const found = lstatSync(join(root, path), { throwIfNoEntry: false })
  return found && (found.isSymbolicLink() ? 'link' : 'other')
}

/** The file that stands where a path needs a folder: `.hexapla` of `.hexapla/ledger/pl-pl`. */
export function fileInTheWayOf(path: string): string | undefined {
  for (let place = path; ; place = dirname(place)) {
    try {
      const found = lstatSync(place, { throwIfNoEntry: false })
      if (found) return found.isDirectory() ? undefined : place
    } catch {
      // Below a file nothing can be looked at.
    }
    if (dirname(place) === place) return undefined
  }
}
