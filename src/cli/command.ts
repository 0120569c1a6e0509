import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { isFolder } from '../io/config-file.ts'
import type { Outcome } from './outcome.ts'
import { silenceProgress } from './progress.ts'

/** What every command takes. */
export interface CommonOptions {
  readonly cwd: string
  readonly color: boolean
  readonly json?: true
  readonly quiet?: true
  readonly outputFile?: string
}

/** One command as its help shows it; `run` loads the work, so that no other command waits for it. */
export interface CommandFace<Options extends CommonOptions> {
  readonly name: string
  readonly description: string
  /** As commander writes them, `[paths...]`, each with what it means. */
  readonly arguments?: readonly (readonly [string, string])[]
  readonly options?: (command: Command) => Command
  /** What stands below the options: examples, exit codes. */
  readonly help: string
  readonly run: (words: readonly string[], options: Options) => Promise<Outcome>
}

/** Joins a command to the program; `answer` hears what it leaves. */
export type Join = (program: Command, answer: (outcome: Outcome) => void) => void

/** Makes a command out of its face, with the options that all have. */
export function commandOf<Options extends CommonOptions>(face: CommandFace<Options>): Join {
  return (program, answer) => {
    const command = program.command(face.name).description(face.description)
    for (const [name, meaning] of face.arguments ?? []) command.argument(name, meaning)
    face.options?.(command)
    // What a command has of these is its own affair: a lint is quiet in another way.
    const own = new Set(command.options.map(({ long }) => long))
    for (const option of everywhere()) if (!own.has(option.long)) command.addOption(option)
    command
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
      .addHelpText('after', face.help)
      .action(async () => {
        const given = command.opts<Options & { readonly reporter?: string }>()
        const isJson = given.json === true || given.reporter === 'json'
        const options = { ...given, color: given.color && hasColor(), ...(isJson && { json: true as const }) }
        if (options.quiet) silenceProgress()
        if (options.outputFile !== undefined) {
          const { checkResultFile } = await import('./result-file.ts')
          await checkResultFile(options.outputFile, options.cwd)
        }
        const outcome = await face.run(command.args, options)
        answer(own.has('--output-file') ? outcome : await deliverAs(outcome, options, own))
      })
  }
}

/** The options of commands that read a corpus. */
export function corpusOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the config; else `hexapla.config.yaml` here or above')
    .option('--locale <tag...>', 'only documents in these locales')
}

/** Reads the number of an option. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(value)
}

function everywhere(): Option[] {
  return [
    new Option('--cwd <dir>', 'work in this folder')
      .argParser(existingFolder)
      .default(process.cwd(), 'the one you are in'),
    new Option('--reporter <name>', 'how the result is printed: stylish, json').argParser(plainReporter),
    new Option('--json', 'short for `--reporter json`'),
    new Option('--output-file <file>', 'write the result to this file instead'),
    new Option('--quiet', 'no notes where all is well, and no progress'),
    new Option('--no-color', 'print without colours'),
  ]
}

/** Puts what a command leaves into the form and the place that were asked for; `own` are options that it sees to itself. */
export async function deliverAs(
  outcome: Outcome,
  { json, quiet, outputFile, cwd }: CommonOptions,
  own: ReadonlySet<string | undefined> = new Set(),
): Promise<Outcome> {
  if (outcome.isTold) return outcome
  const isQuiet = quiet && outcome.exitCode === 0 && !own.has('--quiet')
  const said = { ...outcome, ...(isQuiet && { stderr: '' }) }
  const printed = json && !own.has('--json') ? { ...said, stdout: jsonOf(said), stderr: '' } : said
  if (outputFile === undefined) return printed
  const { writeResult } = await import('./result-file.ts')
  await writeResult(outputFile, cwd, printed.stdout)
  return { ...printed, stdout: '' }
}

/** What other programs read of a command that has nothing more to tell them than a person. */
function jsonOf({ stdout, stderr, data }: Outcome): string {
  const notes = linesOf(stderr)
  return `${JSON.stringify({ version: 1, ...(data ?? { lines: linesOf(stdout) }), notes }, null, 2)}\n`
}

function linesOf(words: string): string[] {
  return words === '' ? [] : words.replace(/\n$/, '').split('\n')
}

function plainReporter(name: string): string {
  if (name !== 'stylish' && name !== 'json') throw new InvalidArgumentError('Expected `stylish` or `json`.')
  return name
}

function existingFolder(dir: string): string {
  const path = resolve(dir)
  if (!isFolder(path)) throw new InvalidArgumentError('Expected a folder that exists.')
  return path
}

function hasColor(): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced } = process.env
  if (none !== undefined && none !== '') return false
  return process.stdout.isTTY || (forced !== undefined && forced !== '' && forced !== '0')
}
