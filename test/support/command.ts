import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** What a command left. */
export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Builds the command line that the tests run, where it is not current. */
export function buildCommand(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

/** Runs `hexapla` with some words in a folder, as a user off a terminal does; `closeAfter` so many characters, it is read no more. */
export function runCommand(
  args: readonly string[],
  cwd: string,
  { closeAfter = Infinity }: { readonly closeAfter?: number } = {},
): Promise<Result> {
  return new Promise((done, fail) => {
    const env = { ...process.env, FORCE_COLOR: '', NO_COLOR: '' }
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd, env })
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (part: string) => {
        output[name] += part
        if (output[name].length > closeAfter) child[name].destroy()
      })
    child.on('error', fail).on('close', (code) => {
      done({ code, ...output })
    })
  })
}

/** What lies at a path: a text, bytes, an empty folder, or a symbolic link. */
export type Entry = string | Uint8Array | { readonly folder: true } | { readonly link: string }

/** A temporary folder with the files that a test needs. */
export function folderOf(files: Readonly<Record<string, Entry>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-test-'))
  for (const [name, entry] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof entry === 'string' || entry instanceof Uint8Array) writeFileSync(path, entry)
    else if ('folder' in entry) mkdirSync(path)
    else symlinkSync(entry.link, path)
  }
  return folder
}
