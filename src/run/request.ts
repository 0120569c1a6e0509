import type { Means } from '../lint/found.ts'
import type { NearSetup } from './near.ts'

/** What a run over the documents below a root needs. */
export interface RunRequest extends NearSetup {
  /** The folder in which it remembers; nothing is remembered where it is left out. */
  readonly cache?: string | undefined
  /** How many threads read; as many as serve best where it is left out. */
  readonly threads?: number | undefined
  /** Notes what each rule takes: then all is done in one thread. */
  readonly measure?: Means['measure']
  /** Called as documents are done. */
  readonly progress?: (done: number, all: number) => void
}
