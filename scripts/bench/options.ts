import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nearestOf } from '../../src/text/nearest.ts'

/** What the bench is asked for. */
export interface BenchOptions {
  /** The folder to take documents from; a corpus is made where none is named. */
  readonly corpus?: string
  readonly rounds: number
  /** Where the figures go as JSON. */
  readonly json?: string
}

/** Something that the person who runs the bench can put right: shown as it is, exit 2. */
export class BenchError extends Error {
  override readonly name = 'BenchError'
}

export const help = `Usage: npm run bench [-- --corpus DIR] [--rounds N] [--json FILE]

Measures hexapla, markdownlint-cli2 and rumdl on the same documents, as whole processes, in turns.

  --corpus DIR   a folder of Markdown and MDX, which is copied; without it, documents are made
  --rounds N     how often each is run; the medians are shown (5)
  --json FILE    write every figure to this file, too
  --help         print this help

Folders named after locales (\`en/\`, \`fr/\`) are taken as \`{locale}/{guide}.md\`; else the default layouts hold.`

const names = ['corpus', 'rounds', 'json', 'help']
const defaultRounds = 5
const mostRounds = 100

/**
 * Reads a command line.
 * @throws BenchError for a word that is no option, a value that is none, or a folder that is not there.
 */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      corpus: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  for (const name of Object.keys(values)) {
    if (!names.includes(name)) throw new BenchError(`Unexpected option \`--${name}\`, expected ${near(name)}`)
  }
  if (values.help === true) return 'help'
  const [stray] = positionals
  if (stray !== undefined) {
    throw new BenchError(`Unexpected word \`${stray}\`, expected \`--corpus ${stray}\` for a folder`)
  }
  const corpus = valueOf('corpus', values.corpus, 'a folder')
  const rounds = valueOf('rounds', values.rounds, 'a whole number')
  const json = valueOf('json', values.json, 'a file')
  return {
    rounds: rounds === undefined ? defaultRounds : roundsOf(rounds),
    ...(corpus !== undefined && { corpus: folderOf(corpus, '--corpus') }),
    ...(json !== undefined && { json: fileOf(json) }),
  }
}

function near(name: string): string {
  const known = nearestOf(name, names)
  return known === undefined ? `one of ${names.map((each) => `\`--${each}\``).join(', ')}` : `\`--${known}\``
}

function valueOf(name: string, value: string | boolean | undefined, expected: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value
  throw new BenchError(`Unexpected end of \`--${name}\`, expected ${expected} behind it`)
}

function roundsOf(value: string): number {
  const rounds = Number(value)
  if (/^\d+$/.test(value) && rounds >= 1 && rounds <= mostRounds) return rounds
  throw new BenchError(`Unexpected rounds \`${value}\`, expected a whole number from 1 to ${mostRounds}`)
}

function fileOf(given: string): string {
  const path = pathOf(given)
  folderOf(dirname(path), '--json')
  return path
}

function folderOf(given: string, option: string): string {
  const path = pathOf(given)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path
  throw new BenchError(`Unexpected path \`${given}\` for \`${option}\`, expected a folder that exists`)
}

/** Counted from where npm was called, not from the package's root, where it runs the script. */
function pathOf(given: string): string {
  return resolve(process.env.INIT_CWD ?? '.', given)
}
