import { parentPort, workerData, type Transferable } from 'node:worker_threads'

/** An answer to a job, and what of it is handed over rather than copied. */
export interface Answered<Answer> {
  readonly answer: Answer
  readonly transfer: readonly Transferable[]
}

/** Does jobs in this thread, one after the other, as `inThreads` gives them. */
export function answerJobs(
  open: (setup: unknown) => Promise<(job: unknown) => Promise<Answered<unknown>>>,
): void {
  // Jobs may come before everything is loaded, and the next one before the last is done.
  let last = open(workerData).then((work) => ({ work }))
  parentPort?.on('message', (job: unknown) => {
    last = last.then(async ({ work }) => {
      const { answer, transfer } = await work(job)
      parentPort?.postMessage(answer, transfer)
      return { work }
    })
  })
}
