import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { nearestOf } from '../text/nearest.ts'

/** Git cannot tell what was asked of it; the message is for the user. */
class GitProblem extends Error {
  override readonly name = 'GitProblem'
}

/** A commit that changed a file. */
export interface Commit {
  readonly id: string
  /** When it was committed, in milliseconds since 1970. */
  readonly time: number
}

/** Files that differ from a commit; paths count from the folder that was asked about, with `/`. */
export interface Changes {
  /** The commit that was compared with: the last one that `HEAD` shares with the ref, where that is known. */
  readonly since: string
  /** Sorted: files that were changed, added, removed or are not in version control yet. A rename is both. */
  readonly paths: readonly string[]
  /** Those of them that were not there. */
  readonly added: ReadonlySet<string>
  /** Those of them that are there no more. */
  readonly removed: ReadonlySet<string>
}

/**
 * The top folder of the repository that holds a folder.
 * @throws GitProblem where there is none, or no git.
 */
export async function repositoryOf(folder: string): Promise<string> {
  return resolve(lineOf(await ask(folder, ['rev-parse', '--show-toplevel'])))
}

/**
 * The id of the commit that a ref names: a branch, a tag, a commit, `HEAD~2`.
 * @throws GitProblem where this clone holds none of that name.
 */
export async function commitOf(folder: string, ref: string): Promise<string> {
  // A word that git would take for an option names no commit.
  const found = ref.startsWith('-')
    ? undefined
    : await tryAsk(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  return found ? lineOf(found) : Promise.reject(await unknownRef(folder, ref))
}

/**
 * The files below a folder that differ from a ref, those not in version control included. They are compared with the
 * last commit that `HEAD` shares with it; a clone without that much history, with the ref itself.
 */
export async function changesSince(folder: string, ref: string): Promise<Changes> {
  const commit = await commitOf(folder, ref)
  const shared = await tryAsk(folder, ['merge-base', commit, 'HEAD'])
  const since = shared ? lineOf(shared) : commit
  const [tracked, untracked] = await Promise.all([
    ask(folder, ['diff', '--name-status', '-z', '--no-renames', '--no-ext-diff', '--relative', since, '--']),
    ask(folder, ['ls-files', '-z', '--others', '--exclude-standard']),
  ])
  const status = new Map(fieldsOf(untracked).map((path) => [path, 'A']))
  const fields = fieldsOf(tracked)
  for (let at = 0; at + 1 < fields.length; at += 2) status.set(fields[at + 1] ?? '', fields[at] ?? '')
  const paths = [...status.keys()].sort()
  const having = (letter: string): ReadonlySet<string> =>
    new Set(paths.filter((path) => status.get(path) === letter))
  return { since, paths, added: having('A'), removed: having('D') }
}

/** The texts of files as they were at a commit, by their paths from the folder; those that were not there are left out. */
export async function textsAt(
  folder: string,
  ref: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const commit = await commitOf(folder, ref)
  const ids = new Map(
    fieldsOf(await ask(folder, ['ls-tree', '-r', '-z', commit])).flatMap((field) => {
      const [, kind, id, path] = /^\d+ (\w+) ([0-9a-f]+)\t(.*)$/s.exec(field) ?? []
      return kind === 'blob' && id !== undefined && path !== undefined ? [[path, id] as const] : []
    }),
  )
  const wanted = paths.flatMap((path) => {
    const id = ids.get(path)
    return id === undefined ? [] : [{ path, id }]
  })
  if (wanted.length === 0) return new Map()
  const blobs = blobsIn(
    await ask(folder, ['cat-file', '--batch'], wanted.map(({ id }) => `${id}\n`).join('')),
  )
  return new Map(
    wanted.flatMap(({ path }, index) => {
      const blob = blobs[index]
      return blob ? [[path, blob.toString()] as const] : []
    }),
  )
}

/** The commits that changed a file, the newest first, as far as this clone goes back. */
export async function historyOf(folder: string, path: string): Promise<Commit[]> {
  const args = ['log', '--format=%H %ct', '--no-show-signature', '--', path]
  return lineOf(await ask(folder, args))
    .split('\n')
    .flatMap((line) => {
      const [id, seconds] = line.split(' ')
      return id && seconds ? [{ id, time: Number(seconds) * 1000 }] : []
    })
}

/**
 * What holds for every question: words of a path are no pattern, git takes no lock, asks nobody, runs no program that a
 * repository's settings name to watch files, fetches nothing, and speaks English.
 */
const always = ['--literal-pathspecs', '--no-pager', '-c', 'core.fsmonitor=false']
const environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
}

interface Answer {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs git without a shell: each argument arrives as it is. */
function run(folder: string, args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...always, ...args], { cwd: folder, env: { ...process.env, ...environment } })
    const out: Buffer[] = []
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new GitProblem('Unexpected absence of `git`, expected it among the programs of this machine')
          : error,
      )
    })
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(said).toString() })
    })
    // Where git ends early, its answer says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** The answer of git to a question. @throws GitProblem where it has none. */
async function ask(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const { code, stdout, stderr } = await run(folder, args, input)
  if (code === 0) return stdout
  throw problemOf(folder, stderr)
}

/** The answer; undefined where git has none. */
export async function tryAsk(
  folder: string,
  args: readonly string[],
  input?: string,
): Promise<Buffer | undefined> {
  const { code, stdout, stderr } = await run(folder, args, input)
  if (code === 0) return stdout
  if (/not a git repository|dubious ownership/.test(stderr)) throw problemOf(folder, stderr)
  return undefined
}

function problemOf(folder: string, stderr: string): GitProblem {
  if (stderr.includes('not a git repository'))
    return new GitProblem(`Unexpected folder \`${folder}\` outside any git repository, expected one inside`)
  const words = stderr.trim().replace(/^(?:fatal|error): /, '')
  return new GitProblem(`Unexpected answer of git in \`${folder}\`: ${words}`)
}

async function unknownRef(folder: string, ref: string): Promise<GitProblem> {
  const isShallow = lineOf(await ask(folder, ['rev-parse', '--is-shallow-repository'])) === 'true'
  const names = lineOf(await ask(folder, ['for-each-ref', '--format=%(refname:short)'])).split('\n')
  const near = nearestOf(ref, names)
  const expected = near === undefined ? 'a branch, a tag or a commit that this clone holds' : `\`${near}\``
  const hint = isShallow
    ? '; this clone is shallow, `git fetch --depth 1` with its remote and name brings it'
    : ''
  return new GitProblem(`Unexpected ref \`${ref}\`, expected ${expected}${hint}`)
}

function lineOf(answer: Buffer): string {
  return answer.toString().trimEnd()
}

/** What stands before each NUL. */
function fieldsOf(answer: Buffer): string[] {
  return answer.toString().split('\0').slice(0, -1)
}

/** The contents that `cat-file --batch` gives, each behind a line `id kind size`; undefined for what is missing. */
export function blobsIn(answer: Buffer): (Buffer | undefined)[] {
  const blobs: (Buffer | undefined)[] = []
  for (let at = 0; at < answer.length;) {
    const feed = answer.indexOf(10, at)
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(answer.toString('latin1', at, feed))?.[1]
    const end = feed + 1 + Number(size ?? -1)
    blobs.push(size === undefined ? undefined : answer.subarray(feed + 1, end))
    at = end + 1
  }
  return blobs
}
