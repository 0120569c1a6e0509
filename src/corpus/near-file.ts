import { nearestOf } from '../text/nearest.ts'
import type { Corpus } from './corpus.ts'
import { oncePerPaths } from './once.ts'

/** In a folder of more names only a slip of one letter is found: to compare all of them would take too long. */
const mostCompared = 256

/** Tells the file or folder that a path most likely meant, which leads nowhere; undefined where none is near. */
export const nearFileIn: (corpus: Corpus) => (path: string) => string | undefined = oncePerPaths(
  ({ files }) => nearFileOf(files),
)

function nearFileOf(files: Iterable<string>): (path: string) => string | undefined {
  const folders = foldersOf(files)
  let byEnd: ReadonlyMap<string, readonly string[]> | undefined
  return (path) => {
    const parts = path.split('/').filter((part) => part !== '')
    let place = ''
    for (const part of parts) {
      const found = folders.get(place)?.near(part)
      if (found === undefined) {
        byEnd ??= byEndOf(files)
        return likest(parts, byEnd.get(endOf(parts)) ?? [])
      }
      place = place === '' ? found : `${place}/${found}`
    }
    return place === '' ? undefined : place
  }
}

/** The names in each folder, `''` for the root. */
function foldersOf(files: Iterable<string>): ReadonlyMap<string, Names> {
  const folders = new Map<string, Names>()
  for (const file of files) {
    for (let path = file; path !== '';) {
      const cut = path.lastIndexOf('/')
      const folder = path.slice(0, Math.max(0, cut))
      const names = folders.get(folder)
      names?.add(path.slice(cut + 1))
      if (names) break
      folders.set(folder, new Names(path.slice(cut + 1)))
      path = folder
    }
  }
  return folders
}

/** The names in one folder, looked up by what a person may have written. */
class Names {
  readonly #names: Set<string>
  readonly #answers = new Map<string, string | undefined>()
  #bySlip: ReadonlyMap<string, readonly string[]> | undefined

  constructor(first: string) {
    this.#names = new Set([first])
  }

  add(name: string): void {
    this.#names.add(name)
  }

  near(name: string): string | undefined {
    if (this.#names.has(name)) return name
    if (!this.#answers.has(name)) this.#answers.set(name, nearestOf(name, this.#candidates(name)))
    return this.#answers.get(name)
  }

  #candidates(name: string): Iterable<string> {
    if (this.#names.size <= mostCompared) return this.#names
    this.#bySlip ??= groupedBy(this.#names, formsOf)
    return new Set(formsOf(name).flatMap((form) => this.#bySlip?.get(form) ?? []))
  }
}

/** A name and what is left of it without each of its letters: two names that a slip parts have one of these in common. */
function formsOf(name: string): string[] {
  const lower = name.toLowerCase()
  return [lower, ...Array.from(lower, (_, at) => lower.slice(0, at) + lower.slice(at + 1))]
}

/** Files by their last two names without the extension: what was moved to another folder has them still. */
function byEndOf(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return groupedBy(files, (file) => [endOf(file.split('/'))])
}

function endOf(parts: readonly string[]): string {
  return parts
    .slice(-2)
    .join('/')
    .replace(/\.mdx?$/, '')
}

function groupedBy(
  words: Iterable<string>,
  keysOf: (word: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    for (const key of keysOf(word)) {
      const group = groups.get(key)
      if (group) group.push(word)
      else groups.set(key, [word])
    }
  }
  return groups
}

/** The file that has most of a path's names in its own, of so many as are compared. */
function likest(parts: readonly string[], files: readonly string[]): string | undefined {
  const shared = (file: string): number => file.split('/').filter((part) => parts.includes(part)).length
  return files
    .slice(0, mostCompared)
    .sort((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1))
    .at(0)
}
