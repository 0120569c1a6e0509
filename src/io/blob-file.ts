import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { writeText } from './output-file.ts'

/** How a blob's name ends. */
const extension = '.blob'

/** A blob unpacks to no more than this, whatever it says. */
const mostBytes = 2 ** 31 - 1

/** Writes bytes, compressed, with a check sum. */
export async function writeBlob(path: string, bytes: Uint8Array): Promise<void> {
  await writeText(path, gzipSync(bytes, { level: 1 }))
}

/** The paths of the blobs in a folder, sorted. */
export function blobsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name.endsWith(extension) && !entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort()
}

/** The bytes of a blob; undefined where it was cut or damaged, or is none. */
export function readBlob(path: string): Buffer | undefined {
  const packed = readFileSync(path)
  try {
    return gunzipSync(packed, { maxOutputLength: mostBytes })
  } catch {
    return undefined
  }
}
