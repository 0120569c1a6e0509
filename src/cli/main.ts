#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { terminalSafe } from '../report/escape.ts'
import { commandErrorWords } from './command-error.ts'
import { commands } from './commands/index.ts'
import { optimiseLater } from './optimise-later.ts'
import type { Outcome } from './outcome.ts'
import { systemErrorWords } from './system-error.ts'
import { UsageError } from './usage.ts'
import { versionOf } from './version.ts'

const helpBelow = `
Begin with \`hexapla lint\` in the folder that holds the guides.
Exit codes: 0 all is well, 1 findings, 2 bad usage, a bad config or a failure of the program.`

optimiseLater()

const program = new Command('hexapla')
  .description('Keeps Markdown guides that stand in many locales true in every one of them.')
  .version(versionOf(), '--version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .addHelpText('after', helpBelow)
  .exitOverride()
  .configureOutput({ outputError: () => undefined })

let outcome: Outcome | undefined

for (const join of commands) {
  join(program, (left) => {
    outcome = left
  })
}

/** Errors that say in plain words what is amiss outside the program. */
const plainNames: ReadonlySet<string> = new Set(['ParserMissing', 'GitProblem', 'ThreadLost'])

/** The one place that prints, catches and sets the exit code. */
async function main(): Promise<void> {
  try {
    await program.parseAsync(process.argv)
    process.stderr.write(outcome?.stderr ?? '')
    process.stdout.write(outcome?.stdout ?? '')
    process.exitCode = outcome?.exitCode ?? 0
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    process.stderr.write(messageOf(error))
  }
}

function exitCodeOf(error: unknown): number {
  return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
}

function messageOf(error: unknown): string {
  if (error instanceof CommanderError) {
    return error.exitCode === 0
      ? ''
      : safeLines(commandErrorWords(error, program, process.argv.slice(2)).join('\n'))
  }
  if (error instanceof UsageError || (error instanceof Error && plainNames.has(error.name)))
    return safeLines(error.message)
  const words = systemErrorWords(error)
  if (words !== undefined) return safeLines(words)
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Hexapla failed; this is a defect of the program, please report it.\n${safeLines(detail)}`
}

function safeLines(message: string): string {
  if (message === '') return ''
  return message
    .split('\n')
    .map((line) => `${terminalSafe(line)}\n`)
    .join('')
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') return
  process.exitCode = 2
  process.stderr.write(safeLines(systemErrorWords(error, 'standard output') ?? error.message))
})
// Where nobody can be told, nobody is.
process.stderr.on('error', () => undefined)

await main()
