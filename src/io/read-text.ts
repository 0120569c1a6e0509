import { isUtf8 } from 'node:buffer'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '../markdown/facts.ts'
import { hashOf } from '../text/edit.ts'
import { errorCode } from './error-code.ts'
import type { FileEntry } from './files.ts'

/** What a file holds; of a link to a place outside, where it leads. */
export interface FileText {
  readonly text: string
  readonly hash: string
  readonly refusal?: Refusal
}

/** Reads a file below a root, by its bytes; a link to a place outside is not followed. */
export function readText(root: string, { path, outside }: FileEntry): FileText {
  const range = { start: 0, end: 0 }
  if (outside !== undefined) {
    return { text: '', hash: hashOf(outside), refusal: { kind: 'link', range, target: outside } }
  }
  const bytes = bytesOf(join(root, path))
  if (typeof bytes === 'string') {
    return { text: '', hash: hashOf(bytes), refusal: { kind: 'unreadable', range, why: bytes } }
  }
  const hash = hashOf(bytes)
  // Where bytes are not UTF-8, they are read leniently, so that the place can be shown.
  const text = bytes.toString()
  if (isUtf8(bytes)) return { text, hash }
  const start = firstDamage(text, bytes)
  const byte = Buffer.byteLength(text.slice(0, start))
  return { text, hash, refusal: { kind: 'encoding', range: { start, end: start + 1 }, byte } }
}

/** Room that one file after the other is read into: room of its own for each would cost more than reading it. */
let room = Buffer.allocUnsafeSlow(64 * 1024)

/** A link in a file's place may lead anywhere. Where a system knows no such flag, the list of files tells links alone. */
const asItIs = constants.O_RDONLY | constants.O_NOFOLLOW

/**
 * The bytes of a file, until the next one is read, or why it cannot be opened: one such file is no reason to leave the
 * others unread.
 */
function bytesOf(path: string): Buffer | string {
  try {
    const file = openSync(path, asItIs)
    try {
      const size = fill(file)
      return room.subarray(0, size)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const why = unreadable[errorCode(error) ?? '']
    if (why === undefined) throw error
    return why
  }
}

/** Reads a file to its end; gives the number of its bytes. */
function fill(file: number): number {
  for (let size = 0; ;) {
    const more = readSync(file, room, size, room.length - size, null)
    if (more === 0) return size
    size += more
    if (size === room.length) room = Buffer.concat([room], room.length * 2)
  }
}

const unreadable: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  ENOENT: 'it is gone',
  EIO: 'the disk fails',
  ELOOP: 'it is a symbolic link',
}

/** The offset of the first replacement character that the bytes do not hold themselves. */
function firstDamage(text: string, bytes: Uint8Array): number {
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const byte = Buffer.byteLength(text.slice(0, at))
    if (!(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) return at
  }
  return 0
}
