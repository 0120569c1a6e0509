import { lstatSync } from 'node:fs'

/** What the disk says of a file without its content: the cheap test for whether it has changed. Times are in milliseconds. */
export interface Stamp {
  readonly size: number
  /** When its content was last written; programs may set it back. */
  readonly modified: number
  /** When anything of it was last touched, its times included. */
  readonly changed: number
}

/** The stamp of a file; undefined where it is gone. */
export function stampOf(path: string): Stamp | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found && { size: found.size, modified: found.mtimeMs, changed: found.ctimeMs }
}

/** True where nothing tells two stamps apart. */
export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed
}

/** How long a write can go unseen: file systems of whole seconds need two of them, others a tick of the kernel's clock. */
const grains = { seconds: 2000, fine: 50 }

/**
 * True where a stamp, taken at a time, tells its content for good. Within the clock's grain a second write may leave
 * the very same stamp, and a file whose times lie ahead may be written at any of them.
 */
export function isSettled({ modified, changed }: Stamp, takenAt: number): boolean {
  const last = Math.max(modified, changed)
  const grain = Number.isInteger(last / 1000) ? grains.seconds : grains.fine
  return last + grain < takenAt
}
