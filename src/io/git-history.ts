import { createHash } from 'node:crypto'
import { blobsIn, tryAsk, type Commit } from './git.ts'

/** A state of a file: the commit that left it so, and git's id of its content. */
export interface Revision extends Commit {
  readonly blob: string
}

/** The states of files, the newest first, as far as a clone goes back. */
export interface History {
  readonly revisionsOf: (path: string) => readonly Revision[]
}

/** Git's id of a content: the SHA-1 of a blob. */
export function blobIdOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The states of the files below a folder, with one question; undefined outside any repository. */
export async function historyBelow(
  folder: string,
  patterns: readonly string[] = ['.'],
): Promise<History | undefined> {
  const isInside = await tryAsk(folder, ['rev-parse', '--is-inside-work-tree']).catch(() => undefined)
  if (!isInside) return undefined
  const log = await tryAsk(folder, [
    'log',
    '--format=%x01%H %ct',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--relative',
    '--no-show-signature',
    '--diff-merges=first-parent',
    '-z',
    '--',
    ...patterns,
  ])
  const revisions = log ? revisionsIn(log.toString()) : new Map<string, Revision[]>()
  return { revisionsOf: (path) => revisions.get(path) ?? [] }
}

const entry = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/

/** Reads `log --raw -z`: a commit behind each mark, then for each file what became of it and its path. */
function revisionsIn(log: string): Map<string, Revision[]> {
  const revisions = new Map<string, Revision[]>()
  let commit: Commit | undefined
  let blob: string | undefined
  for (const field of log.split('\0')) {
    const words = field.replace(/^\n/, '')
    if (words.startsWith('\x01')) {
      const [id = '', seconds] = words.slice(1).split(' ')
      commit = { id, time: Number(seconds) * 1000 }
      continue
    }
    const found = entry.exec(words)
    if (found) blob = found[1]
    else if (blob !== undefined && commit) {
      if (!/^0+$/.test(blob)) {
        const own = revisions.get(words)
        if (own) own.push({ ...commit, blob })
        else revisions.set(words, [{ ...commit, blob }])
      }
      blob = undefined
    }
  }
  return revisions
}

/** Contents by their ids, with one question; those that this clone lacks are left out. */
export async function blobTexts(folder: string, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => /^[0-9a-f]{40,64}$/.test(id))
  if (wanted.length === 0) return new Map()
  const answer = await tryAsk(folder, ['cat-file', '--batch'], wanted.map((id) => `${id}\n`).join('')).catch(
    () => undefined,
  )
  const blobs = answer ? blobsIn(answer) : []
  return new Map(
    wanted.flatMap((id, index) => {
      const blob = blobs[index]
      return blob ? [[id, blob.toString()] as const] : []
    }),
  )
}

/** Git's id of the commit that is checked out; undefined where there is none. */
export async function headOf(folder: string): Promise<string | undefined> {
  const answer = await tryAsk(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => undefined)
  return answer?.toString().trim()
}

/** When a commit was made; undefined for what is none that this clone holds. */
export async function commitTime(folder: string, commit: string): Promise<number | undefined> {
  if (!/^[0-9a-f]{4,64}$/i.test(commit)) return undefined
  const answer = await tryAsk(folder, ['show', '--no-patch', '--format=%ct', `${commit}^{commit}`]).catch(
    () => undefined,
  )
  return answer ? Number(answer.toString().trim()) * 1000 : undefined
}
