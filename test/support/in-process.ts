import { Command, CommanderError } from 'commander'
import { commandErrorWords } from '../../src/cli/command-error.ts'
import { commands } from '../../src/cli/commands/index.ts'
import type { Outcome } from '../../src/cli/outcome.ts'
import { UsageError } from '../../src/cli/usage.ts'
import type { Result } from './command.ts'
// What commands load late is loaded here: no test's time is spent on it.
import '../../src/cli/lint/changed.ts'
import '../../src/cli/lint/in-memory.ts'
import '../../src/cli/lint/shard.ts'
import '../../src/cli/lint/merge-reports.ts'
import '../../src/run/look.ts'

/** Runs `hexapla` with some words on a folder in this process, where a test needs many runs; paths count from the folder. */
export async function runHere(args: readonly string[], folder: string): Promise<Result> {
  const program = new Command('hexapla').exitOverride().configureOutput({ outputError: () => undefined })
  let outcome: Outcome = { stdout: '', stderr: '', exitCode: 0 }
  for (const join of commands)
    join(program, (left) => {
      outcome = left
    })
  try {
    await program.parseAsync([...args, '--cwd', folder], { from: 'user' })
    return { code: outcome.exitCode, stdout: outcome.stdout, stderr: outcome.stderr }
  } catch (error) {
    const words =
      error instanceof CommanderError
        ? commandErrorWords(error, program, args).join('\n')
        : error instanceof UsageError
          ? error.message
          : undefined
    if (words === undefined) throw error
    return { code: 2, stdout: '', stderr: `${words}\n` }
  }
}
