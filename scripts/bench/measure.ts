import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { BenchError } from './options.ts'

/** A program with its arguments, as it is run in a folder. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

/** What one run took. */
export interface Run {
  readonly seconds: number
  /** The most memory that it held at once; undefined where the system does not tell (it is read from Linux's `/proc`). */
  readonly peakMiB?: number
  /** Of the processor, by all its threads: what else the machine does counts less. From the same place. */
  readonly processorSeconds?: number
}

export interface MeasureOptions {
  readonly folder: string
  /** The file that takes all that the program prints. */
  readonly output: string
  /** After this time the program is stopped. */
  readonly limitSeconds?: number
}

/** Often enough to miss no more than a program's last moment, seldom enough to cost nothing. */
const pollMilliseconds = 10
const oneDay = 86_400

/**
 * Runs a linter as a whole process; undefined where it took longer than the limit.
 * @throws BenchError where it fails: a linter that finds something exits with 1, any other code is a failure.
 */
export async function measure(command: Command, options: MeasureOptions): Promise<Run | undefined> {
  const { folder, output, limitSeconds = oneDay } = options
  const file = openSync(output, 'w')
  try {
    const started = performance.now()
    const child = spawn(command.program, command.args, { cwd: folder, stdio: ['ignore', file, file] })
    let used: Used = {}
    const poll = setInterval(() => (used = usedBy(child.pid) ?? used), pollMilliseconds)
    const limit = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000)
    const end = await new Promise<number | string | null>((resolve, reject) => {
      child.once('error', (error) => {
        reject(new BenchError(`\`${command.program}\` could not be started: ${error.message}`))
      })
      child.once('exit', (code, signal) => {
        resolve(code ?? signal)
      })
    }).finally(() => {
      clearInterval(poll)
      clearTimeout(limit)
    })
    const seconds = (performance.now() - started) / 1000
    if (end === 'SIGKILL' && seconds >= limitSeconds) return undefined
    if (end !== 0 && end !== 1) throw failure(command, end, output)
    return { seconds, ...used }
  } finally {
    closeSync(file)
  }
}

type Used = Omit<Run, 'seconds'>

/** The kernel counts in hundredths of a second for programs, whatever it does itself. */
const ticksPerSecond = 100

/** A process's memory at its highest, and its time so far. */
function usedBy(pid: number | undefined): Used | undefined {
  const peakMiB = peakOf(pid)
  if (peakMiB === undefined) return undefined
  try {
    // Behind the name, which may hold anything: the 12th and 13th are the user's and the system's time.
    const [, fields = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
    return { peakMiB, processorSeconds: (user + system) / ticksPerSecond }
  } catch {
    return undefined
  }
}

/** The high-water mark of a process's resident memory, in MiB. */
export function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

function failure({ program, args }: Command, end: number | string | null, output: string): BenchError {
  const words = readFileSync(output, 'utf8').trimEnd().split('\n').slice(-10).join('\n')
  return new BenchError(`\`${[program, ...args].join(' ')}\` ended with ${end ?? 'no code'}:\n${words}`)
}

/** The middle one of some figures. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** The median of many runs, memory and the processor's time where they are known. */
export function medianRun(runs: readonly Run[]): Run {
  const peaks = runs.flatMap(({ peakMiB }) => peakMiB ?? [])
  const times = runs.flatMap(({ processorSeconds }) => processorSeconds ?? [])
  return {
    seconds: medianOf(runs.map(({ seconds }) => seconds)),
    ...(peaks.length > 0 && { peakMiB: medianOf(peaks) }),
    ...(times.length > 0 && { processorSeconds: medianOf(times) }),
  }
}
