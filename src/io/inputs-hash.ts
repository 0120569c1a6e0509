import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDocumentPath } from '../corpus/locate.ts'
import { isWithin, listFiles } from './files.ts'

/** What pages are made of, besides documents. */
const picturePath = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i

/** What decides besides files, and the folder that is filled: what an earlier run made in it decides nothing. */
export interface Decisive {
  readonly choices: unknown
  readonly output: string
}

/** One hash of all documents and pictures below a root, and of what else decides: the same hash, the same output. */
export function inputsHash(root: string, exclude: readonly string[], { choices, output }: Decisive): string {
  const hash = createHash('sha256').update(JSON.stringify(choices))
  for (const { path, outside } of listFiles(root, exclude)) {
    if (isWithin(output, join(root, path))) continue
    hash.update(`\0${path}\0`)
    if (outside !== undefined) hash.update(outside)
    else if (isDocumentPath(path) || picturePath.test(path)) hash.update(contentHash(join(root, path)))
  }
  return hash.digest('hex')
}

/** Of what cannot be read, nothing: what is made of it says so. */
function contentHash(file: string): Buffer {
  try {
    return createHash('sha256').update(readFileSync(file)).digest()
  } catch {
    return Buffer.alloc(0)
  }
}
