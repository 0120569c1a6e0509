import { join } from 'node:path'
import { build } from './build.ts'
import { cacheFolderOf, makeCacheFolder } from './cache-files.ts'
import { readSealed, writeSealed } from './sealed-lines.ts'

/** A line for each text, by the text's hash, kept from one run to the next in a file of `.hexapla/cache`. */
export class LineCache {
  readonly #path: string
  readonly #folder: string
  readonly #before = new Map<string, Buffer>()
  readonly #used = new Map<string, string>()
  #isNew = false

  constructor(root: string, name: string) {
    this.#folder = cacheFolderOf(root)
    this.#path = join(this.#folder, name)
    const [head, ...lines] = readSealed(this.#path) ?? []
    if (head?.toString() !== build) return
    for (const line of lines) this.#before.set(line.toString('latin1', 0, hashLength), line)
  }

  /** The line of a text, which holds no line end; undefined where it is not known. */
  get(hash: string): string | undefined {
    const line = this.#used.get(hash) ?? this.#before.get(hash)?.toString('utf8', hashLength)
    if (line !== undefined) this.#used.set(hash, line)
    return line
  }

  set(hash: string, line: string): void {
    this.#isNew = true
    this.#used.set(hash, line)
  }

  /** Keeps what this run used. */
  save(): void {
    if (!this.#isNew || !makeCacheFolder(this.#folder)) return
    try {
      writeSealed(this.#path, [build, ...Array.from(this.#used, ([hash, line]) => hash + line)])
    } catch {
      // A run without a cache is a slower one.
    }
  }
}

const hashLength = 64
