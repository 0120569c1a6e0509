import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { isFolder } from '../io/config-file.ts'
import type { Outcome } from './outcome.ts'

/** What every command takes. */
export interface CommonOptions {
  readonly cwd: string
  readonly color: boolean
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
    common(face.options?.(command) ?? command)
      .addHelpText('after', face.help)
      .action(async () => {
        const options = command.opts<Options>()
        answer(await face.run(command.args, { ...options, color: options.color && hasColor() }))
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

function common(command: Command): Command {
  return command
    .addOption(
      new Option('--cwd <dir>', 'work in this folder')
        .argParser(existingFolder)
        .default(process.cwd(), 'the one you are in'),
    )
    .option('--no-color', 'print without colours')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
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
