import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/**
 * Looks out for changes in folders, and tells where there may be one: what it was is for the caller to look up. Each
 * folder is watched once, whatever lies in it.
 */
export class FolderWatch {
  readonly #root: string
  readonly #tell: (path: string) => void
  readonly #watchers = new Map<string, FSWatcher>()

  /** @param tell called for every change, often several times for one, with the path from the root: a file's, or a folder's */
  constructor(root: string, tell: (path: string) => void) {
    this.#root = root
    this.#tell = tell
  }

  /**
   * Watches these folders below the root and no others: `''` is the root, `mail/` a folder in it. Gives those that are
   * new: of what happened in them before, nobody has told.
   */
  keepTo(folders: Iterable<string>): string[] {
    const wanted = new Set(folders)
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue
      watcher.close()
      this.#watchers.delete(folder)
    }
    return [...wanted].filter((folder) => !this.#watchers.has(folder) && this.#add(folder))
  }

  close(): void {
    this.keepTo([])
  }

  #add(folder: string): boolean {
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false }, (_, name) => {
        this.#tell(`${folder}${name ?? ''}`)
      })
      // A folder that goes away ends its watch; the folder above tells of it.
      watcher.on('error', () => {
        watcher.close()
        this.#watchers.delete(folder)
      })
      this.#watchers.set(folder, watcher)
      return true
    } catch {
      // It is gone already, or the system watches no more: the next look at the folder finds what is in it.
      return false
    }
  }
}
