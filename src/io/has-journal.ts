import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where journals lie, below the root. */
export const journalFolder = '.hexapla/journal'

/** True where a run was cut short while it wrote; asked for by runs that write nothing, too. */
export function hasJournal(root: string): boolean {
  return namesIn(join(root, journalFolder)).some((name) => /\.(?:json|tmp)$/.test(name))
}

/** The names in a folder; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
