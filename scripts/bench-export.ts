// Measures exports as whole processes: `npm run bench:export`.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { machineOf } from './bench/machine.ts'
import { makeCorpus } from './bench/made-corpus.ts'
import { measure, medianRun, type Run } from './bench/measure.ts'

const rounds = 3
/** In seven locales: a little over a thousand documents. */
const madeGuides = 143
const main = resolve(import.meta.dirname, '../dist/cli/main.js')
const guides = resolve(import.meta.dirname, '../guides')
/** Forty documents. */
const pdfLocales = ['fr-fr', 'en-gb', 'de-de', 'es-es', 'pl-pl']

interface Row {
  readonly what: string
  readonly documents: number
  readonly run: Run
}

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-bench-'))
try {
  const corpus = makeCorpus(join(folder, 'corpus'), madeGuides)
  const rows: Row[] = []
  const time = async (
    what: string,
    documents: number,
    args: readonly string[],
    isAgain: boolean,
  ): Promise<void> => {
    const runs: Run[] = []
    for (let round = 0; round < rounds; round++) {
      const output = join(folder, isAgain ? 'again' : `${rows.length}-${round}`)
      const command = { program: process.execPath, args: [main, 'export', ...args, '--output', output] }
      if (isAgain && round === 0) await measure(command, { folder, output: join(folder, 'printed.txt') })
      const run = await measure(command, { folder, output: join(folder, 'printed.txt') })
      if (run) runs.push(run)
      process.stderr.write(`${what}: ${run?.seconds.toFixed(2) ?? '-'} s\n`)
    }
    rows.push({ what, documents, run: medianRun(runs) })
  }
  const { documents } = corpus
  await time('html', documents, ['corpus', '--to', 'html'], false)
  await time('site', documents, ['corpus', '--to', 'site'], false)
  await time('pdf', 40, [guides, '--to', 'pdf', '--locale', ...pdfLocales], false)
  await time('pdf, again', 40, [guides, '--to', 'pdf', '--locale', ...pdfLocales], true)
  const { date, cores, processor, load } = machineOf()
  console.log(`\n${date}, ${cores} cores (${processor}), load ${load}; medians of ${rounds}\n`)
  console.log('| export | documents | seconds | ms a document | peak MiB |\n| --- | --: | --: | --: | --: |')
  for (const { what, documents: count, run } of rows) {
    const each = ((run.seconds * 1000) / count).toFixed(1)
    console.log(
      `| ${what} | ${count} | ${run.seconds.toFixed(2)} | ${each} | ${run.peakMiB?.toFixed(0) ?? '-'} |`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
