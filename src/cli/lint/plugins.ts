import type { Config } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import type { RemarkPlugins } from '../../io/remark-plugins.ts'
import type { Message } from '../../lint/message.ts'
import { messagesOfPlugins, pluginPrefix } from '../../lint/plugin-message.ts'
import type { LintOptions } from './options.ts'
import { UsageError } from '../usage.ts'

/** The plugins of the config, where the command line allows them: they are code of the repository. */
export async function openPlugins(
  root: string,
  { remark, parser }: Config,
  { allowPlugins, rule }: Pick<LintOptions, 'allowPlugins' | 'rule'>,
): Promise<RemarkPlugins | undefined> {
  const isAsked = rule === undefined || rule.some((id) => id.startsWith(pluginPrefix))
  if (!allowPlugins || !isAsked || Object.keys(remark).length === 0) return undefined
  // Loaded late: most runs have no plugins.
  const { RemarkPlugins } = await import('../../io/remark-plugins.ts')
  return orUsageError(RemarkPlugins.open(root, remark, parser))
}

/** What the plugins say of documents. */
export async function messagesBy(
  plugins: RemarkPlugins,
  documents: Iterable<Document>,
  textOf: (path: string) => string,
  only: ReadonlySet<string> | undefined,
): Promise<Message[]> {
  const messages: Message[] = []
  for (const document of documents) {
    if (document.facts.refused) continue
    const text = textOf(document.path)
    const found = await orUsageError(plugins.run(text, document.path))
    messages.push(...messagesOfPlugins(document, text, found))
  }
  return only ? messages.filter(({ ruleId }) => only.has(ruleId)) : messages
}

/** What the reader should know of plugins that were not run. */
export function pluginNotes({ remark }: Config, { allowPlugins, rule }: LintOptions): string[] {
  const count = Object.keys(remark).length
  return count === 0 || allowPlugins || rule !== undefined
    ? []
    : [
        `\`remark\` in the config names ${count === 1 ? 'a plugin' : `${count} plugins`}: code of this repository, which runs with \`--allow-plugins\` alone`,
      ]
}

async function orUsageError<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value
  } catch (error) {
    throw error instanceof Error && error.name === 'PluginProblem' ? new UsageError(error.message) : error
  }
}
