import type { Range } from '../text/range.ts'
import { tags, words } from './packing.ts'

/** A place in packed data, and what was read before it. */
export interface Cursor {
  readonly bytes: Buffer
  at: number
  /** Where the last range began. */
  start: number
  readonly texts: string[]
  readonly shapes: (readonly string[])[]
}

/** A cursor at the beginning of packed values. */
export function cursorAt(bytes: Buffer, at = 0): Cursor {
  return { bytes, at, start: 0, texts: [], shapes: [] }
}

/**
 * Reads the next value that a packer wrote.
 * @throws RangeError where the bytes are no packer's.
 */
export function unpack(cursor: Cursor): unknown {
  const tag = cursor.bytes[cursor.at++] ?? -1
  const reader = readers[tag]
  if (!reader) throw new RangeError(`Unexpected tag ${tag}, expected packed data`)
  return reader(cursor)
}

/** Reads a whole number that a packer wrote. */
export function unpackCount(cursor: Cursor): number {
  const { bytes } = cursor
  let byte = bytes[cursor.at++] ?? 0
  if (byte < 0x80) return byte
  let value = byte & 0x7f
  for (let unit = 0x80; byte >= 0x80; unit *= 0x80) {
    byte = bytes[cursor.at++] ?? 0
    value += (byte & 0x7f) * unit
  }
  return value
}

const readers: readonly ((cursor: Cursor) => unknown)[] = inOrder({
  none: () => undefined,
  no: () => false,
  yes: () => true,
  whole: unpackCount,
  float: (cursor) => cursor.bytes.readDoubleLE((cursor.at += 8) - 8),
  ascii: (cursor) => noted(cursor, textOf(cursor, 'latin1')),
  unicode: (cursor) => noted(cursor, textOf(cursor, 'utf8')),
  units: (cursor) => noted(cursor, textOf(cursor, 'utf16le')),
  word: (cursor) => words[unpackCount(cursor)],
  again: (cursor) => cursor.texts[unpackCount(cursor)],
  list: (cursor) => listOf(cursor, unpack),
  range: rangeOf,
  ranges: (cursor) => listOf(cursor, rangeOf),
  record: recordOf,
})

function inOrder(byTag: Readonly<Record<keyof typeof tags, (cursor: Cursor) => unknown>>): typeof readers {
  return (Object.keys(tags) as (keyof typeof tags)[])
    .sort((a, b) => tags[a] - tags[b])
    .map((tag) => byTag[tag])
}

function listOf<Item>(cursor: Cursor, read: (cursor: Cursor) => Item): Item[] {
  const count = unpackCount(cursor)
  const items: Item[] = []
  for (let i = 0; i < count; i++) items.push(read(cursor))
  return items
}

function textOf(cursor: Cursor, encoding: BufferEncoding): string {
  const size = unpackCount(cursor)
  return cursor.bytes.toString(encoding, cursor.at, (cursor.at += size))
}

function noted(cursor: Cursor, text: string): string {
  cursor.texts.push(text)
  return text
}

function recordOf(cursor: Cursor): object {
  const number = unpackCount(cursor)
  const keys = (cursor.shapes[number] ??= listOf(cursor, (at) => String(unpack(at))))
  const record: Record<string, unknown> = {}
  for (const key of keys) record[key] = unpack(cursor)
  return record
}

function rangeOf(cursor: Cursor): Range {
  const code = unpackCount(cursor)
  const start = cursor.start + (code % 2 === 0 ? code / 2 : -(code + 1) / 2)
  cursor.start = start
  return { start, end: start + unpackCount(cursor) }
}
