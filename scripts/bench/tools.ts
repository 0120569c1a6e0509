import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from './measure.ts'
import { BenchError } from './options.ts'

/** A linter, ready to be run in a corpus's folder. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly command: Command
}

const own = import.meta.dirname
const root = dirname(dirname(own))
const packages = join(own, 'node_modules')

/** Hexapla as it was built. */
export function hexapla(): Tool {
  const main = join(root, 'dist/cli/main.js')
  if (!existsSync(main))
    throw new BenchError('Unexpected absence of `dist/`, expected `npm run build` before')
  const args = [main, 'lint', '--reporter', 'json']
  return { name: 'hexapla', version: manifestIn(root).version, command: { program: process.execPath, args } }
}

/** Hexapla first, then those that it is compared with, each with its own defaults and without a cache. */
export function allTools(): readonly [Tool, ...Tool[]] {
  const markdownlint = join(packages, 'markdownlint-cli2/markdownlint-cli2-bin.mjs')
  return [
    hexapla(),
    {
      name: 'markdownlint-cli2',
      version: manifestIn(join(packages, 'markdownlint-cli2')).version,
      command: {
        program: process.execPath,
        args: [markdownlint, '**/*.md'],
      },
    },
    {
      name: 'rumdl',
      version: manifestIn(join(packages, 'rumdl')).version,
      command: { program: rumdlBinary(), args: ['check', '--no-cache', '--isolated', '.'] },
    },
  ]
}

interface Manifest {
  readonly version: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** The program itself: npm's launcher around it would hide its memory and add Node's start to its time. */
function rumdlBinary(): string {
  const { optionalDependencies: platforms = {} } = manifestIn(join(packages, 'rumdl'))
  const file = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl'
  for (const name of Object.keys(platforms)) {
    const path = join(packages, name, file)
    if (!existsSync(path)) continue
    chmodSync(path, 0o755)
    return path
  }
  throw new BenchError(`Unexpected platform \`${process.platform} ${process.arch}\`, expected one of rumdl’s`)
}
