import { availableParallelism } from 'node:os'

/** So much text is read and looked at in the time that threads need to start. */
const worthThreads = 1_500_000

/** How many threads serve best for so many bytes of text. */
export function threadsFor(bytes: number): number {
  return bytes < worthThreads ? 0 : availableParallelism()
}
