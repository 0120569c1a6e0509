#!/usr/bin/env node
import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { isFolder } from '../io/config-file.ts'
import { terminalSafe } from '../report/escape.ts'
import { commandErrorWords } from './command-error.ts'
import type { ExportOptions } from './export.ts'
import { helpBelow } from './help.ts'
import type { InitOptions } from './init.ts'
import type { LintOptions } from './lint-options.ts'
import type { Outcome } from './outcome.ts'
import { systemErrorWords } from './system-error.ts'
import { UsageError } from './usage.ts'
import { versionOf } from './version.ts'

/** Commands are loaded when they are asked for: `hexapla --version` waits for none of them. */
const program = new Command('hexapla')
  .description('Keeps Markdown guides that stand in many locales true in every one of them.')
  .version(versionOf(), '--version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .addHelpText('after', helpBelow.hexapla ?? '')
  .exitOverride()
  .configureOutput({ outputError: () => undefined })

function common(command: Command): Command {
  return command
    .addOption(
      new Option('--cwd <dir>', 'work in this folder')
        .argParser(existingFolder)
        .default(process.cwd(), 'the one you are in'),
    )
    .option('--no-color', 'print without colours')
    .addHelpText('after', helpBelow[command.name()] ?? '')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
}

function existingFolder(dir: string): string {
  const path = resolve(dir)
  if (!isFolder(path)) throw new InvalidArgumentError('Expected a folder that exists.')
  return path
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(value)
}

/** Loading the reporters to list their names would cost every start. */
const reporterNames = 'stylish, compact, json, github, gitlab, sarif, junit, checkstyle, markdown'

let outcome: Outcome | undefined

common(
  program
    .command('lint')
    .description('find what is broken')
    .argument('[paths...]', 'files and folders; the working folder where none is named'),
)
  .option('--config <file>', 'the config; else `hexapla.config.yaml` here or above')
  .option('--locale <tag...>', 'only documents in these locales')
  .option('--rule <id...>', 'only these rules')
  .option('--reporter <name>', `how findings are printed: ${reporterNames}`, 'stylish')
  .option('--json', 'short for `--reporter json`')
  .option('--output-file <file>', 'write the report to this file instead')
  .option('--quiet', 'errors alone')
  .option('--max-warnings <n>', 'exit 1 on more warnings than this', wholeNumber)
  .option('--fix', 'make the safe repairs')
  .addOption(new Option('--unsafe', 'make those, too, that someone should look at').implies({ fix: true }))
  .option('--diff', 'print what `--fix` would change, write nothing')
  .option(
    '--allow-plugins',
    'run the plugins of remark that the config names: they are code of the repository',
  )
  .option('--update-baseline', 'record the findings as known in `.hexapla/baseline.json`')
  .option('--no-baseline', 'show known findings, too')
  .option('--no-cache', 'read everything anew, and remember nothing in `.hexapla/cache`')
  .option('--stdin', 'read one text from the standard input; with `--fix` the repaired text is printed')
  .option('--stdin-path <path>', 'the path that this text belongs at')
  .action(async (paths: string[], options: LintOptions) => {
    const { runLint } = await import('./lint.ts')
    outcome = await runLint(paths, { ...options, color: options.color && hasColor() })
  })

common(
  program
    .command('explain')
    .description('what a rule finds, why, examples')
    .argument('[rule]', 'its id; all of them in a line each where none is named'),
).action(async (id: string | undefined, options: { color: boolean }) => {
  const { runExplain } = await import('./explain.ts')
  outcome = runExplain(id, options.color && hasColor())
})

common(
  program
    .command('init')
    .description('write a config for a repository, its layout found by looking')
    .argument('[folder]', 'the folder that it is for; the working folder where none is named'),
)
  .option('--dry-run', 'print the config, write nothing')
  .option('--diff', 'print what would change in the one that is there, write nothing')
  .action(async (folder: string | undefined, options: InitOptions) => {
    const { runInit } = await import('./init.ts')
    outcome = await runInit(folder, { ...options, color: options.color && hasColor() })
  })

common(
  program
    .command('export')
    .description('make pages, books and documents of guides')
    .argument('[guides...]', 'files and folders; the working folder where none is named'),
)
  .option('--config <file>', 'the config; else `hexapla.config.yaml` here or above')
  .option('--locale <tag...>', 'only documents in these locales')
  .option('--to <format...>', 'html, site, pdf, docx, epub, txt, markdown, json', ['html'])
  .option('--output <dir>', 'the folder that is filled', 'export')
  .option('--base-url <url>', 'where the site will stand, for its sitemap: https://help.example.com')
  .action(async (paths: string[], options: ExportOptions) => {
    const { runExport } = await import('./export.ts')
    outcome = await runExport(paths, options)
  })

function hasColor(): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced } = process.env
  if (none !== undefined && none !== '') return false
  return process.stdout.isTTY || (forced !== undefined && forced !== '' && forced !== '0')
}

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
  if (error instanceof UsageError || (error instanceof Error && error.name === 'ParserMissing'))
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

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

await main()
