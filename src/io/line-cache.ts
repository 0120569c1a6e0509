import { join } from 'node:path'
import { build } from './build.ts'
import { makeCacheFolder } from './cache-files.ts'
import { readSealed, writeSealed } from './sealed-lines.ts'

/** So many bytes of lines are kept that a run has not asked for: the next one may ask for others. */
const mostUnused = 4 * 1024 * 1024

/** A line for each hash, kept from one run to the next in a file of a cache; it is read when it is first asked for. */
export class LineCache {
  readonly #path: string
  readonly #folder: string
  readonly #mostUnused: number
  readonly #used = new Map<string, string>()
  #before: Map<string, Buffer> | undefined
  #isNew = false

  /** @param folder the cache's; a name may hold a folder of its own: `beads/4f2a` */
  constructor(folder: string, name: string, unused: number = mostUnused) {
    this.#folder = folder
    this.#path = join(folder, name)
    this.#mostUnused = unused
  }

  /** The line of a hash, which holds no line end; undefined where it is not known. */
  get(hash: string): string | undefined {
    this.#before ??= linesIn(this.#path)
    const line = this.#used.get(hash) ?? this.#before.get(hash)?.toString('utf8', hashLength)
    if (line !== undefined) this.#used.set(hash, line)
    return line
  }

  set(hash: string, line: string): void {
    this.#isNew = true
    this.#used.set(hash, line)
  }

  /** Keeps what this run used, and some of what it did not. */
  save(): void {
    if (!this.#isNew || !makeCacheFolder(this.#folder)) return
    try {
      writeSealed(this.#path, [
        build,
        ...Array.from(this.#used, ([hash, line]) => hash + line),
        ...this.#unused(),
      ])
    } catch {
      // A run without a cache is a slower one.
    }
  }

  /** Those that were used last come first. */
  #unused(): string[] {
    const lines: string[] = []
    let size = 0
    for (const [hash, line] of this.#before ?? linesIn(this.#path)) {
      if (this.#used.has(hash)) continue
      size += line.length
      if (size > this.#mostUnused) break
      lines.push(line.toString())
    }
    return lines
  }
}

const hashLength = 64

function linesIn(path: string): Map<string, Buffer> {
  const [head, ...lines] = readSealed(path) ?? []
  if (head?.toString() !== build) return new Map()
  return new Map(lines.map((line) => [line.toString('latin1', 0, hashLength), line]))
}
