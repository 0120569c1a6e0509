import { join } from 'node:path'
import type { Config, ProviderSetting } from '../corpus/config.ts'
import { postJsonWithin, wait } from '../io/post.ts'
import { ProgramFailed, runProgram } from '../io/program.ts'
import { appendText } from '../io/output-file.ts'
import { cacheFolderOf, makeCacheFolder } from '../io/cache-files.ts'
import { readUtf8 } from '../io/read-utf8.ts'
import type { Memory } from '../l10n/memory.ts'
import { hashOf } from '../text/edit.ts'
import type { Keeper } from '../translate/ask.ts'
import { ProviderFault, type Provider } from '../translate/provider.ts'
import { unknownName, UsageError } from './usage.ts'
import type { Workspace } from './workspace.ts'

/** Refuses a name that is no provider's, before anything is done: a run may have nothing to ask one for. */
export function checkProvider(name: string | undefined, { config }: Pick<Workspace, 'config'>): void {
  if (name !== undefined && !namesIn(config).includes(name)) throw unknownProvider(name, config)
}

const namesIn = ({ providers }: Config): string[] => ['pseudo', 'memory', ...Object.keys(providers)]

function unknownProvider(name: string, config: Config): UsageError {
  return unknownName('provider', name, namesIn(config))
}

/** Makes the provider of a name: one of the program's own, or one that the config names. */
export async function openProvider(
  name: string,
  { root, config }: Workspace,
  { memory, direction }: { readonly memory: Memory; readonly direction: 'ltr' | 'rtl' },
): Promise<Provider> {
  if (name === 'pseudo' || name === 'memory') {
    const { memoryProvider, pseudoProvider } = await import('../translate/local.ts')
    return name === 'pseudo' ? pseudoProvider(direction) : memoryProvider(memory)
  }
  const setting = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined
  if (!setting) throw unknownProvider(name, config)
  if (setting.kind === 'command') {
    const { commandProvider } = await import('../translate/command.ts')
    return commandProvider(setting.command, async (command, input, signal) => {
      try {
        return await runProgram(root, command, input, signal)
      } catch (error) {
        throw error instanceof ProgramFailed ? new ProviderFault(error.message) : error
      }
    })
  }
  const server = { url: setting.url, headers: headersFor(name, setting), post: postJsonWithin(), wait }
  if (setting.kind === 'deepl') {
    const { deeplProvider } = await import('../translate/deepl.ts')
    return deeplProvider(server)
  }
  const { chatProvider } = await import('../translate/chat.ts')
  return chatProvider(server, setting.model)
}

/** The key is read from the environment when it is needed, and goes nowhere else. */
function headersFor(
  name: string,
  { kind, key }: Exclude<ProviderSetting, { kind: 'command' }>,
): Record<string, string> {
  if (key === undefined) return {}
  const value = process.env[key]
  if (value === undefined || value === '')
    throw new UsageError(`Unexpected empty \`${key}\` in the environment, expected the key of \`${name}\``)
  return { authorization: kind === 'deepl' ? `DeepL-Auth-Key ${value}` : `Bearer ${value}` }
}

/** Keeps what a provider answered in the cache, so that nothing is paid for twice and a run that was cut short goes on. */
export async function openKeeper(
  { root }: Workspace,
  name: string,
  setting: ProviderSetting | undefined,
  target: string,
): Promise<Keeper | undefined> {
  if (!setting) return undefined
  const folder = cacheFolderOf(root)
  const path = join(
    folder,
    `translated-${hashOf(JSON.stringify([name, setting, target])).slice(0, 16)}.jsonl`,
  )
  const kept = new Map<string, string>()
  for (const line of (await readUtf8(path))?.split('\n') ?? []) {
    const pair = pairIn(line)
    if (pair) kept.set(...pair)
  }
  if (!makeCacheFolder(folder))
    throw new UsageError(`Unexpected folder \`${folder}\`, expected one that can be written`)
  return {
    get: (words) => kept.get(words),
    put: async (answers) => {
      for (const [words, answer] of answers) kept.set(words, answer)
      if (answers.length > 0)
        await appendText(path, answers.map((each) => `${JSON.stringify(each)}\n`).join(''))
    },
  }
}

/** A line may be half written, where a run was cut short. */
function pairIn(line: string): [string, string] | undefined {
  try {
    const value: unknown = JSON.parse(line)
    if (!Array.isArray(value)) return undefined
    const [words, answer] = value as unknown[]
    return typeof words === 'string' && typeof answer === 'string' ? [words, answer] : undefined
  } catch {
    return undefined
  }
}
