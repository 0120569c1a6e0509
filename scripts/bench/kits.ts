import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchCorpus } from './copied-corpus.ts'
import { measure, medianRun, type Run } from './measure.ts'
import { BenchError } from './options.ts'
import { hexapla } from './tools.ts'

/** What a step of a translator's round takes. */
export interface KitStep {
  readonly what: string
  readonly run: Run
}

export interface KitsResult {
  readonly source: string
  readonly target: string
  readonly steps: readonly KitStep[]
}

interface KitsOptions {
  readonly rounds: number
  readonly output: string
  readonly tell: (line: string) => void
}

const sources = ['en', 'en-gb']
const targets = ['fr', 'fr-fr']

/** An XLIFF of so many bytes. */
const largeBytes = 50 * 1024 * 1024

/** Gives kits of one target out, as a first and as a second time, and takes them back with every translation changed; then one large file. */
export async function measureKits(corpus: BenchCorpus, options: KitsOptions): Promise<KitsResult> {
  const { folder } = corpus
  const [source, target] = [localeOf(corpus, sources), localeOf(corpus, targets)]
  const config = join(folder, 'hexapla.config.yaml')
  writeFileSync(
    config,
    `source: ${source}\n${corpus.byLocale ? "layouts: [{ files: '{locale}/{guide}.md' }]\n" : ''}`,
  )
  const kits = `${folder}-kits`
  const untouched = `${folder}-untouched`
  cpSync(folder, untouched, { recursive: true })
  const { program, args } = hexapla().command
  const [main = ''] = args
  const runs = new Map<string, Run[]>()
  const step = async (what: string, words: readonly string[]): Promise<void> => {
    const run = await measure({ program, args: [main, ...words] }, { folder, output: options.output })
    if (!run) return
    runs.set(what, [...(runs.get(what) ?? []), run])
    options.tell(`${what}: ${run.seconds.toFixed(2)} s`)
  }
  const out = ['export', '.', '--to', 'xliff', '--locale', target, '--output', kits]
  for (let round = 0; round < options.rounds; round++) {
    rmSync(folder, { recursive: true })
    cpSync(untouched, folder, { recursive: true })
    rmSync(kits, { recursive: true, force: true })
    await step('out', out)
    await step('out again, nothing changed', out)
    const files = xliffIn(kits)
    for (const file of files) writeFileSync(file, lengthened(readFileSync(file, 'utf8')))
    await step('in, every translation changed', ['import', ...files])
  }
  // Of one guide, so that what is measured is the reading of the file.
  const [large = ''] = xliffIn(kits)
  writeFileSync(large, withNotes(readFileSync(large, 'utf8'), largeBytes))
  await step(`in, a file of ${(statSync(large).size / 1024 / 1024).toFixed(0)} MiB`, ['import', large])
  return {
    source,
    target,
    steps: Array.from(runs, ([what, each]) => ({ what, run: medianRun(each) })),
  }
}

function localeOf({ folder }: BenchCorpus, wanted: readonly string[]): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found = wanted.find((locale) =>
    names.some((name) => name === locale || name.endsWith(`.${locale}.md`)),
  )
  if (found !== undefined) return found
  throw new BenchError(
    `Unexpected folder without documents in ${wanted.join(' or ')}, expected some for kits`,
  )
}

function xliffIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlf'))
    .sort()
    .map((name) => join(folder, name))
}

/** A kit whose translations all end in a word more. */
function lengthened(kit: string): string {
  return kit.replaceAll('</target>', ' bis</target>')
}

/** A kit whose units carry notes, as those of other programs do, until it is so large. */
function withNotes(kit: string, bytes: number): string {
  const units = kit.split('</notes>')
  const room = Math.ceil((bytes - Buffer.byteLength(kit)) / (units.length - 1))
  const note = '<note>What was said of this passage when it was last looked at, by whom, and when.</note>'
  return units.join(`${note.repeat(Math.max(0, Math.ceil(room / note.length)))}</notes>`)
}

/** The figures for a reader, as Markdown. */
export function kitsReport({ source, target, steps }: KitsResult): string {
  return [
    `Kits of ${target} from ${source}, XLIFF`,
    '',
    '| step | seconds | of the processor | peak MiB |',
    '| --- | --: | --: | --: |',
    ...steps.map(
      ({ what, run }) =>
        `| ${what} | ${run.seconds.toFixed(2)} | ${run.processorSeconds?.toFixed(2) ?? '-'} | ${run.peakMiB?.toFixed(0) ?? '-'} |`,
    ),
  ].join('\n')
}
