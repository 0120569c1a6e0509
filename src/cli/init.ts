import { join, resolve } from 'node:path'
import { parseConfig } from '../corpus/parse-config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { choose, firstConfig, type Known } from '../init/choose.ts'
import { draftConfig, type Choices } from '../init/draft.ts'
import { guessLayouts, type LayoutGuess } from '../init/layout-guess.ts'
import { guessSite } from '../init/site-guess.ts'
import { takeOver } from '../init/take-over.ts'
import { configName, kindOf, readConfig, readerIn } from '../io/config-file.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { listFiles } from '../io/files.ts'
import { historyBelow } from '../io/git-history.ts'
import { writeText } from '../io/output-file.ts'
import { readCorpus } from '../io/read.ts'
import { rules } from '../lint/rules/index.ts'
import { showDiff } from '../report/show-diff.ts'
import { unifiedDiff } from '../text/diff.ts'
import type { CommonOptions } from './command.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { UsageError } from './usage.ts'

/** The options of `hexapla init`, as commander gives them. */
export interface InitOptions extends CommonOptions {
  readonly diff?: true
  readonly dryRun?: true
  /** The file that it goes into. */
  readonly config?: string
}

/** Writes a config for a folder, told from what lies in it; `--diff` and `--dry-run` print it. */
export async function runInit(
  folder: string | undefined,
  { cwd, color, diff, dryRun, config }: InitOptions,
): Promise<Outcome> {
  const root = resolve(cwd, folder ?? '.')
  if ((await kindOf(root)) !== 'folder')
    throw new UsageError(`Unexpected path \`${folder ?? '.'}\`, expected a folder that exists`)
  const file = config === undefined ? join(root, configName) : resolve(cwd, config)
  const name = config ?? configName
  const old = await readConfig(file)
  if (old && !diff && !dryRun)
    throw new UsageError(
      `Unexpected \`${name}\`, which is there already, expected a folder without one (\`hexapla init --diff\` shows what it would say)`,
    )
  const { text, source } = await drafted(root)
  if (diff) {
    const changes = unifiedDiff(name, old?.text ?? '', text)
    return { stdout: process.stdout.isTTY ? showDiff(changes, color) : changes, stderr: '', exitCode: 0 }
  }
  if (dryRun) return { stdout: text, stderr: '', exitCode: 0 }
  await writeText(file, text)
  const next = `Look it over: each choice says why. Then \`hexapla lint\`, and \`hexapla lint --update-baseline\` to put off what is old.`
  const guess = source?.isGuess
    ? `\`source: ${source.value}\` is a guess: name another locale there if the others are made from that.\n`
    : ''
  return { stdout: `Wrote \`${name}\`. ${next}\n${guess}`, stderr: '', exitCode: 0 }
}

async function drafted(root: string): Promise<Pick<Choices, 'source'> & { readonly text: string }> {
  const paths = listFiles(root, []).map(({ path }) => path)
  const guess = guessLayouts(paths)
  if (guess.layouts.length === 0)
    throw new UsageError('Unexpected folder without a Markdown document, expected some to look at')
  const read = readerIn(root)
  const known = new Map(rules.map(({ id, options }) => [id, options]))
  const taken = takeOver(read, new Map(rules.map(({ id, severity }) => [id, severity])))
  const config = firstConfig(guess, guessSite(read, guess.layouts, []))
  const facts = await FactsReader.open(config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const { corpus, textOf } = await readCorpus({ root, config, reader: facts, progress: progress.update })
    const choices = await settled(root, guess, corpus, { textOf, read, taken })
    const text = draftConfig(choices)
    const result = parseConfig(text, { rules: known }, configName)
    if ('config' in result) return { text, source: choices.source }
    throw new Error(
      `The config that was made is wrong: ${result.problems.map(({ reason }) => reason).join(', ')}\n${text}`,
    )
  } finally {
    progress.end()
    await facts.close()
  }
}

/** What is chosen; where the source is a guess, git is asked which documents were there first. */
async function settled(root: string, guess: LayoutGuess, corpus: Corpus, known: Known): Promise<Choices> {
  const choices = choose(guess, corpus, known)
  if (!choices.source?.isGuess) return choices
  const history = await historyBelow(root)
  if (!history) return choices
  return choose(guess, corpus, { ...known, firstSeen: (path) => history.revisionsOf(path).at(-1)?.time })
}
