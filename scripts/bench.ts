// Measures Hexapla beside other linters on one corpus, and how it grows: `npm run bench -- --help`.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareTools } from './bench/compare.ts'
import { copyCorpus, tenthOf, type BenchCorpus } from './bench/copied-corpus.ts'
import { measureGrowth } from './bench/growth.ts'
import { machineOf } from './bench/machine.ts'
import { makeCorpus, shortGuides } from './bench/made-corpus.ts'
import { BenchError, help, readOptions, type BenchOptions } from './bench/options.ts'
import { measurePart, outputIn, type Measured } from './bench/parts.ts'
import { phrasesByRegion } from './bench/phrases.ts'
import { reportOf, type BenchResult } from './bench/report.ts'
import { allTools } from './bench/tools.ts'
import { installPeers } from './peers.ts'

const tell = (line: string): void => void process.stderr.write(`${line}\n`)

function corpusFor({ corpus, guides, only }: BenchOptions, folder: string): BenchCorpus {
  const whole = join(folder, 'corpus')
  if (corpus !== undefined) return copyCorpus(corpus, { to: whole, keepsMdx: only === 'kits' })
  if (only === 'preview') return makeCorpus(whole, guides, shortGuides, phrasesByRegion)
  return makeCorpus(whole, guides, only === 'large' ? shortGuides : undefined)
}

async function bench(options: BenchOptions, folder: string): Promise<Measured> {
  if (options.only === 'large' || options.only === undefined) installPeers(join(import.meta.dirname, 'bench'))
  const corpus = corpusFor(options, folder)
  if (options.only) return measurePart[options.only](corpus, { ...options, output: outputIn(folder), tell })
  const data = await compareAndGrow(corpus, options, folder)
  return { words: reportOf(data), data }
}

async function compareAndGrow(
  corpus: BenchCorpus,
  options: BenchOptions,
  folder: string,
): Promise<BenchResult> {
  const machine = machineOf()
  const tenth = join(folder, 'tenth')
  const comparison = await compareTools(allTools(), {
    corpus,
    tenth: () => tenthOf(corpus, tenth),
    rounds: options.rounds,
    output: outputIn(folder),
    tell,
  })
  const growth = await measureGrowth(corpus, {
    copies: options.copies,
    folder: join(folder, 'copies'),
    rounds: Math.min(options.rounds, 3),
    output: outputIn(folder),
    tell,
  })
  const { documents, bytes } = corpus
  return { machine, corpus: { documents, bytes, made: options.corpus === undefined }, comparison, growth }
}

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-bench-'))
const clear = (): void => {
  rmSync(folder, { recursive: true, force: true })
}
process.once('SIGINT', () => {
  clear()
  process.exit(130)
})
try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(help)
  } else {
    const result = await bench(options, folder)
    console.log(result.words)
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(result.data, null, 2)}\n`)
  }
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  process.exitCode = 2
  console.error(error.message)
} finally {
  clear()
}
