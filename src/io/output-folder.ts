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

/** A file to write: its path below the folder, and what it holds. */
interface FileToWrite {
  readonly path: string
  readonly data: string | Uint8Array
}

/** A file may not lie where it would; the others are written. */
export class OutputRefused extends Error {
  override readonly name = 'OutputRefused'
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
  /** Hashes of all that was begun, by path: two formats may make one file, when it is the same. */
  readonly #begun = new Map<string, string>()
  readonly #folders = new Map<string, Promise<void>>()
  readonly #writes = new Set<Promise<void>>()
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

  /**
   * Writes files as they are made, several at once, and waits for all of them, whatever happens.
   * @throws OutputRefused where a path leads out of the folder or is no plain file, Node's error where the disk refuses.
   */
  async putAll(
    files: AsyncIterable<FileToWrite> | Iterable<FileToWrite>,
    progress?: (done: number) => void,
  ): Promise<void> {
    let done = 0
    const failures: unknown[] = []
    try {
      for await (const { path, data } of files) {
        this.#begin(path, typeof data === 'string' ? Buffer.from(data) : data, failures)
        if (this.#writes.size >= writesAtOnce) await Promise.race(this.#writes)
        if (failures.length > 0) break
        progress?.(++done)
      }
    } finally {
      await Promise.all(this.#writes)
    }
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

  #begin(path: string, bytes: Uint8Array, failures: unknown[]): void {
    const sha256 = hashOfBytes(bytes)
    const before = this.#begun.get(path)
    if (before === sha256) return
    if (before !== undefined) {
      failures.push(
        new OutputRefused(
          `\`${path}\` was made by another format already, expected \`--output\` with a folder for this one alone`,
        ),
      )
      return
    }
    this.#begun.set(path, sha256)
    const write = this.#write(path, bytes)
      .then((isNew) => {
        if (isNew) this.#written++
        this.#made.push({ path, sha256 })
      })
      .catch((error: unknown) => void failures.push(error))
      .finally(() => this.#writes.delete(write))
    this.#writes.add(write)
  }

  async #write(path: string, bytes: Uint8Array): Promise<boolean> {
    const file = join(this.#root, path)
    if (!isWithin(this.#root, file)) throw new OutputRefused(`\`${path}\` leads out of the output folder`)
    const found = await lstat(file).catch(() => undefined)
    if (found && !found.isFile())
      throw new OutputRefused(`\`${path}\` is there and no plain file, expected one to replace, or nothing`)
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
      throw new OutputRefused(`\`${path}\` leads out of the output folder through a link`)
    })
    this.#folders.set(folder, made)
    return made
  }
}
