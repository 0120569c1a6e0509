import type { NearSetup } from './near.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What a run over the documents below a root needs. */
export interface RunRequest extends NearSetup {
  /** How many threads read; as many as serve best where it is left out. */
  readonly threads?: number | undefined
  /** Notes what each stage and rule takes: then all is done in one thread. */
  readonly clock?: Stopwatch
  /** Called as documents are done. */
  readonly progress?: (done: number, all: number) => void
}

/** What other threads are given of it: plain data. */
export function setupOf({ root, cache, config, canon, only }: RunRequest): NearSetup {
  return { root, cache, config, canon, only }
}
