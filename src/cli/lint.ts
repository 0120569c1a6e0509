import { join, relative, sep } from 'node:path'
import { FactsReader } from '../io/facts-reader.ts'
import { pathWithin } from '../io/files.ts'
import { readCorpus, readDocument, type CorpusOnDisk } from '../io/read.ts'
import { writePatches } from '../io/write.ts'
import { fix, type FixOutcome } from '../lint/fix.ts'
import type { Message } from '../lint/message.ts'
import { rules } from '../lint/rules/index.ts'
import { lint, type RunInput } from '../lint/run.ts'
import { selectRules } from '../lint/selection.ts'
import { summaryOf, type Fixed, type Report } from '../report/report.ts'
import { reporters } from '../report/reporters.ts'
import { unifiedDiff } from '../text/diff.ts'
import { checkClaims, openCanon } from './canon.ts'
import { progressOn } from './progress.ts'
import { unknownName, UsageError } from './usage.ts'
import { isTarget, openWorkspace, type Workspace } from './workspace.ts'

/** The options of `hexapla lint`, as commander gives them. */
export interface LintOptions {
  readonly config?: string
  readonly cwd: string
  readonly locale?: readonly string[]
  readonly rule?: readonly string[]
  readonly reporter: string
  readonly json?: true
  readonly quiet?: true
  readonly color: boolean
  readonly fix?: true
  readonly unsafe?: true
  readonly diff?: true
  readonly maxWarnings?: number
}

/** What a command leaves to `main`: what to print, and how to exit. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

/** Lints, and repairs where asked to. */
export async function runLint(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  const started = performance.now()
  const only = checkedRules(options.rule)
  const reporter = checkedReporter(options.json ? 'json' : options.reporter)
  const workspace = await openWorkspace(options.cwd, paths, options.config, rules)
  const canon = await openCanon(workspace)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Reading')
  try {
    const disk = await readCorpus({ ...workspace, reader, progress: progress.update })
    progress.end()
    checkClaims(canon, disk.corpus.guides.keys())
    const input = { ...runInput(disk, workspace, options, only), ...(canon && { canon }) }
    const fixes = options.fix || options.diff ? await fixAll(input, disk, reader, options) : undefined
    if (fixes && options.diff) return diffOutcome(fixes, disk)
    const written = fixes ? await writePatches(workspace.root, fixes.patches) : undefined
    const failed = (written?.refused ?? []).map(
      ({ path, reason }) => `\`${path}\` was not written: ${reason}`,
    )
    const messages =
      fixes && failed.length === 0
        ? fixes.messages
        : lint(fixes ? await afresh(workspace, reader, input) : input)
    const fixed = fixes && written ? fixedOf(fixes, written.written.length, options) : undefined
    const base = relative(options.cwd, workspace.root).split(sep).join('/')
    const shown = displayed(messages, base, options.quiet ?? false)
    const looked = [...input.paths]
    const corpus = input.corpus
    const report: Report = {
      version: 1,
      summary: summaryOf(
        {
          guides: new Set(looked.map((path) => corpus.documents.get(path)?.guide)).size,
          documents: looked.length,
          durationMs: Math.round(performance.now() - started),
        },
        displayed(messages, base, false),
      ),
      messages: shown,
    }
    const locales = [...new Set(looked.flatMap((path) => corpus.documents.get(path)?.locale ?? []))].sort()
    const strays = disk.strays.filter((path) => input.paths.has(path))
    const notes = [...failed, ...strayNotes(strays), ...slugNotes(input)]
    const sourceOf = (path: string): string | undefined => {
      const own = pathWithin(workspace.root, join(options.cwd, path))
      return fixes?.texts.get(own) ?? disk.textOf(own)
    }
    const stdout = reporter(report, {
      color: options.color,
      width: process.stdout.columns || 100,
      sourceOf,
      locales,
      notes,
      ...(fixed && { fixed }),
    })
    return {
      stdout,
      stderr: failed.map((line) => `${line}\n`).join(''),
      exitCode: failed.length > 0 ? 2 : exitCodeFor(report, options),
    }
  } finally {
    progress.end()
    await reader.close()
  }
}

