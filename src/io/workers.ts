import type { Worker } from 'node:worker_threads'
import { startThread } from './thread.ts'

/** What is to be done in other threads: the file that does it, and what each of them needs before. */
export interface WorkersOptions {
  /** The name of the thread's file, without its extension. */
  readonly name: string
  /** The address of the file that it lies beside: `import.meta.url`. */
  readonly beside: string
  readonly count: number
  /** Handed to each thread as it starts; plain data. */
  readonly data: unknown
}

/** A job that was done. */
export interface Done<Job, Answer> {
  readonly job: Job
  readonly answer: Answer
}

/** A thread ended before its work was done: what it needed is more than it had. */
class ThreadLost extends Error {
  override readonly name = 'ThreadLost'

  constructor(why: string) {
    super(
      `Unexpected end of a thread that reads documents (${why}), expected more memory for it: \`NODE_OPTIONS=--max-old-space-size=8192\` gives it 8 GiB, \`hexapla lint --shard 1/4\` looks at a part of the documents`,
    )
  }
}

/** Enough that a thread has something to do while its last answer travels. */
const jobsAhead = 2

/** New objects are given this room before they are moved: most of what a document makes is gone by then. More saves no time. */
const youngMegabytes = 8

/** Has jobs done by several threads and gives the answers as they come. */
export async function* inThreads<Job, Answer>(
  jobs: Iterable<Job>,
  { name, beside, count, data }: WorkersOptions,
): AsyncIterable<Done<Job, Answer>> {
  const waiting = jobs[Symbol.iterator]()
  const done: Done<Job, Answer>[] = []
  let failure: Error | undefined
  let wake = (): void => undefined
  let open = 0
  const workers = Array.from({ length: count }, () => {
    const worker = startThread(name, beside, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    })
    const given: Job[] = []
    const give = (): void => {
      const next = waiting.next()
      if (next.done) return
      open++
      given.push(next.value)
      worker.postMessage(next.value)
    }
    worker.on('message', (answer: Answer) => {
      open--
      // A thread answers in the order in which it was asked.
      for (const job of given.splice(0, 1)) done.push({ job, answer })
      give()
      wake()
    })
    const fail = (error: Error): void => {
      failure ??= error
      wake()
    }
    worker.on('error', (error: Error) => {
      const isShort = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      fail(isShort ? new ThreadLost('it ran out of memory') : error)
    })
    // Whoever ends it, nobody will answer.
    worker.on('exit', (code) => {
      fail(new ThreadLost(`exit code ${code}`))
    })
    for (let i = 0; i < jobsAhead; i++) give()
    return worker
  })
  try {
    while (!failure && (open > 0 || done.length > 0)) {
      yield* done.splice(0)
      if (open > 0 && done.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    }
    if (failure) throw failure
  } finally {
    await Promise.all(workers.map((worker: Worker) => worker.terminate()))
  }
}
