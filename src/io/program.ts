import { spawn } from 'node:child_process'

const longestTime = 10 * 60_000
const mostOutput = 64 * 1024 * 1024

/** A program that cannot be run, fails, says too much or takes too long: in words. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed'
}

/**
 * Runs a program without a shell, gives it a text and waits for what it says.
 * @throws ProgramFailed
 */
export async function runProgram(
  cwd: string,
  [program = '', ...args]: readonly string[],
  input: string,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'], ...(signal && { signal }) })
    const parts: Buffer[] = []
    let size = 0
    let stopped: string | undefined
    const stop = (why: string): void => {
      stopped ??= why
      child.kill()
    }
    // Node's own time limit waits for one that never began, too.
    const limit = setTimeout(() => {
      stop(`run of more than ${longestTime / 60_000} minutes`)
    }, longestTime)
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostOutput) stop(`output of more than ${mostOutput / 1024 / 1024} MiB`)
      else parts.push(part)
    })
    // A program that reads no further than it must is no failure.
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      clearTimeout(limit)
      const isMissing = 'code' in error && error.code === 'ENOENT'
      const why = isMissing ? `absence of \`${program}\`` : `failure of \`${program}\` (${error.message})`
      fail(
        signal?.aborted ? error : new ProgramFailed(`Unexpected ${why}, expected a program that can be run`),
      )
    })
    child.on('close', (code, ended) => {
      clearTimeout(limit)
      if (code === 0) done(Buffer.concat(parts).toString())
      else {
        const why = stopped ?? (ended === null ? `exit code ${code ?? 1}` : `end by ${ended}`)
        fail(new ProgramFailed(`Unexpected ${why} of \`${program}\`, expected it to answer and end with 0`))
      }
    })
    child.stdin.end(input)
  })
}