function checkedRules(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (names === undefined) return undefined
  const known = rules.map(({ id }) => id)
  for (const name of names) if (!known.includes(name)) throw unknownName('rule', name, known)
  return new Set(names)
}

function checkedReporter(name: string): NonNullable<(typeof reporters)[string]> {
  const reporter = Object.hasOwn(reporters, name) ? reporters[name] : undefined
  if (!reporter) throw unknownName('reporter', name, Object.keys(reporters))
  return reporter
}

function runInput(
  disk: CorpusOnDisk,
  { config, targets }: Workspace,
  { locale }: LintOptions,
  only: ReadonlySet<string> | undefined,
): RunInput & { readonly paths: ReadonlySet<string> } {
  const { corpus, textOf } = disk
  const known = [...corpus.locales].sort()
  for (const tag of locale ?? []) if (!corpus.locales.has(tag)) throw unknownName('locale', tag, known)
  const documents = [...corpus.documents.values()].filter(
    (document) =>
      isTarget(document.path, targets) && (locale === undefined || locale.includes(document.locale ?? '')),
  )
  if (documents.length === 0) {
    const place = targets.map((target) => `\`${target || '.'}\``).join(', ')
    throw new UsageError(
      `Unexpected ${place} without a Markdown document, expected files such as \`mail/guide.fr-fr.md\` in it (layouts are set in the config)`,
    )
  }
  return {
    corpus,
    textOf,
    rules: selectRules(rules, config, only),
    paths: new Set(documents.map(({ path }) => path)),
  }
}

async function fixAll(
  input: RunInput,
  { corpus }: CorpusOnDisk,
  reader: FactsReader,
  options: LintOptions,
): Promise<FixOutcome> {
  const read = (path: string, text: string): ReturnType<typeof readDocument> =>
    readDocument(path, text, corpus, reader)
  return fix({ ...input, unsafe: options.unsafe ?? false, read })
}

/** Some file could not be written: what is on disk now is what there is to say. */
async function afresh(workspace: Workspace, reader: FactsReader, input: RunInput): Promise<RunInput> {
  const { corpus, textOf } = await readCorpus({ ...workspace, reader })
  return { ...input, corpus, textOf }
}

function diffOutcome({ texts, dropped }: FixOutcome, { textOf }: CorpusOnDisk): Outcome {
  const paths = [...texts.keys()].sort()
  const stdout = paths.map((path) => unifiedDiff(path, textOf(path), texts.get(path) ?? '')).join('')
  const stderr = dropped.map(
    ({ message, why }) => `${message.path}: the fix of ${message.ruleId} was left out: ${why}\n`,
  )
  return { stdout, stderr: stderr.join(''), exitCode: paths.length > 0 ? 1 : 0 }
}

function fixedOf({ count, dropped }: FixOutcome, files: number, { unsafe }: LintOptions): Fixed {
  return { count, files, unsafe: unsafe ?? false, dropped }
}

/** Messages as the user sees them: paths from the working folder, errors alone where that was asked for. */
function displayed(messages: readonly Message[], base: string, quiet: boolean): Message[] {
  const shown = (path: string): string => (base === '' ? path : join(base, path).split(sep).join('/'))
  return messages
    .filter(({ severity }) => !quiet || severity === 'error')
    .map((message) => ({
      ...message,
      path: shown(message.path),
      ...(message.related && {
        related: message.related.map((each) => ({ ...each, path: shown(each.path) })),
      }),
    }))
}

function strayNotes(strays: readonly string[]): string[] {
  if (strays.length === 0) return []
  const more = strays.length > 1 ? ` and ${strays.length - 1} more` : ''
  return [`\`${strays[0] ?? ''}\`${more} matched no layout of the config; each such file is checked alone`]
}

function slugNotes({ corpus }: RunInput): string[] {
  const asked = [...corpus.documents.values()].some(({ facts }) =>
    facts.links.some(({ url }) => /#./.test(url)),
  )
  return corpus.config.slugs === 'auto' && asked
    ? [
        `Slugs are read as \`${corpus.slugs}\` makes them, which fits the links best; \`slugs\` in the config settles it`,
      ]
    : []
}

function exitCodeFor({ summary }: Report, { maxWarnings }: LintOptions): 0 | 1 {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0
}
