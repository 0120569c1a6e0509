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

/** What an export leaves beside its files. */
export interface Manifest {
  readonly version: 1
  /** Hash of all that it was made from; undefined where something could not be shown or made. */
  readonly inputs?: string
  readonly documents: number
  readonly locales: number
  readonly files: readonly MadeFile[]
}

/** Most of a write is waiting for the disk. */
const writesAtOnce = 16

const manifestName = 'manifest.json'

function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A folder that an export fills: files that are already as they should be are left alone. */
export class OutputFolder {
  readonly #root: string
  readonly #made: MadeFile[] = []
  readonly #folders = new Map<string, Promise<void>>()
  readonly #writes = new Set<Promise<void>>()
  readonly #failures: unknown[] = []
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

  /** Takes a file to write, and waits only where many are being written; `settle` tells whether it could be. */
  async put(path: string, data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    const write = this.#put(path, bytes)
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => this.#writes.delete(write))
    this.#writes.add(write)
    if (this.#writes.size >= writesAtOnce) await Promise.race(this.#writes)
    if (this.#failures.length > 0) await this.settle()
  }

  /** Waits for all that was put. @throws Error where a path leads out of the folder, is no plain file, or cannot be written. */
  async settle(): Promise<void> {
    await Promise.all(this.#writes)
    const failures = this.#failures.splice(0)
    if (failures.length > 0) throw failures[0]
  }

  /** Writes the list of what was made, sorted, with hashes. */
  async writeManifest(about: Omit<Manifest, 'version' | 'files'>): Promise<void> {
    const files = [...this.#made].sort((a, b) => (a.path < b.path ? -1 : 1))
    const manifest: Manifest = { version: 1, ...about, files }
    await this.#write(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  }

  /** The manifest of an export of just these inputs, all of whose files are still as they were made. */
  async madeFrom(inputs: string): Promise<Manifest | undefined> {
    const manifest = await this.#manifest()
    if (manifest?.inputs !== inputs) return undefined
    for (const { path, sha256 } of manifest.files) {
      const bytes = await readFile(join(this.#root, path)).catch(() => undefined)
      if (bytes === undefined || hashOfBytes(bytes) !== sha256) return undefined
    }
    return manifest
  }

  /** The manifest that is there; anything else under its name is as none. */
  async #manifest(): Promise<Manifest | undefined> {
    try {
      const found = JSON.parse(await readFile(join(this.#root, manifestName), 'utf8')) as Partial<Manifest>
      const isWhole = found.version === 1 && Array.isArray(found.files) && typeof found.documents === 'number'
      return isWhole ? (found as Manifest) : undefined
    } catch {
      return undefined
    }
  }

  async #put(path: string, bytes: Uint8Array): Promise<void> {
    if (await this.#write(path, bytes)) this.#written++
    this.#made.push({ path, sha256: hashOfBytes(bytes) })
  }

  async #write(path: string, bytes: Uint8Array): Promise<boolean> {
    const file = join(this.#root, path)
    if (!isWithin(this.#root, file)) throw new Error(`\`${path}\` leads out of the output folder`)
    const found = await lstat(file).catch(() => undefined)
    if (found && !found.isFile()) throw new Error(`\`${path}\` is no plain file`)
    if (found?.size === bytes.byteLength && Buffer.compare(await readFile(file), bytes) === 0) return false
    await this.#folder(dirname(file), path)
    await replaceFile(file, bytes)
    return true
  }

  /** Each folder is made and looked at once. */
  #folder(folder: string, path: string): Promise<void> {
    const known = this.#folders.get(folder)
    if (known) return known
    const made = makeFolder(folder).then(async () => {
      if (isWithin(await realpath(this.#root), await realpath(folder))) return
      throw new Error(`\`${path}\` leads out of the output folder through a link`)
    })
    this.#folders.set(folder, made)
    return made
  }
}
