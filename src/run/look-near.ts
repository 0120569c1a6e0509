import { inThreads } from '../io/workers.ts'
import { NearSighted, type GuideJob, type GuideSight, type NearSetup } from './near.ts'
import { unpackSights, type PackedSights } from './packed-sights.ts'
import type { Stopwatch } from './stopwatch.ts'

/** A guide that was looked at; without a sight where it is as it was. */
export interface Looked {
  readonly job: GuideJob
  readonly sight: GuideSight | undefined
}

export interface NearOptions {
  readonly threads: number
  /** Notes what each stage and rule takes: then all is done in one thread. */
  readonly clock?: Stopwatch
  /** Looks in place of one that is opened for the purpose: then all is done in this thread. */
  readonly sighted?: NearSighted
}

/** So many documents travel together: a question and its answer cost as much as reading one, and all wait in memory for the last. */
const documentsPerBatch = 16

/** Looks at guides, each on its own, here or in threads; they come as they are done. */
export async function* lookNear(
  jobs: readonly GuideJob[],
  setup: NearSetup,
  { threads, clock, sighted: given }: NearOptions,
): AsyncIterable<Looked> {
  if (given) {
    for (const job of jobs) yield { job, sight: await given.look(job) }
    return
  }
  if (threads === 0 || clock) {
    const sighted = await NearSighted.open(setup, clock)
    try {
      for (const job of jobs) yield { job, sight: await sighted.look(job) }
    } finally {
      await sighted.close()
    }
    return
  }
  const batches = batchesOf(jobs)
  const answers = inThreads<readonly GuideJob[], PackedSights>(batches, {
    name: 'near-worker',
    beside: import.meta.url,
    count: Math.min(threads, batches.length),
    data: setup,
  })
  for await (const { job: batch, answer } of answers) {
    const sights = unpackSights(answer)
    for (const [index, job] of batch.entries()) yield { job, sight: sights[index] }
  }
}

function batchesOf(jobs: readonly GuideJob[]): GuideJob[][] {
  const batches: GuideJob[][] = []
  let count = documentsPerBatch
  for (const job of jobs) {
    if (count >= documentsPerBatch) {
      batches.push([])
      count = 0
    }
    batches.at(-1)?.push(job)
    count += job.documents.length
  }
  return batches
}
