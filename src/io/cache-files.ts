import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** So many caches are kept: those of other rules, configs and versions that were used last. */
const mostKept = 4

/** A file that nobody has used for so long is no other run's that is still at work. */
const forgottenMilliseconds = 10 * 60 * 1000

/** Where runs over the documents below a root remember. */
export function cacheFolderOf(root: string): string {
  return join(root, '.hexapla', 'cache')
}

/** The file of what is known, of one cache in a folder. */
export function knownPath(folder: string, key: string): string {
  return join(folder, `${key}.known`)
}

/** The file of the facts that it speaks of. */
export function factsPath(folder: string, key: string, generation: string): string {
  return join(folder, `${key}.${generation}.facts`)
}

/** Removes facts that nothing will speak of. */
export function dropFacts(folder: string, key: string, generation: string): void {
  rmSync(factsPath(folder, key, generation), { force: true })
}

/** Makes the folder, which no version control is to hold; false where nothing can be written. */
export function makeCacheFolder(folder: string): boolean {
  const ignored = join(folder, '.gitignore')
  try {
    accessSync(ignored, constants.W_OK)
    return true
  } catch {
    // It is not there yet.
  }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(ignored, '*\n')
    return true
  } catch {
    return false
  }
}

/** Marks a cache as used, and removes the caches and facts that are not. */
export function tidyCaches(folder: string, key: string, generation: string): void {
  try {
    const now = Date.now()
    utimesSync(knownPath(folder, key), now / 1000, now / 1000)
    const files = readdirSync(folder)
      // What else lies there is kept by those who made it: what was translated cost money.
      .filter((name) => /\.(?:known|facts)(?:\.|$)/.test(name))
      .map((name) => ({ name, key: name.split('.')[0], age: now - statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => a.age - b.age)
    const caches = files.filter(({ name }) => name.endsWith('.known')).map((file) => file.key)
    const kept = new Set(caches.slice(0, mostKept))
    for (const file of files) {
      const isOld =
        file.key === key &&
        ![knownPath(folder, key), factsPath(folder, key, generation)].includes(join(folder, file.name))
      if ((isOld || !kept.has(file.key)) && file.age > forgottenMilliseconds)
        rmSync(join(folder, file.name), { force: true })
    }
  } catch {
    // Another run tidies at the same time.
  }
}
