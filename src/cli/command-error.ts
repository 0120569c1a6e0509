import type { Command, CommanderError } from 'commander'
import { nearestOf } from '../text/nearest.ts'

interface Usage {
  /** The command that was asked for; the program itself where none was. */
  readonly command: Command
  /** The words between quotation marks in commander's own message, in their order. */
  readonly quoted: readonly string[]
  readonly message: string
}

/** What to say for each kind of wrong command line; commander's own words where a kind is not here. */
const sentences: Readonly<Record<string, (usage: Usage) => string>> = {
  // The help was printed already: it is what there is to say.
  'commander.help': () => '',
  'commander.unknownCommand': ({ command, quoted: [name = ''] }) =>
    unexpected(
      'command',
      name,
      command.commands.map((each) => each.name()),
    ),
  'commander.unknownOption': ({ command, quoted: [flag = ''] }) =>
    unexpected('option', flag, [...command.options.flatMap(({ long }) => long ?? []), '--help']),
  'commander.optionMissingArgument': ({ quoted: [flags = ''] }) => {
    const [option = '', value = ''] = flags.split(/ (?=[<[])/)
    return `Unexpected end behind \`${option}\`, expected \`${value}\``
  },
  'commander.missingArgument': ({ command, quoted: [name = ''] }) =>
    `Unexpected end behind \`${command.name()}\`, expected \`<${name}>\``,
  'commander.excessArguments': ({ command }) => {
    const [first = '', ...more] = command.args.slice(command.registeredArguments.length)
    return `Unexpected \`${[first, ...more].join(' ')}\`, expected nothing more behind \`${command.name()}\``
  },
  'commander.invalidArgument': ({ quoted: [flags = '', value = ''], message }) => {
    const expected = /invalid\. (.+?)\.?$/s.exec(message)?.[1] ?? 'another value'
    return `Unexpected \`${value}\` behind \`${flags.split(' ')[0] ?? ''}\`, ${expected.replace(/^E/, 'e')}`
  },
}

function unexpected(kind: string, name: string, known: readonly string[]): string {
  const near = nearestOf(name.replace(/=.*$/s, ''), known)
  const expected = near === undefined ? `one of ${known.join(', ')}` : `\`${near}\``
  return `Unexpected ${kind} \`${name}\`, expected ${expected}`
}

/** What is wrong with a command line, and where to read more, a line each; empty where the help says it all. */
export function commandErrorWords(
  error: CommanderError,
  program: Command,
  args: readonly string[],
): string[] {
  const command = program.commands.find((each) => each.name() === args.find((word) => !word.startsWith('-')))
  const message = error.message.replace(/^error: /, '')
  // A suggestion of commander's own stands on a line below.
  const quoted = [...(message.split('\n')[0] ?? '').matchAll(/'(.*?)'(?=\W|$)/gs)].map(
    ([, words = '']) => words,
  )
  const words = sentences[error.code]?.({ command: command ?? program, quoted, message }) ?? message
  const help = ['hexapla', ...(command ? [command.name()] : []), '--help'].join(' ')
  return words === '' ? [] : [words, `See \`${help}\``]
}
