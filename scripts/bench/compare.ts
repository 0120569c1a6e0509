import type { BenchCorpus } from './copied-corpus.ts'
import { measure, medianRun, type Run } from './measure.ts'
import type { Tool } from './tools.ts'

/** A peer that takes longer than this is run on a tenth of the documents. */
const limitSeconds = 300

/** What one tool took. */
export interface ToolResult {
  readonly name: string
  readonly version: string
  /** Of the documents: 1, or about 0.1 for a tool that was too slow for all of them. */
  readonly share: number
  readonly runs: readonly Run[]
  readonly median: Run
  readonly secondsPerMb: number
  /** What hexapla, warm where the tool is, takes of its time for a megabyte, and of its memory: 0.1 is a tenth. */
  readonly ratio: { readonly time: number; readonly memory?: number }
}

export interface CompareOptions {
  readonly corpus: BenchCorpus
  /** Makes the smaller corpus, when one is needed. */
  readonly tenth: () => BenchCorpus
  readonly rounds: number
  readonly output: string
  readonly tell: (line: string) => void
}

interface Contest {
  readonly tool: Tool
  corpus: BenchCorpus
  runs: Run[]
  isPrimed: boolean
}

/** Runs each tool in each round, another one first every time; hexapla is the first of the tools. */
export async function compareTools(
  tools: readonly [Tool, ...Tool[]],
  options: CompareOptions,
): Promise<ToolResult[]> {
  const tenth = once(options.tenth)
  const contests = tools.map((tool): Contest => ({
    tool,
    corpus: tool.isSlow ? tenth() : options.corpus,
    runs: [],
    isPrimed: false,
  }))
  for (let round = 0; round < options.rounds; round++) {
    const first = round % contests.length
    for (const contest of [...contests.slice(first), ...contests.slice(0, first)]) {
      const run = await oneRun(contest, round, options)
      if (!run) {
        contest.corpus = tenth()
        contest.runs = []
        contest.isPrimed = false
      }
      const counted = run ?? (await oneRun(contest, round, options))
      if (counted) contest.runs.push(counted)
      const took = counted ? `${counted.seconds.toFixed(2)} s` : 'too long'
      options.tell(`round ${round + 1} of ${options.rounds}: ${contest.tool.name} ${took}`)
    }
  }
  return resultsOf(contests, options.corpus)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Only the whole corpus has a limit: what was too slow there is let finish its tenth. */
async function oneRun(contest: Contest, round: number, options: CompareOptions): Promise<Run | undefined> {
  const { tool, corpus } = contest
  const isWhole = corpus === options.corpus
  const run = (): Promise<Run | undefined> =>
    measure(tool.command, {
      folder: corpus.folder,
      output: options.output,
      ...(isWhole && { limitSeconds }),
    })
  if (tool.isWarm && !contest.isPrimed) {
    // The second one finds that all clocks have moved on since the files were written.
    await run()
    await run()
    contest.isPrimed = true
  }
  tool.before?.(corpus.folder, round)
  return run()
}

function resultsOf(contests: readonly Contest[], whole: BenchCorpus): ToolResult[] {
  const results = contests.map(({ tool, corpus, runs }) => {
    const median = medianRun(runs)
    const { name, version } = tool
    const share = corpus.bytes / whole.bytes
    return { name, version, share, runs, median, secondsPerMb: median.seconds / (corpus.bytes / 1e6) }
  })
  return results.map((result, index) => {
    const against = results.find(({ name }) => name === contests[index]?.tool.against)
    const [mine, other] = [against?.median.peakMiB, result.median.peakMiB]
    const time = (against?.secondsPerMb ?? NaN) / result.secondsPerMb
    const comparable = mine !== undefined && other !== undefined && result.share === 1
    return { ...result, ratio: { time, ...(comparable && { memory: mine / other }) } }
  })
}
