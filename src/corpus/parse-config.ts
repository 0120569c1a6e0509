import type * as z from 'zod'
import type { Range } from '../text/range.ts'
import { defaultConfig, type Config, type FrontMatterSchema } from './config.ts'
import { configChecks, withLocale } from './config-checks.ts'
import { configIssuesOf, type ConfigIssue } from './config-issue.ts'
import { configJsonSchemaOf, keysAt } from './config-json-schema.ts'
import { configSchemaOf, type GivenConfig, type GivenFrontMatter, type KnownRules } from './config-schema.ts'
import { withPresets } from './presets.ts'
import { readYaml } from './yaml.ts'

/** What is wrong in a config, and where. */
export interface ConfigProblem {
  readonly path: string
  readonly range: Range
  readonly reason: string
}

/** What a config may name, handed in by those that know it. */
export interface KnownNames {
  readonly rules: KnownRules
}

/** Whoever has more mends these first. */
const mostProblems = 100

/** Reads a config: complete, with defaults where it says nothing, or its problems with their places. Never throws. */
export function parseConfig(
  text: string,
  known: KnownNames,
  path: string,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const reading = readYaml(text)
  if ('problems' in reading) return { problems: reading.problems.map((problem) => ({ path, ...problem })) }
  const value = withoutEmptyKeys(reading.value)
  const result = configSchemaOf(known.rules).safeParse(value)
  const config = result.success ? completed(result.data) : undefined
  const issues = config
    ? configChecks.flatMap((check) => check(config))
    : misfits(result.error?.issues ?? [], value, known)
  if (config && issues.length === 0) return { config: withLocales(config) }
  const problems = issues.slice(0, mostProblems).map(({ path: place, at, reason }) => {
    return { path, reason, range: at === 'key' ? reading.keyRangeOf(place) : reading.valueRangeOf(place) }
  })
  return { problems: problems.sort((a, b) => a.range.start - b.range.start) }
}

function misfits(issues: z.ZodError['issues'], value: unknown, { rules }: KnownNames): ConfigIssue[] {
  const schema = configJsonSchemaOf(rules)
  return configIssuesOf(issues, value, (path) => keysAt(schema, path))
}

/** A key with nothing after it says nothing: its list may be commented out. */
function withoutEmptyKeys(value: unknown): unknown {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
}

/** The config with what its presets say, and the defaults where they say nothing. */
function completed(given: GivenConfig): Config {
  const { extends: names = defaultConfig.extends, source } = given
  const base = withPresets(defaultConfig, names, source !== undefined)
  return {
    ...base,
    ...given,
    aliases: { ...base.aliases, ...given.aliases },
    rules: { ...base.rules, ...given.rules },
    localeOnly: [...base.localeOnly, ...(given.localeOnly ?? [])],
    frontMatter: joined(base.frontMatter, given.frontMatter ?? {}),
  }
}

/** What is said of a content type is added to what is known of it. */
function joined(known: Config['frontMatter'], given: GivenFrontMatter): Config['frontMatter'] {
  const types: Record<string, FrontMatterSchema> = { ...known }
  for (const [type, { unknown, keys }] of Object.entries(given)) {
    const own = types[type] ?? { unknown: 'near', keys: {} }
    types[type] = { unknown: unknown ?? own.unknown, keys: { ...own.keys, ...keys } }
  }
  return types
}

function withLocales(config: Config): Config {
  return { ...config, layouts: config.layouts.map((layout) => withLocale(layout, config.source)) }
}
