import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defects } from './defects.ts'

/** Where the project itself lies. */
export const root: string = resolve(import.meta.dirname, '../..')

/** Copies the guides into a folder and sows every defect; the texts before, by their paths below `guides/`. */
export function sowInto(folder: string): Map<string, string> {
  const originals = new Map<string, string>()
  cpSync(join(root, 'guides'), join(folder, 'guides'), { recursive: true })
  for (const { path, find, put } of defects) {
    const file = join(folder, 'guides', path)
    const text = readFileSync(file, 'utf8')
    if (text.split(find).length !== 2) throw new Error(`${path} has not once: ${find}`)
    if (!originals.has(path)) originals.set(path, text)
    writeFileSync(file, text.replace(find, () => put))
  }
  return originals
}

/** The path below the folder and the line of every finding that the defects bring, in a copy that was sown. */
export function placesIn(folder: string): { path: string; line: number; rule: string }[] {
  const lineOf = (path: string, words: string): number => {
    const text = readFileSync(join(folder, 'guides', path), 'utf8')
    if (text.split(words).length !== 2) throw new Error(`${path} has not once: ${words}`)
    return text.slice(0, text.indexOf(words)).split('\n').length
  }
  return defects.flatMap(({ path, put, rule, also = [], below = 0, twin }) => [
    ...[rule, ...also].map((each) => ({
      path: `guides/${path}`,
      line: lineOf(path, put) + below,
      rule: each,
    })),
    ...(twin ? [{ path: `guides/${twin.path}`, line: lineOf(twin.path, twin.at), rule }] : []),
  ])
}
