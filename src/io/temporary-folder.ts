import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes a folder of one's own that nobody else looks into; its name begins as given. */
export function makeTemporaryFolder(prefix: string): string {
  return mkdtempSync(join(realpathSync(tmpdir()), prefix))
}

/** Removes a folder with all that lies in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
