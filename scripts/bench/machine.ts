import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'

/** Where and when something was measured. */
export interface Machine {
  readonly date: string
  readonly cores: number
  readonly processor: string
  readonly memoryGiB: number
  readonly system: string
  readonly node: string
  /** How many processes wanted a core in the minute before: much above 0, the figures tell of others, too. */
  readonly load: number
}

/** This machine, now. */
export function machineOf(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
