import { join } from 'node:path'
import type { Document } from '../corpus/document.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { readCorpus, type CorpusOnDisk } from '../io/read.ts'
import { writePatches } from '../io/write.ts'
import type { FixOutcome } from '../lint/fix.ts'
import { compareMessages, type Message } from '../lint/message.ts'
import { pluginPrefix } from '../lint/plugin-message.ts'
import { rules } from '../lint/rules/index.ts'
import { lint } from '../lint/run.ts'
import { selectRules } from '../lint/selection.ts'
import { settle } from './baseline.ts'
import { checkClaims, openCanon } from './canon.ts'
import { diffOutcome, fixAll } from './lint-fix.ts'
import {
  checkedBaseline,
  checkedReporter,
  checkedRules,
  checkedStdin,
  type LintOptions,
} from './lint-options.ts'
import { pathBetween, present, type LookedAt } from './lint-report.ts'
import type { Outcome } from './outcome.ts'
import { messagesBy, openPlugins, pluginNotes } from './plugins.ts'
import { progressOn } from './progress.ts'
import { readAll, withText } from './stdin.ts'
import { unknownName, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace, type Workspace } from './workspace.ts'

/** Lints, and repairs where asked to. */
export async function runLint(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const started = performance.now()
  const only = checkedRules(options.rule)
  const reporter = checkedReporter(options)
  const stdinPath = checkedStdin(paths, options)
  const baseline = checkedBaseline(options)
  const workspace = await openWorkspace(options.cwd, paths, options.config, rules, stdinPath)
  const { root } = workspace
  const canon = await openCanon(workspace)
  const plugins = await openPlugins(root, workspace.config, options)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const read = await readCorpus({ ...workspace, reader, progress: progress.update })
    progress.end()
    const [target = ''] = workspace.targets
    const disk =
      stdinPath === undefined ? read : await withText(read, target, await readAll(process.stdin), reader)
    checkClaims(canon, disk.corpus.guides.keys())
    const input = { ...lookAt(disk, workspace, options, only), ...(canon && { canon }) }
    const fixes = options.fix || options.diff ? await fixAll(input, reader, options) : undefined
    if (fixes && options.diff) {
      const base = pathBetween(options.cwd, workspace.root)
      return await diffOutcome(fixes, disk, { base, isTerminal: process.stdout.isTTY, color: options.color })
    }

    const isPiped = stdinPath !== undefined
    const written = fixes && !isPiped ? await writePatches(root, fixes.patches) : undefined
    const refused = written?.refused ?? []
    const { messages: own, textOf } = await afterFixes(fixes, refused.length > 0, input, workspace, reader)
    const theirs = plugins ? await messagesBy(plugins, documentsOf(input), textOf, only) : []
    const messages = [...own, ...theirs].sort(compareMessages)
    const hasRule = (id: string): boolean =>
      id.startsWith(pluginPrefix) && !plugins ? false : (only?.has(id) ?? true)
    const scope = { includes: scopeOf(input, workspace, options), hasRule }
    const settled =
      options.baseline === false
        ? { messages, notes: [] }
        : await settle({ root, messages, textOf, scope }, refused.length > 0 ? 'none' : baseline)
    return await present(
      {
        messages: settled.messages,
        notes: [...settled.notes, ...pluginNotes(workspace.config, options)],
        input,
        root,
        textOf,
        refused,
        strays: disk.strays,
        fixes,
        pipedTo: isPiped ? target : undefined,
      },
      reporter,
      options,
      started,
    )
  } finally {
    progress.end()
    await reader.close()
  }
}

function lookAt(
  { corpus, textOf }: CorpusOnDisk,
  { config, root, targets }: Workspace,
  { locale, cwd }: LintOptions,
  only: ReadonlySet<string> | undefined,
): LookedAt {
  const named = [...corpus.documents.values()].filter(({ path }) => isTarget(path, targets))
  if (named.length === 0)
    throw withoutDocuments(targets.map((target) => pathBetween(cwd, join(root, target))))
  const known = [...corpus.locales].sort()
  for (const tag of locale ?? []) if (!corpus.locales.has(tag)) throw unknownName('locale', tag, known)
  const documents = named.filter((document) => locale === undefined || locale.includes(document.locale ?? ''))
  if (documents.length === 0) {
    const here = [...new Set(named.flatMap((document) => document.locale ?? []))].sort()
    throw unknownName('locale', (locale ?? []).join(', '), here)
  }
  const paths = new Set(documents.map(({ path }) => path))
  return { corpus, textOf, rules: selectRules(rules, config, only), known: rules.map(({ id }) => id), paths }
}

function documentsOf({ corpus, paths }: LookedAt): Document[] {
  return [...corpus.documents.values()].filter(({ path }) => paths.has(path))
}

/** Which paths a run looked at: those of its documents, of what else is theirs, and, where it took all locales, of files that are gone. */
function scopeOf(
  { corpus, paths }: LookedAt,
  { targets }: Workspace,
  { locale, stdin }: LintOptions,
): (path: string) => boolean {
  if (stdin) return (path) => paths.has(path)
  return (path) =>
    isTarget(path, targets) && (locale === undefined || paths.has(path) || !corpus.documents.has(path))
}

/** What there is to say: of the texts as they were found, as they were fixed, or, where a file could not be written, as they are. */
async function afterFixes(
  fixes: FixOutcome | undefined,
  hasFailed: boolean,
  input: LookedAt,
  workspace: Workspace,
  reader: FactsReader,
): Promise<{ messages: readonly Message[]; textOf: (path: string) => string }> {
  if (!fixes) return { messages: lint(input), textOf: input.textOf }
  if (!hasFailed) {
    return { messages: fixes.messages, textOf: (path) => fixes.texts.get(path) ?? input.textOf(path) }
  }
  const { corpus, textOf } = await readCorpus({ ...workspace, reader })
  return { messages: lint({ ...input, corpus, textOf }), textOf }
}
