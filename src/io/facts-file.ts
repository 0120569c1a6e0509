import { closeSync, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Where some bytes lie. */
export interface Slot {
  readonly offset: number
  readonly size: number
  /** The bytes' check sum: where it does not hold, they are not there. */
  readonly sum: number
  /** Added by this run, and not yet kept. */
  readonly isNew?: true
}

/** What is kept for later runs, and in which of the two files. */
export interface Kept {
  readonly slots: readonly Slot[]
  readonly file: 'old' | 'fresh'
}

/** A file may hold as much that is dead as is alive, and this much. */
const spare = 1024 * 1024

/**
 * Bytes that each of many documents has few of, in one large file rather than in memory. What is added goes to a fresh
 * file of this run's own; `keep` adds it to the old one where it is little beside what lies there.
 */
export class FactsFile {
  readonly #paths: { readonly old: string | undefined; readonly fresh: string }
  readonly #old: number | undefined
  #fresh: number | undefined
  #size = 0
  #isKept = false

  /**
   * @param old the file that a former run left; undefined where there is none
   * @param fresh a path where no file is
   */
  constructor(old: string | undefined, fresh: string) {
    this.#paths = { old, fresh }
    this.#old = old === undefined ? undefined : openToRead(old)
  }

  add(bytes: Uint8Array): Slot {
    this.#fresh ??= openSync(this.#paths.fresh, 'wx+')
    writeFileSync(this.#fresh, bytes)
    const slot: Slot = { offset: this.#size, size: bytes.length, sum: crc32(bytes), isNew: true }
    this.#size += bytes.length
    return slot
  }

  /** The bytes of a slot; undefined where they are not there any more. */
  get({ offset, size, sum, isNew }: Slot): Uint8Array | undefined {
    const file = isNew ? this.#fresh : this.#old
    if (file === undefined) return undefined
    const bytes = Buffer.allocUnsafe(size)
    return readSync(file, bytes, 0, size, offset) === size && crc32(bytes) === sum ? bytes : undefined
  }

  /** Keeps the bytes of these slots, in their order, for later runs. */
  keep(slots: readonly Slot[]): Kept {
    const added = sizeOf(slots.filter(({ isNew }) => isNew))
    const live = sizeOf(slots) - added
    const { old } = this.#paths
    if (added === 0 && live > 0) return { slots, file: 'old' }
    if (old !== undefined && this.#old !== undefined && added < live) {
      const dead = fstatSync(this.#old).size - live
      if (dead <= live + spare) return { slots: this.#moved(slots, openSync(old, 'a'), true), file: 'old' }
    }
    this.#fresh ??= openSync(this.#paths.fresh, 'wx+')
    this.#isKept = true
    return { slots: this.#moved(slots, this.#fresh, false), file: 'fresh' }
  }

  close(): void {
    for (const file of [this.#old, this.#fresh]) if (file !== undefined) closeSync(file)
    if (!this.#isKept) rmSync(this.#paths.fresh, { force: true })
  }

  /** Writes the slots that lie elsewhere to the end of a file, in one write: another run may add to it, too. */
  #moved(slots: readonly Slot[], file: number, isOld: boolean): Slot[] {
    try {
      let end = fstatSync(file).size
      const parts: Uint8Array[] = []
      const moved = slots.map(({ offset, size, sum, isNew = false }): Slot => {
        if (isNew !== isOld) return { offset, size, sum }
        parts.push(this.get({ offset, size, sum, ...(isNew && { isNew }) }) ?? Buffer.alloc(size))
        end += size
        return { offset: end - size, size, sum }
      })
      writeFileSync(file, Buffer.concat(parts))
      return moved
    } finally {
      if (isOld) closeSync(file)
    }
  }
}

function sizeOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { size }) => sum + size, 0)
}

function openToRead(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined
  }
}
