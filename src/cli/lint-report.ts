import { join, relative, sep } from 'node:path'
import { isWithin } from '../io/files.ts'
import type { Message } from '../lint/message.ts'
import type { RunInput } from '../lint/run.ts'
import { summaryOf, type Report } from '../report/report.ts'
import type { LintOptions } from './lint-options.ts'

/** What a run looked at: the documents of `paths`. */
export type LookedAt = RunInput & { readonly paths: ReadonlySet<string> }

/** The report of a run, paths as its reader counts them. */
export function reportOf(
  messages: readonly Message[],
  { corpus, paths }: LookedAt,
  { base, quiet = false, durationMs }: { base: string; quiet?: boolean | undefined; durationMs: number },
): Report {
  const guides = new Set([...paths].map((path) => corpus.documents.get(path)?.guide)).size
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
export function reportFolder(
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

/** What the reader should know besides the findings. */
export function notesOf(strays: readonly string[], input: RunInput): string[] {
  return [...strayNotes(strays), ...slugNotes(input)]
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

/** 1 on errors, and on more warnings than are allowed. */
export function exitCodeFor({ summary }: Report, { maxWarnings }: Pick<LintOptions, 'maxWarnings'>): 0 | 1 {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0
}
