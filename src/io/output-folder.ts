import { createHash } from 'node:crypto'
import { lstat, readFile, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isWithin } from './files.ts'
import { makeFolder } from './make-folder.ts'
import { replaceFile } from './write.ts'

/** A file that was made, as the manifest lists it. */
export interface MadeFile {
  readonly path: string
  readonly sha256: string
}

/** A folder that an export fills: files that are already as they should be are left alone. */
export class OutputFolder {
  readonly #root: string
  readonly #made: MadeFile[] = []
  #written = 0

  constructor(root: string) {
    this.#root = resolve(root)
  }

  get made(): readonly MadeFile[] {
    return this.#made
  }

  /** Makes the folder, where it is not there. @throws Error where it cannot be made. */
  async open(): Promise<void> {
    await makeFolder(this.#root)
  }

  /** How many files had to be written. */
  get written(): number {
    return this.#written
  }

  /** @throws Error where the path leads out of the folder, or is no plain file. */
  async put(path: string, data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    if (await this.#write(path, bytes)) this.#written++
    this.#made.push({ path, sha256: createHash('sha256').update(bytes).digest('hex') })
  }

  /** Writes the list of what was made, sorted, with hashes. */
  async writeManifest(): Promise<void> {
    const files = [...this.#made].sort((a, b) => (a.path < b.path ? -1 : 1))
    await this.#write('manifest.json', Buffer.from(`${JSON.stringify({ version: 1, files }, null, 2)}\n`))
  }

  async #write(path: string, bytes: Uint8Array): Promise<boolean> {
    const file = join(this.#root, path)
    if (!isWithin(this.#root, file)) throw new Error(`\`${path}\` leads out of the output folder`)
    const found = await lstat(file).catch(() => undefined)
    if (found && !found.isFile()) throw new Error(`\`${path}\` is no plain file`)
    if (found?.size === bytes.byteLength && Buffer.compare(await readFile(file), bytes) === 0) return false
    await makeFolder(dirname(file))
    if (!isWithin(await realpath(this.#root), await realpath(dirname(file)))) {
      throw new Error(`\`${path}\` leads out of the output folder through a link`)
    }
    await replaceFile(file, bytes)
    return true
  }
}
