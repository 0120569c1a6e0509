import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** What lies at a path below a root: a symbolic link, or anything else; undefined where nothing does. */
export function kindBelow(root: string, path: string): 'link' | 'other' | undefined {
  const found = lstatSync(join(root, path), { throwIfNoEntry: false })
  return found && (found.isSymbolicLink() ? 'link' : 'other')
}
