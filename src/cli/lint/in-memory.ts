import type { Document } from '../../corpus/document.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { textBelow } from '../../io/ledger-files.ts'
import { readCorpus } from '../../io/read.ts'
import { writePatches } from '../../io/write.ts'
import { ledgerPath, parseLedger } from '../../l10n/ledger.ts'
import type { FixOutcome } from '../../lint/fix.ts'
import { compareMessages, type Message } from '../../lint/message.ts'
import { rules } from '../../lint/rules/index.ts'
import { lint, type RunInput } from '../../lint/run.ts'
import { selectRules } from '../../lint/selection.ts'
import type { Reporter } from '../../report/report.ts'
import type { Canon } from '../../settings/canon.ts'
import { settle } from './baseline.ts'
import { allowed } from './budget.ts'
import { checkClaims } from '../canon.ts'
import { diffOutcome, fixAll } from './fix.ts'
import type { LintOptions } from './options.ts'
import { pathsToLookAt, ruleScopeOf, scopeOf } from './paths.ts'
import { pathBetween, present } from './report.ts'
import type { Outcome } from '../outcome.ts'
import { messagesBy, pluginNotes, type openPlugins } from './plugins.ts'
import { progressOn } from '../progress.ts'
import { readAll, withText } from './stdin.ts'
import type { Workspace } from '../workspace.ts'

/** What the command line asked for, checked. */
export interface LintRequest {
  readonly workspace: Workspace
  readonly canon: Canon | undefined
  readonly only: ReadonlySet<string> | undefined
  readonly reporter: { readonly name: string; readonly print: Reporter }
  readonly stdinPath: string | undefined
  readonly baseline: 'update' | 'shrink' | 'none'
  readonly plugins: Awaited<ReturnType<typeof openPlugins>>
  readonly options: LintOptions
  readonly started: number
}

/** Lints with the whole corpus in memory, which repairs need: each is tried on it before anything is written. */
export async function runInMemory(request: LintRequest): Promise<Outcome> {
  const { workspace, canon, only, reporter, stdinPath, baseline, plugins, options, started } = request
  const { root, config } = workspace
  const reader = await FactsReader.open(config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const read = await readCorpus({ ...workspace, reader, progress: progress.update })
    progress.end()
    const [target = ''] = workspace.targets
    const disk =
      stdinPath === undefined ? read : await withText(read, target, await readAll(process.stdin), reader)
    const { corpus } = disk
    checkClaims(canon, corpus.guides.keys())
    const paths = pathsToLookAt(corpus.documents, workspace, options)
    const looked = { documents: corpus.documents, paths, config, slugs: () => corpus.slugs }
    const input = {
      corpus,
      textOf: disk.textOf,
      rules: selectRules(rules, config, only),
      known: rules.map(({ id }) => id),
      paths,
      ledgerOf: ({ locale = '', guide }: Document) =>
        parseLedger(textBelow(root, ledgerPath(locale, guide)) ?? '').lines,
      ...(canon && { canon }),
    }
    const fixes = options.fix || options.diff ? await fixAll(input, reader, options) : undefined
    if (fixes && options.diff) {
      const base = pathBetween(options.cwd, workspace.root)
      return await diffOutcome(fixes, disk, { base, isTerminal: process.stdout.isTTY, color: options.color })
    }

    const isPiped = stdinPath !== undefined
    const written = fixes && !isPiped ? await writePatches(root, fixes.patches) : undefined
    const refused = written?.refused ?? []
    const { messages: own, textOf } = await afterFixes(fixes, refused.length > 0, input, workspace, reader)
    const documents = [...corpus.documents.values()].filter(({ path }) => paths.has(path))
    const theirs = plugins ? await messagesBy(plugins, documents, textOf, only) : []
    const found = [...own, ...theirs].sort(compareMessages)
    const messages = await allowed(found, () => found, request)
    const scope = {
      includes: scopeOf(looked, workspace, options),
      hasRule: ruleScopeOf(only, plugins !== undefined),
    }
    const settled =
      options.baseline === false
        ? { messages, notes: [] }
        : await settle({ root, messages, textOf, scope }, refused.length > 0 ? 'none' : baseline)
    return await present(
      {
        messages: settled.messages,
        notes: [...settled.notes, ...pluginNotes(config, options)],
        looked,
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

/** What there is to say: of the texts as they were found, as they were fixed, or, where a file could not be written, as they are. */
async function afterFixes(
  fixes: FixOutcome | undefined,
  hasFailed: boolean,
  input: RunInput,
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
