import type { Worker } from 'node:worker_threads'
import { refusedFacts, type Facts } from '../markdown/facts.ts'
import type { Format } from '../markdown/parse.ts'
import { deadlineAfter } from './deadline.ts'
import type { Request } from './remark-worker.ts'
import { startThread } from './thread.ts'

/** remark cannot be interrupted in its own thread; a text that takes longer than this is refused. */
const deadlineMilliseconds = 4000

/** remark in a thread of its own, started when first needed, one text at a time. */
export class RemarkWorker {
  #worker: Worker | undefined
  #queue: Promise<unknown> = Promise.resolve()

  /** The facts of a text; refused with the limit `time` where remark does not answer in time. */
  async read(text: string, format: Format): Promise<Facts> {
    const answer = this.#queue.then(() => this.#ask({ text, format }))
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  async #ask(request: Request): Promise<Facts> {
    const worker = (this.#worker ??= startThread('remark-worker', import.meta.url))
    const { promise, resolve, reject } = withResolvers<Facts>()
    const endWait = deadlineAfter(deadlineMilliseconds, (spent) => {
      const range = { start: 0, end: 0 }
      resolve(
        refusedFacts({
          kind: 'limit',
          limit: 'time',
          actual: Math.round(spent),
          allowed: deadlineMilliseconds,
          range,
        }),
      )
      void this.close()
    })
    const fail = (error: Error): void => {
      this.#worker = undefined
      reject(error)
    }
    worker.once('message', resolve)
    worker.once('error', fail)
    worker.ref()
    worker.postMessage(request)
    try {
      return await promise
    } finally {
      endWait()
      worker.off('message', resolve)
      worker.off('error', fail)
      worker.unref()
    }
  }
}

interface Resolvers<Value> {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
  readonly reject: (error: Error) => void
}

function withResolvers<Value>(): Resolvers<Value> {
  const holder: { resolve?: (value: Value) => void; reject?: (error: Error) => void } = {}
  const promise = new Promise<Value>((resolve, reject) => {
    holder.resolve = resolve
    holder.reject = reject
  })
  return { promise, resolve: (value) => holder.resolve?.(value), reject: (error) => holder.reject?.(error) }
}
