import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nearestOf } from '../../src/text/nearest.ts'

/** What the bench is asked for. */
export interface BenchOptions {
  /** The folder to take documents from; a corpus is made where none is named. */
  readonly corpus?: string
  readonly rounds: number
  /** How many guides are made, in each of the locales. */
  readonly guides: number
  /** How many copies of the corpus the growth is measured on. */
  readonly copies: readonly number[]
  /** What is measured; the comparison and the growth where nothing is named. */
  readonly only?: Part
  /** Where the figures go as JSON. */
  readonly json?: string
}

/** What can be measured apart. */
const parts = ['watch', 'rules', 'large', 'kits', 'preview'] as const
export type Part = (typeof parts)[number]

/** Something that the person who runs the bench can put right: shown as it is, exit 2. */
export class BenchError extends Error {
  override readonly name = 'BenchError'
}

export const help = `Usage: npm run bench [-- --corpus DIR] [--guides N] [--rounds N] [--copies LIST] [--only PART] [--json FILE]

Measures hexapla, rumdl, markdownlint-cli2 and remark-cli on the same documents, as whole processes, in turns: cold,
warm, and with one document changed; and how hexapla grows.

  --corpus DIR   a folder of Markdown and MDX, which is copied; without it, documents are made
  --guides N     how many guides are made, in seven locales (310, which are 17 MB)
  --rounds N     how often each is run; the medians are shown (5)
  --copies LIST  how many copies the growth is measured on (1,3,10,30)
  --only watch   how long \`lint --watch\` takes from a save to its findings, on 5,005 documents or --guides N
  --only rules   what each stage and rule takes, as \`lint --timing\` shows it
  --only preview the preview of 30,000 documents, 2,000 guides or --guides N in 15 locales, in a browser: the first
                 rows, scrolling, memory, and from a save to the page, there and with 2,002 documents
  --only large   hexapla and rumdl, cold and warm, on a corpus of 180,000 documents and 600 MB, or --guides N
  --only kits    kits for French out, out again and in, and an XLIFF of 50 MB in
  --json FILE    write every figure to this file, too
  --help         print this help

Folders named after locales (\`en/\`, \`fr/\`) are taken as \`{locale}/{guide}.md\`; else the default layouts hold.`

const names = ['corpus', 'guides', 'rounds', 'copies', 'only', 'json', 'help']
const defaultRounds = 5
const mostRounds = 100
const defaultGuides: Readonly<Record<Part | 'all', number>> = {
  all: 310,
  rules: 310,
  watch: 715,
  kits: 310,
  large: 25_715,
  preview: 2000,
}
const mostGuides = 100_000
const defaultCopies = '1,3,10,30'
const mostCopies = 1000

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
      guides: { type: 'string' },
      copies: { type: 'string' },
      only: { type: 'string' },
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
  const guides = valueOf('guides', values.guides, 'a whole number')
  const copies = valueOf('copies', values.copies, 'whole numbers')
  const json = valueOf('json', values.json, 'a file')
  const only = partOf(valueOf('only', values.only, `one of ${parts.join(', ')}`))
  return {
    rounds: rounds === undefined ? defaultRounds : countOf('rounds', rounds, mostRounds),
    guides: guides === undefined ? defaultGuides[only ?? 'all'] : countOf('guides', guides, mostGuides),
    copies: (copies ?? defaultCopies).split(',').map((each) => countOf('copies', each, mostCopies)),
    ...(only && { only }),
    ...(corpus !== undefined && { corpus: folderOf(corpus, '--corpus') }),
    ...(json !== undefined && { json: fileOf(json) }),
  }
}

function partOf(name: string | undefined): Part | undefined {
  const part = parts.find((each) => each === name)
  if (name === undefined || part) return part
  throw new BenchError(`Unexpected part \`${name}\` for \`--only\`, expected one of ${parts.join(', ')}`)
}

function near(name: string): string {
  const known = nearestOf(name, names)
  return known === undefined ? `one of ${names.map((each) => `\`--${each}\``).join(', ')}` : `\`--${known}\``
}

function valueOf(name: string, value: string | boolean | undefined, expected: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value
  throw new BenchError(`Unexpected end of \`--${name}\`, expected ${expected} behind it`)
}

function countOf(name: string, value: string, most: number): number {
  const count = Number(value)
  if (/^\d+$/.test(value) && count >= 1 && count <= most) return count
  throw new BenchError(`Unexpected ${name} \`${value}\`, expected a whole number from 1 to ${most}`)
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
