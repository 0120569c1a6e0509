import { join } from 'node:path'
import { FactsReader } from '../io/facts-reader.ts'
import { pathWithin } from '../io/files.ts'
import { readCorpus, type CorpusOnDisk } from '../io/read.ts'
import { writePatches } from '../io/write.ts'
import type { FixOutcome } from '../lint/fix.ts'
import type { Message } from '../lint/message.ts'
import { rules } from '../lint/rules/index.ts'
import { lint } from '../lint/run.ts'
import { selectRules } from '../lint/selection.ts'
import type { ReportContext } from '../report/report.ts'
import { checkClaims, openCanon } from './canon.ts'
import { diffOutcome, fixAll, fixedOf } from './lint-fix.ts'
import { checkedReporter, checkedRules, checkedStdin, type LintOptions } from './lint-options.ts'
import { exitCodeFor, notesOf, pathBetween, reportFolder, reportOf, type LookedAt } from './lint-report.ts'
import type { Outcome } from './outcome.ts'
import { addJobSummary, deliver } from './output.ts'
import { progressOn } from './progress.ts'
import { readAll, withText } from './stdin.ts'
import { unknownName, withoutDocuments } from './usage.ts'
import { versionOf } from './version.ts'
import { isTarget, openWorkspace, type Workspace } from './workspace.ts'

/** Lints, and repairs where asked to. */
export async function runLint(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const started = performance.now()
  const only = checkedRules(options.rule)
  const reporter = checkedReporter(options)
  const stdinPath = checkedStdin(paths, options)
  const workspace = await openWorkspace(options.cwd, paths, options.config, rules, stdinPath)
  const canon = await openCanon(workspace)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const read = await readCorpus({ ...workspace, reader, progress: progress.update })
    progress.end()
    const [stdinTarget] = workspace.targets
    const disk =
      stdinPath === undefined || stdinTarget === undefined
        ? read
        : await withText(read, stdinTarget, await readAll(process.stdin), reader)
    checkClaims(canon, disk.corpus.guides.keys())
    const input = { ...lookAt(disk, workspace, options, only), ...(canon && { canon }) }
    const fixes = options.fix || options.diff ? await fixAll(input, reader, options) : undefined
    if (fixes && options.diff) return await diffOutcome(fixes, disk)

    const isPiped = stdinPath !== undefined
    const written = fixes && !isPiped ? await writePatches(workspace.root, fixes.patches) : undefined
    const failed = (written?.refused ?? []).map(
      ({ path, reason }) => `\`${path}\` was not written: ${reason}`,
    )
    const messages = await messagesAfter(fixes, failed.length > 0, input, workspace, reader)
    const folder = reportFolder(reporter.name, options.cwd, process.env)
    const base = pathBetween(folder, workspace.root)
    const durationMs = performance.now() - started
    const report = reportOf(messages, input, { base, quiet: options.quiet, durationMs })
    const files = written?.written.length ?? fixes?.patches.length ?? 0
    const context: ReportContext = {
      color: options.color,
      width: process.stdout.columns || 100,
      sourceOf: (path) => {
        const own = pathWithin(workspace.root, join(folder, path))
        return fixes?.texts.get(own) ?? disk.textOf(own)
      },
      locales: localesOf(input),
      notes: [
        ...failed,
        ...notesOf(
          disk.strays.filter((path) => input.paths.has(path)),
          input,
        ),
      ],
      version: versionOf(),
      ...(fixes && { fixed: fixedOf(fixes, files, options) }),
    }
    const printed = reporter.print(report, context)
    if (reporter.name === 'github') await addJobSummary(report, context, process.env.GITHUB_STEP_SUMMARY)
    const { stdout, stderr } = await deliver(printed, report, options)
    const told = failed.map((line) => `${line}\n`).join('') + stderr
    const exitCode = failed.length > 0 ? 2 : exitCodeFor(report, options)
    if (!fixes || !isPiped) return { stdout, stderr: told, exitCode }
    // A filter's result is the text; what is left to say must not stand in it.
    const text = fixes.texts.get(stdinTarget ?? '') ?? disk.textOf(stdinTarget ?? '')
    return { stdout: text, stderr: told + stdout, exitCode }
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
  return { corpus, textOf, rules: selectRules(rules, config, only), paths }
}

/** What there is to say: of the texts as they were found, as they were fixed, or, where a file could not be written, as they are. */
async function messagesAfter(
  fixes: FixOutcome | undefined,
  hasFailed: boolean,
  input: LookedAt,
  workspace: Workspace,
  reader: FactsReader,
): Promise<readonly Message[]> {
  if (!fixes) return lint(input)
  if (!hasFailed) return fixes.messages
  const { corpus, textOf } = await readCorpus({ ...workspace, reader })
  return lint({ ...input, corpus, textOf })
}

function localesOf({ corpus, paths }: LookedAt): string[] {
  return [...new Set([...paths].flatMap((path) => corpus.documents.get(path)?.locale ?? []))].sort()
}
