import { join } from 'node:path'
import type { Canon } from '../settings/canon.ts'
import { compareMessages, type Message } from '../lint/message.ts'
import type { Known } from '../run/known.ts'
import { lintFolder } from '../run/run.ts'
import { textsBelow } from '../run/texts.ts'
import { settle } from './baseline.ts'
import { checkClaims, openCanon } from './canon.ts'
import {
  checkedBaseline,
  checkedReporter,
  checkedRules,
  checkedStdin,
  type LintOptions,
} from './lint-options.ts'
import { present, type RunResult } from './lint-report.ts'
import { pathsToLookAt, ruleScopeOf, scopeOf } from './lint-paths.ts'
import type { Outcome } from './outcome.ts'
import { openPlugins, pluginNotes } from './plugins.ts'
import { progressOn } from './progress.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** Lints, and repairs where asked to. */
export async function runLint(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const started = performance.now()
  const only = await checkedRules(options.rule)
  const reporter = checkedReporter(options)
  const stdinPath = checkedStdin(paths, options)
  const baseline = checkedBaseline(options)
  const workspace = await openWorkspace(options.cwd, paths, options.config, stdinPath)
  const canon = await openCanon(workspace)
  const plugins = await openPlugins(workspace.root, workspace.config, options)
  // A repair is tried on the whole corpus before anything is written; what plugins say is nothing to remember.
  if (options.fix || options.diff || stdinPath !== undefined || plugins) {
    const { runInMemory } = await import('./lint-in-memory.ts')
    return runInMemory({ workspace, canon, only, reporter, stdinPath, baseline, plugins, options, started })
  }
  const { known, looked } = await lookAt(workspace, canon, only, options)
  const textOf = textsBelow(workspace.root, canon)
  const found = {
    root: workspace.root,
    messages: messagesOf(known, looked),
    textOf,
    scope: { includes: scopeOf(looked, workspace, options), hasRule: ruleScopeOf(only, false) },
  }
  const settled =
    options.baseline === false ? { messages: found.messages, notes: [] } : await settle(found, baseline)
  const strays = [...known.documents.values()].flatMap(({ path, isStray }) => (isStray ? [path] : []))
  return present(
    {
      ...found,
      messages: settled.messages,
      notes: [...settled.notes, ...pluginNotes(workspace.config, options)],
      looked,
      strays,
      refused: [],
      fixes: undefined,
      pipedTo: undefined,
    },
    reporter,
    options,
    started,
  )
}

async function lookAt(
  { root, config, targets }: Workspace,
  canon: Canon | undefined,
  only: ReadonlySet<string> | undefined,
  options: LintOptions,
): Promise<{ known: Known; looked: RunResult['looked'] }> {
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const known = await lintFolder({
      root,
      config,
      canon,
      only: only && [...only],
      cache: options.cache === false ? undefined : join(root, '.hexapla', 'cache'),
      progress: progress.update,
    })
    checkClaims(canon, new Set(Array.from(known.documents.values(), ({ guide }) => guide)))
    const paths = pathsToLookAt(known.documents, { root, config, targets }, options)
    return { known, looked: { documents: known.documents, paths, config, slugs: () => known.slugs } }
  } finally {
    progress.end()
  }
}

/** The messages on documents that were asked for, and on other files of their guides. */
function messagesOf({ documents, others }: Known, { paths }: RunResult['looked']): Message[] {
  const asked = [...paths].flatMap((path) => documents.get(path) ?? [])
  const guides = new Set(asked.map(({ guide }) => guide))
  const messages = asked.flatMap(({ heard }) => heard)
  for (const message of others) if (guides.has(message.guide)) messages.push(message)
  return messages.sort(compareMessages)
}
