import { pluginPrefix } from '../../lint/plugin-message.ts'
import type { Reporter } from '../../report/report.ts'
import { reporterLoaders } from '../../report/load-reporter.ts'
import type { ShardNumber } from '../../run/blob.ts'
import type { CommonOptions } from '../command.ts'
import { unknownName, UsageError } from '../usage.ts'

/** The options of `hexapla lint`, as commander gives them. */
export interface LintOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly rule?: readonly string[]
  readonly reporter: string
  readonly json?: true
  readonly outputFile?: string
  readonly quiet?: true
  /** False where nothing is to be remembered. */
  readonly cache?: boolean
  readonly fix?: true
  readonly unsafe?: true
  readonly diff?: true
  readonly stdin?: true
  readonly stdinPath?: string
  readonly maxWarnings?: number
  /** Whether plugins of the repository may run. */
  readonly allowPlugins?: true
  readonly updateBaseline?: true
  /** False for `--no-baseline`. */
  readonly baseline?: boolean
  readonly watch?: true
  /** The ref that is compared with; true where none was named. */
  readonly changed?: string | true
  readonly shard?: ShardNumber
  readonly timing?: true
}

/** The rules that were named; undefined where none was. */
export async function checkedRules(
  names: readonly string[] | undefined,
): Promise<ReadonlySet<string> | undefined> {
  if (names === undefined) return undefined
  const { rules } = await import('../../lint/rules/index.ts')
  const known = rules.map(({ id }) => id)
  for (const name of names)
    if (!known.includes(name) && !name.startsWith(pluginPrefix)) throw unknownName('rule', name, known)
  return new Set(names)
}

/** The reporter that is for `merge-reports` to read. */
export const blobReporter = 'blob'

/** The reporter that was named, with its name; `others` are those that print nothing. */
export async function checkedReporter(
  { json, reporter: given }: Pick<LintOptions, 'json' | 'reporter'>,
  others: readonly string[] = [],
): Promise<{ name: string; print: Reporter }> {
  const name = json ? 'json' : given
  const load = Object.hasOwn(reporterLoaders, name) ? reporterLoaders[name] : undefined
  if (!load) throw unknownName('reporter', name, [...Object.keys(reporterLoaders), ...others])
  return { name, print: await load() }
}

/** The path of the text on stdin; undefined where files are to be read. */
export function checkedStdin(
  paths: readonly string[],
  { stdin, stdinPath }: LintOptions,
): string | undefined {
  if (stdin === undefined && stdinPath === undefined) return undefined
  if (stdinPath === undefined)
    throw new UsageError(
      'Unexpected `--stdin` alone, expected `--stdin-path` with the path that the text belongs at',
    )
  if (stdin === undefined) throw new UsageError('Unexpected `--stdin-path` alone, expected `--stdin` with it')
  if (paths.length > 0)
    throw new UsageError(
      `Unexpected path \`${paths[0] ?? ''}\` beside \`--stdin\`, expected one or the other`,
    )
  if (!/\.mdx?$/.test(stdinPath))
    throw new UsageError(`Unexpected path \`${stdinPath}\`, expected one that ends in \`.md\` or \`.mdx\``)
  return stdinPath
}

/** What a run does to the baseline: repairs take out of it what they mend, since they write anyway. */
export function checkedBaseline(options: LintOptions): 'update' | 'shrink' | 'none' {
  const { updateBaseline, stdin, diff, fix } = options
  if (!updateBaseline) return fix && !diff && !stdin ? 'shrink' : 'none'
  refuseBeside('--update-baseline', options, ['--no-baseline', '--stdin', '--diff'])
  return 'update'
}

/** An option that has no meaning beside some others. */
type Flag =
  | '--allow-plugins'
  | '--changed'
  | '--diff'
  | '--fix'
  | '--json'
  | '--max-warnings'
  | '--no-baseline'
  | '--quiet'
  | '--reporter blob'
  | '--shard'
  | '--stdin'
  | '--timing'
  | '--update-baseline'
  | '--watch'

const isGiven: Readonly<Record<Flag, (options: LintOptions) => unknown>> = {
  '--allow-plugins': ({ allowPlugins }) => allowPlugins,
  '--changed': ({ changed }) => changed,
  '--diff': ({ diff }) => diff,
  '--fix': ({ fix }) => fix,
  '--json': ({ json }) => json,
  '--max-warnings': ({ maxWarnings }) => maxWarnings !== undefined,
  '--no-baseline': ({ baseline }) => baseline === false,
  '--quiet': ({ quiet }) => quiet,
  '--reporter blob': ({ reporter }) => reporter === blobReporter,
  '--shard': ({ shard }) => shard,
  '--stdin': ({ stdin, stdinPath }) => stdin ?? stdinPath,
  '--timing': ({ timing }) => timing,
  '--update-baseline': ({ updateBaseline }) => updateBaseline,
  '--watch': ({ watch }) => watch,
}

/** Refuses those that were given of the options that have no meaning beside another one. */
export function refuseBeside(name: Flag, options: LintOptions, others: readonly Flag[]): void {
  const clash = others.find((each) => isGiven[each](options))
  if (clash) throw new UsageError(`Unexpected \`${clash}\` beside \`${name}\`, expected one or the other`)
}
