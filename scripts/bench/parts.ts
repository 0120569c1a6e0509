import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { compareTools } from './compare.ts'
import type { BenchCorpus } from './copied-corpus.ts'
import { kitsReport, measureKits } from './kits.ts'
import { machineOf } from './machine.ts'
import { BenchError, type BenchOptions, type Part } from './options.ts'
import { measurePreview, previewReport } from './preview.ts'
import { reportOf } from './report.ts'
import { allTools, hexapla, type Tool } from './tools.ts'
import { measureWatch } from './watch.ts'

/** One part of the bench, measured: for a reader, and as data. */
export interface Measured {
  readonly words: string
  readonly data: unknown
}

export interface PartOptions extends Pick<BenchOptions, 'rounds' | 'corpus'> {
  readonly output: string
  readonly tell: (line: string) => void
}

const saves = 20

/** What can be measured apart, by its name. */
export const measurePart: Readonly<
  Record<Part, (corpus: BenchCorpus, options: PartOptions) => Measured | Promise<Measured>>
> = {
  watch: async (corpus, { tell }) => {
    const data = await measureWatch(corpus, saves, tell)
    const { elsewhere, again } = data.median
    const words = `From a save to its findings, ${data.documents} documents, medians of ${saves}: ${elsewhere.toFixed(1)} ms, each in another guide; ${again.toFixed(1)} ms, all in one document`
    return { words, data }
  },
  rules: ({ folder }) => {
    const { program, args } = hexapla('--timing').command
    const { stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 })
    if (status === 2) throw new BenchError(stderr)
    return { words: stderr.trimEnd(), data: stderr.split('\n') }
  },
  preview: async (corpus, { output, tell }) => {
    const data = await measurePreview(corpus, { saves, folder: join(dirname(output), 'small'), tell })
    return { words: previewReport(data), data }
  },
  large: async (corpus, { rounds, output, tell, corpus: given }) => {
    const wanted = new Set(['hexapla', 'hexapla, warm', 'rumdl', 'rumdl, warm'])
    const [first, ...others] = allTools()
    const tools: readonly [Tool, ...Tool[]] = [first, ...others.filter(({ name }) => wanted.has(name))]
    const comparison = await compareTools(tools, {
      corpus,
      tenth: () => corpus,
      rounds: Math.min(rounds, mostLargeRounds),
      output,
      tell,
    })
    const { documents, bytes } = corpus
    const data = {
      machine: machineOf(),
      corpus: { documents, bytes, made: given === undefined },
      comparison,
      growth: [],
    }
    return { words: reportOf(data), data }
  },
  kits: async (corpus, options) => {
    const data = { machine: machineOf(), ...(await measureKits(corpus, options)) }
    return { words: kitsReport(data), data }
  },
}

/** One takes minutes. */
const mostLargeRounds = 3

/** The file that takes what programs print. */
export function outputIn(folder: string): string {
  return join(folder, 'output.txt')
}
