import { resolve } from 'node:path'
import { parseConfig } from '../../src/corpus/parse-config.ts'
import { defaultConfig, type Config } from '../../src/corpus/config.ts'
import { openWorkspace } from '../../src/cli/workspace.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { readCorpus } from '../../src/io/read.ts'
import type { Message } from '../../src/lint/message.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint, type RunInput } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'

/** What the rules say of a folder. */
export interface Linted {
  readonly messages: readonly Message[]
  /** The texts of its documents by their paths below the folder. */
  readonly texts: ReadonlyMap<string, string>
}

export interface LintOptions {
  /** The config's text; where it is left out, the folder's own config holds, or the file that is named. */
  readonly yaml?: string
  readonly configPath?: string
  readonly only?: ReadonlySet<string>
}

/** Lints a folder; the config that is given takes the place of its own. */
export async function lintFolder(folder: string, options: LintOptions = {}): Promise<Linted> {
  return withFolder(folder, options, ({ corpus, ...input }) => {
    const messages = lint({ ...input, corpus })
    const texts = new Map([...corpus.documents.keys()].map((each) => [each, input.textOf(each)]))
    return Promise.resolve({ messages, texts })
  })
}

/** Reads a folder, and does something with it while its parsers are at hand. */
export async function withFolder<Result>(
  folder: string,
  { yaml, configPath, only }: LintOptions,
  use: (input: RunInput, reader: FactsReader) => Promise<Result>,
): Promise<Result> {
  const path = resolve(process.env.INIT_CWD ?? '.', folder)
  const workspace = await openWorkspace(path, ['.'], configPath)
  const root = yaml === undefined ? workspace.root : path
  const config = yaml === undefined ? workspace.config : configOf(yaml)
  const reader = await FactsReader.open(config)
  try {
    const { corpus, textOf } = await readCorpus({ root, config, reader })
    return await use({ corpus, textOf, rules: selectRules(rules, config, only) }, reader)
  } finally {
    await reader.close()
  }
}

function configOf(yaml: string): Config {
  if (yaml === '') return defaultConfig
  const known = new Map(rules.map((rule) => [rule.id, rule.options]))
  const result = parseConfig(yaml, { rules: known }, 'config')
  if ('config' in result) return result.config
  throw new Error(result.problems.map(({ reason }) => reason).join('\n'))
}
