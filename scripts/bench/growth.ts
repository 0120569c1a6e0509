import { join } from 'node:path'
import { copyCorpus, type BenchCorpus } from './copied-corpus.ts'
import { measure, medianRun, type Run } from './measure.ts'
import { hexapla } from './tools.ts'

/** What hexapla takes for a corpus of one size. */
export interface Growth {
  /** How many times the corpus. */
  readonly times: number
  readonly documents: number
  readonly bytes: number
  readonly runs: readonly Run[]
  readonly median: Run
  readonly secondsPerMb: number
}

export interface GrowthOptions {
  /** How many times the corpus is measured: 1, 3, 10. */
  readonly copies: readonly number[]
  /** Where the larger corpus is put. */
  readonly folder: string
  readonly rounds: number
  readonly output: string
  readonly tell: (line: string) => void
}

/** Runs hexapla, without a cache, on so many copies of a corpus, in turns. */
export async function measureGrowth(corpus: BenchCorpus, options: GrowthOptions): Promise<Growth[]> {
  const sizes = options.copies.map((times) => ({
    times,
    corpus: times === 1 ? corpus : copiesOf(corpus, times, join(options.folder, String(times))),
    runs: [] as Run[],
  }))
  const { command } = hexapla('--no-cache')
  for (let round = 0; round < options.rounds; round++) {
    for (const { times, corpus: own, runs } of sizes) {
      const run = await measure(command, { folder: own.folder, output: options.output })
      if (run) runs.push(run)
      const took = run?.seconds.toFixed(2) ?? ''
      options.tell(`growth, round ${round + 1} of ${options.rounds}: ${times} × ${took} s`)
    }
  }
  return sizes.map(({ times, corpus: { documents, bytes }, runs }) => {
    const median = medianRun(runs)
    return { times, documents, bytes, runs, median, secondsPerMb: median.seconds / (bytes / 1e6) }
  })
}

/** So many copies of a corpus, each in a folder of its own. */
function copiesOf({ folder, byLocale }: BenchCorpus, count: number, to: string): BenchCorpus {
  const copies = Array.from({ length: count }, (_, index) =>
    copyCorpus(folder, { to, within: `copy-${index + 1}` }),
  )
  return {
    folder: to,
    byLocale,
    documents: copies.reduce((sum, copy) => sum + copy.documents, 0),
    bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0),
  }
}
