import { inThreads } from '../io/workers.ts'
import type { FactsReader } from '../io/facts-reader.ts'
import { readText } from '../io/read-text.ts'
import { partsOf, type Part } from '../l10n/part.ts'
import type { Refusal } from '../markdown/facts.ts'
import type { Config } from '../corpus/config.ts'

/** The hash of a text, and what it has to count as a line of a cache; of one that cannot be read, why. */
export type PartLine = readonly [hash: string, line: string, unread?: Unread]

/** A document that cannot be read. */
export interface Unread {
  readonly path: string
  readonly text: string
  readonly refusal: Refusal
}

/** What a thread needs to read texts into parts. */
export interface PartsSetup {
  readonly root: string
  readonly config: Pick<Config, 'parser' | 'limits'>
}

/** Reads a document into what it has to count. */
export async function partLineAt(path: string, root: string, reader: FactsReader): Promise<PartLine> {
  const { text, hash } = readText(root, { path })
  const facts = await reader.read(text, path)
  const line = JSON.stringify(partsOf(facts, text).map(({ kind, hash: own, words }) => [kind, own, words]))
  return facts.refused ? [hash, line, { path, text, refusal: facts.refused }] : [hash, line]
}

/** The parts that a line tells of, as far as it does: their kinds, hashes and words. */
export function partsIn(line: string): Part[] {
  const rows = JSON.parse(line) as readonly (readonly [Part['kind'], string, number])[]
  const range = { start: 0, end: 0 }
  return rows.map(([kind, hash, words]) => ({
    kind,
    hash,
    words,
    range,
    block: undefined,
    segment: undefined,
    context: '',
    occurrence: 0,
  }))
}

/** So many documents travel together. */
const documentsPerBatch = 16

/** Reads many documents in threads; they come as they are done. */
export async function* partLines(
  paths: readonly string[],
  setup: PartsSetup,
  threads: number,
): AsyncIterable<PartLine> {
  const count = Math.ceil(paths.length / documentsPerBatch)
  const batches = Array.from({ length: count }, (_, at) =>
    paths.slice(at * documentsPerBatch, (at + 1) * documentsPerBatch),
  )
  const answers = inThreads<readonly string[], readonly PartLine[]>(batches, {
    name: 'parts-worker',
    beside: import.meta.url,
    count: Math.min(threads, count),
    data: setup,
  })
  for await (const { answer } of answers) yield* answer
}
