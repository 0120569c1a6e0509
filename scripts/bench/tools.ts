import { appendFileSync, chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from './measure.ts'
import { BenchError } from './options.ts'

/** A linter, ready to be run in a corpus's folder. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly command: Command
  /** The entry that it is compared with: the cold run with cold ones, the warm run with warm ones. */
  readonly against: string
  /** True where it is known to need minutes: it is given a tenth at once. */
  readonly isSlow?: true
  /** Done before the first run, so that there is something to remember. */
  readonly isWarm?: true
  /** Done before each run, unmeasured. */
  readonly before?: (folder: string, round: number) => void
}

const own = import.meta.dirname
const root = dirname(dirname(own))
const packages = join(own, 'node_modules')

/** Hexapla as it was built, with more words for its command line. */
export function hexapla(...words: readonly string[]): Tool {
  const main = join(root, 'dist/cli/main.js')
  if (!existsSync(main))
    throw new BenchError('Unexpected absence of `dist/`, expected `npm run build` before')
  const args = [main, 'lint', '--reporter', 'json', ...words]
  const { version } = manifestIn(root)
  return { name: 'hexapla', version, command: { program: process.execPath, args }, against: 'hexapla' }
}

/** Hexapla and those that it is compared with, each with its own defaults; cold runs are without a cache. */
export function allTools(): readonly [Tool, ...Tool[]] {
  const cold = hexapla('--no-cache')
  const warm: Tool = { ...hexapla(), name: 'hexapla, warm', against: 'hexapla, warm', isWarm: true }
  const markdownlint = join(packages, 'markdownlint-cli2/markdownlint-cli2-bin.mjs')
  const remark = [
    '--quiet',
    '--use',
    // A name would be looked for in the corpus, not here.
    join(packages, 'remark-preset-lint-recommended/index.js'),
    '--use',
    `${join(packages, 'remark-validate-links/index.js')}=repository:false`,
  ]
  const { version } = manifestIn(join(packages, 'rumdl'))
  const rumdl = { version, program: rumdlBinary() }
  return [
    cold,
    warm,
    { ...warm, name: 'hexapla, one document changed', before: changeOne },
    {
      name: 'rumdl',
      version,
      command: { program: rumdl.program, args: ['check', '--no-cache', '--isolated', '.'] },
      against: cold.name,
    },
    {
      name: 'rumdl, warm',
      version,
      command: { program: rumdl.program, args: ['check', '--isolated', '.'] },
      against: warm.name,
      isWarm: true,
    },
    {
      name: 'markdownlint-cli2',
      version: manifestIn(join(packages, 'markdownlint-cli2')).version,
      command: { program: process.execPath, args: [markdownlint, '**/*.md'] },
      against: cold.name,
    },
    {
      name: 'remark-cli',
      version: manifestIn(join(packages, 'remark-cli')).version,
      command: { program: process.execPath, args: [join(packages, 'remark-cli/cli.js'), '.', ...remark] },
      against: cold.name,
      isSlow: true,
    },
  ]
}

/** Adds a line to one document, another one each round. */
function changeOne(folder: string, round: number): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const documents = paths.filter((path) => path.endsWith('.md') && !path.startsWith('.')).sort()
  const path = documents[((round + 1) * 37) % documents.length]
  if (path !== undefined) appendFileSync(join(folder, path), `\nOne line more, number ${round}.\n`)
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
