import { spawn } from 'node:child_process'

const longestTime = 10 * 60_000
const mostOutput = 64 * 1024 * 1024

/**
 * Runs a program without a shell, gives it a text and waits for what it says.
 * @throws Error where it cannot be run, fails, says too much or takes too long.
 */
export async function runProgram(
  cwd: string,
  [program = '', ...args]: readonly string[],
  input: string,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      timeout: longestTime,
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(signal && { signal }),
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostOutput) child.kill()
      else parts.push(part)
    })
    // A program that reads no further than it must is no failure.
    child.stdin.on('error', () => undefined)
    child.on('error', fail)
    child.on('close', (code, ended) => {
      if (code === 0) done(Buffer.concat(parts).toString())
      else fail(new Error(`\`${program}\` ended with ${ended ?? `exit code ${code ?? 1}`}`))
    })
    child.stdin.end(input)
  })
}
