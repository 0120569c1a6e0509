import { basename, join, resolve } from 'node:path'
import type { Document } from '../../corpus/document.ts'
import { configName } from '../../io/config-file.ts'
import { pluginPrefix } from '../../lint/plugin-message.ts'
import type { LintOptions } from './options.ts'
import { pathBetween, type LookedAt } from './report.ts'
import { unknownName, withoutDocuments } from '../usage.ts'
import { isTarget, type Workspace } from '../workspace.ts'

/** The paths of the documents that were asked for, by folder, file and locale. */
export function pathsToLookAt(
  documents: ReadonlyMap<string, Pick<Document, 'path' | 'locale'>>,
  workspace: Workspace,
  { locale, cwd }: LintOptions,
): ReadonlySet<string> {
  const { root, targets } = workspace
  const named = [...documents.values()].filter(({ path }) => isTarget(path, targets))
  if (named.length === 0)
    throw withoutDocuments(targets.map((target) => pathBetween(cwd, join(root, target))))
  const known = localesIn(documents.values())
  for (const tag of locale ?? []) if (!known.includes(tag)) throw unknownName('locale', tag, known)
  const asked = pathsAsked(documents, workspace, { ...(locale && { locale }) })
  if (asked.size === 0) throw unknownName('locale', (locale ?? []).join(', '), localesIn(named))
  return asked
}

/** The paths of those that are there of the documents that were asked for. */
export function pathsAsked(
  documents: ReadonlyMap<string, Pick<Document, 'path' | 'locale'>>,
  { targets }: Workspace,
  { locale }: Pick<LintOptions, 'locale'>,
): ReadonlySet<string> {
  const asked = [...documents.values()].filter(
    (document) =>
      isTarget(document.path, targets) && (locale === undefined || locale.includes(document.locale ?? '')),
  )
  return new Set(asked.map(({ path }) => path))
}

function localesIn(documents: Iterable<Pick<Document, 'locale'>>): string[] {
  return [...new Set(Array.from(documents, ({ locale }) => locale ?? []).flat())].sort()
}

/** Which paths a run looked at: those of its documents, of what else is theirs, and, where it took all locales, of files that are gone. */
export function scopeOf(
  { documents, paths }: LookedAt,
  { targets }: Workspace,
  { locale, stdin }: LintOptions,
): (path: string) => boolean {
  if (stdin) return (path) => paths.has(path)
  return (path) =>
    isTarget(path, targets) && (locale === undefined || paths.has(path) || !documents.has(path))
}

/** Which rules a run asked; plugins of remark only where they may run. */
export function ruleScopeOf(
  only: ReadonlySet<string> | undefined,
  hasPlugins: boolean,
): (ruleId: string) => boolean {
  return (id) => (id.startsWith(pluginPrefix) && !hasPlugins ? false : (only?.has(id) ?? true))
}

const rulingNames: ReadonlySet<string> = new Set([configName, '.gitignore', '.hexaplaignore'])

/** True of a file that says how all others are read. */
export function isRuling(
  path: string,
  { root, config }: Workspace,
  { config: named, cwd }: Pick<LintOptions, 'config' | 'cwd'>,
): boolean {
  return (
    rulingNames.has(basename(path)) ||
    path === config.settings ||
    path === config.glossary ||
    config.labels.some((pattern) => {
      const [before = '', ...after] = pattern.split('{locale}')
      return path.startsWith(before) && path.endsWith(after.at(-1) ?? '')
    }) ||
    (named !== undefined && join(root, path) === resolve(cwd, named))
  )
}
