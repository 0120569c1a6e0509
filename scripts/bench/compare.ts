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
  /** What hexapla takes of the tool's time for a megabyte, and of its memory: 0.1 is a tenth. */
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
}

/** Runs each tool in each round, another one first every time; hexapla is the first of the tools. */
export async function compareTools(
  tools: readonly [Tool, ...Tool[]],
  options: CompareOptions,
): Promise<ToolResult[]> {
  const contests = tools.map((tool): Contest => ({ tool, corpus: options.corpus, runs: [] }))
  let tenth: BenchCorpus | undefined
  for (let round = 0; round < options.rounds; round++) {
    const first = round % contests.length
    for (const contest of [...contests.slice(first), ...contests.slice(0, first)]) {
      const run = await oneRun(contest, options)
      if (!run) {
        contest.corpus = tenth ??= options.tenth()
        contest.runs = []
      }
      const counted = run ?? (await oneRun(contest, options))
      if (counted) contest.runs.push(counted)
      const took = counted ? `${counted.seconds.toFixed(2)} s` : 'too long'
      options.tell(`round ${round + 1} of ${options.rounds}: ${contest.tool.name} ${took}`)
    }
  }
  return resultsOf(contests, options.corpus)
}

/** Only the whole corpus has a limit: what was too slow there is let finish its tenth. */
async function oneRun({ tool, corpus }: Contest, options: CompareOptions): Promise<Run | undefined> {
  const isWhole = corpus === options.corpus
  return measure(tool.command, {
    folder: corpus.folder,
    output: options.output,
    ...(isWhole && { limitSeconds }),
  })
}

function resultsOf(contests: readonly Contest[], whole: BenchCorpus): ToolResult[] {
  const results = contests.map(({ tool, corpus, runs }) => {
    const median = medianRun(runs)
    const { name, version } = tool
    const share = corpus.bytes / whole.bytes
    return { name, version, share, runs, median, secondsPerMb: median.seconds / (corpus.bytes / 1e6) }
  })
  const [hexapla] = results
  return results.map((result) => {
    const [mine, other] = [hexapla?.median.peakMiB, result.median.peakMiB]
    const time = (hexapla?.secondsPerMb ?? NaN) / result.secondsPerMb
    const comparable = mine !== undefined && other !== undefined && result.share === 1
    return { ...result, ratio: { time, ...(comparable && { memory: mine / other }) } }
  })
}
