import type { Worker } from 'node:worker_threads'
import { refusedFacts, type Facts } from '../markdown/facts.ts'
import type { Limits } from '../markdown/limits.ts'
import type { Format } from '../markdown/parse.ts'
import { deadlineAfter } from './deadline.ts'
import type { Request } from './remark-worker.ts'
import { startThread } from './thread.ts'

const bytesInMegabyte = 1024 * 1024

/** remark, which cannot be interrupted, in a thread of its own, started when first needed, one text at a time. */
export class RemarkWorker {
  readonly #allowed: Pick<Limits, 'time' | 'memory'>
  #worker: Worker | undefined
  #queue: Promise<unknown> = Promise.resolve()

  constructor(allowed: Pick<Limits, 'time' | 'memory'>) {
    this.#allowed = allowed
  }

  /** The facts of a text; refused with the limit `time` or `memory` where remark would need more. */
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

  #start(): Worker {
    const maxOldGenerationSizeMb = Math.ceil(this.#allowed.memory / bytesInMegabyte)
    const worker = startThread('remark-worker', import.meta.url, {
      resourceLimits: { maxOldGenerationSizeMb },
    })
    // Heard even where nobody waits for it any longer: an error that nobody hears ends the program.
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    return worker
  }

  async #ask(request: Request): Promise<Facts> {
    const worker = (this.#worker ??= this.#start())
    const { promise, resolve, reject } = withResolvers<Facts>()
    const endWait = deadlineAfter(this.#allowed.time, (spent) => {
      resolve(this.#refuse('time', Math.round(spent)))
      void this.close()
    })
    const fail = (error: Error): void => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(this.#refuse('memory', this.#allowed.memory + 1))
      else reject(error)
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

  #refuse(limit: 'time' | 'memory', actual: number): Facts {
    const range = { start: 0, end: 0 }
    return refusedFacts({ kind: 'limit', limit, actual, allowed: this.#allowed[limit], range })
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
