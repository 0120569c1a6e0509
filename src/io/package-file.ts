import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A file of an installed package, as text. */
export function packageFile(name: string, path: string): string {
  const entry = createRequire(import.meta.url).resolve(name)
  const folder = entry.slice(
    0,
    entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length,
  )
  return readFileSync(join(folder === '' ? dirname(entry) : folder, path), 'utf8')
}
