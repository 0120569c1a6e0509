import { join, relative, sep } from 'node:path'
import type { Config } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import { isWithin, pathWithin } from '../../io/files.ts'
import { hasJournal } from '../../io/has-journal.ts'
import type { Refused } from '../../io/write.ts'
import type { FixOutcome } from '../../lint/fix.ts'
import type { Message } from '../../lint/message.ts'
import type { SlugAlgorithm } from '../../markdown/slug.ts'
import { summaryOf, type Fixed, type Report, type ReportContext, type Reporter } from '../../report/report.ts'
import type { LintOptions } from './options.ts'
import type { Outcome } from '../outcome.ts'
import { addJobSummary, deliver } from './output.ts'
import { versionOf } from '../version.ts'

/** What a run looked at. */
export interface LookedAt {
  /** All documents below the root. */
  readonly documents: ReadonlyMap<string, Pick<Document, 'guide' | 'locale'>>
  /** Those that were asked for. */
  readonly paths: ReadonlySet<string>
  readonly config: Config
  readonly slugs: () => SlugAlgorithm | undefined
}

/** What came of a run. */
export interface RunResult {
  readonly root: string
  readonly looked: LookedAt
  readonly messages: readonly Message[]
  readonly notes: readonly string[]
  /** The texts as the messages speak of them. */
  readonly textOf: (path: string) => string
  readonly strays: readonly string[]
  readonly fixes: FixOutcome | undefined
  readonly refused: readonly Refused[]
  /** The path of the text that came in by stdin, and goes out by stdout once it is fixed. */
  readonly pipedTo: string | undefined
}

/** Prints what came of a run where it was asked for. */
export async function present(
  result: RunResult,
  reporter: { readonly name: string; readonly print: Reporter },
  options: LintOptions,
  started: number,
): Promise<Outcome> {
  const { root, looked, messages, textOf, fixes, pipedTo } = result
  const folder = reportFolder(reporter.name, options.cwd, process.env)
  const base = pathBetween(folder, root)
  const durationMs = performance.now() - started
  const report = reportOf(messages, looked, { base, quiet: options.quiet, durationMs })
  const failed = result.refused.map(({ path, reason }) => `\`${path}\` was not written: ${reason}`)
  const strays = result.strays.filter((path) => looked.paths.has(path))
  const context: ReportContext = {
    color: options.color,
    width: process.stdout.columns || 100,
    sourceOf: (path) => {
      const own = pathWithin(root, join(folder, path))
      return looked.documents.has(own) ? textOf(own) : undefined
    },
    locales: localesOf(looked),
    notes: [
      ...failed,
      ...journalNotes(root),
      ...result.notes,
      ...strayNotes(strays),
      ...slugNotes(looked, messages),
    ],
    version: versionOf(),
    ...(fixes && { fixed: fixedOf(fixes, fixes.patches.length - failed.length, options) }),
  }
  const printed = reporter.print(report, context)
  if (reporter.name === 'github') await addJobSummary(report, context, process.env.GITHUB_STEP_SUMMARY)
  const { stdout, stderr } = await deliver(printed, report, options)
  const told = failed.map((line) => `${line}\n`).join('') + stderr
  const exitCode = failed.length > 0 ? 2 : exitCodeFor(report, options)
  // A filter's result is the text; what is left to say must not stand in it.
  return fixes && pipedTo !== undefined
    ? { stdout: textOf(pipedTo), stderr: told + stdout, exitCode }
    : { stdout, stderr: told, exitCode }
}

/** What the report says of the fixes. */
function fixedOf({ count, dropped }: FixOutcome, files: number, { unsafe }: LintOptions): Fixed {
  return { count, files, unsafe: unsafe ?? false, dropped }
}

/** The report of a run, paths as its reader counts them. */
function reportOf(
  messages: readonly Message[],
  { documents, paths }: LookedAt,
  { base, quiet = false, durationMs }: { base: string; quiet?: boolean | undefined; durationMs: number },
): Report {
  const guides = new Set([...paths].map((path) => documents.get(path)?.guide)).size
  const all = displayed(messages, base)
  return {
    version: 1,
    summary: summaryOf({ guides, documents: paths.size, durationMs: Math.round(durationMs) }, all),
    messages: all.filter(({ severity }) => !quiet || severity === 'error'),
  }
}

/** Servers show a report beside the files of the whole repository, wherever the command was run. */
const repositoryVariables: Readonly<Record<string, string>> = {
  github: 'GITHUB_WORKSPACE',
  sarif: 'GITHUB_WORKSPACE',
  gitlab: 'CI_PROJECT_DIR',
}

/** The folder that a report's paths count from: the repository on a server that says which it is, else the working folder. */
function reportFolder(
  reporter: string,
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const repository = environment[repositoryVariables[reporter] ?? '']
  return repository !== undefined && repository !== '' && isWithin(repository, cwd) ? repository : cwd
}

/** The path from one folder to another, with `/`; empty where they are the same. */
export function pathBetween(from: string, to: string): string {
  return relative(from, to).split(sep).join('/')
}

function displayed(messages: readonly Message[], base: string): Message[] {
  const shown = (path: string): string => (base === '' ? path : join(base, path).split(sep).join('/'))
  return messages.map((message) => ({
    ...message,
    path: shown(message.path),
    ...(message.related && {
      related: message.related.map((each) => ({ ...each, path: shown(each.path) })),
    }),
  }))
}

function localesOf({ documents, paths }: LookedAt): string[] {
  return [...new Set([...paths].flatMap((path) => documents.get(path)?.locale ?? []))].sort()
}

function strayNotes(strays: readonly string[]): string[] {
  if (strays.length === 0) return []
  const more = strays.length > 1 ? ` and ${strays.length - 1} more` : ''
  return [`\`${strays[0] ?? ''}\`${more} matched no layout of the config; each such file is checked alone`]
}

/** A lint writes for nobody else: what a sync left is for the next one to finish. */
function journalNotes(root: string): string[] {
  return hasJournal(root)
    ? [
        'A sync was cut short while it wrote; `hexapla sync` finishes it, and files may be of both runs until then',
      ]
    : []
}

/** Whether a fragment is dead hangs on how slugs are made, so where one is, it is said how they are read. */
function slugNotes({ config, slugs }: LookedAt, messages: readonly Message[]): string[] {
  if (config.slugs !== 'auto' || !messages.some(({ ruleId }) => ruleId === 'link-fragment')) return []
  return [
    `Slugs are read as \`${slugs() ?? ''}\` makes them, since no other way fits more of the links; \`slugs\` in the config settles it`,
  ]
}

/** 1 on errors, and on more warnings than are allowed. */
function exitCodeFor({ summary }: Report, { maxWarnings }: Pick<LintOptions, 'maxWarnings'>): 0 | 1 {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0
}
