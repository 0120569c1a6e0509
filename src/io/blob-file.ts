import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { replaceFile } from './write.ts'
import { makeFolder } from './make-folder.ts'
import { dirname } from 'node:path'

/** How a blob's name ends. */
const extension = '.blob'

/** A blob unpacks to no more than this, whatever it says. */
const mostBytes = 2 ** 31 - 1

/** Writes bytes, compressed, with a check sum. */
export async function writeBlob(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path))
  await replaceFile(path, gzipSync(bytes, { level: 1 }))
}

/** The paths of the blobs in a folder, sorted. */
export function blobsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name))
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
