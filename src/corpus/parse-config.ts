import type { z } from 'zod'
import type { Range } from '../text/range.ts'
import { defaultConfig, type Config } from './config.ts'
import { configChecks, withLocale } from './config-checks.ts'
import { configIssuesOf, type ConfigIssue } from './config-issue.ts'
import { configJsonSchemaOf, keysAt } from './config-json-schema.ts'
import { configSchemaOf, type KnownRules } from './config-schema.ts'
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
  const issues = result.success ? checked(result.data) : misfits(result.error, value, known)
  if (result.success && issues.length === 0) return { config: completed(result.data) }
  const problems = issues.slice(0, mostProblems).map(({ path: place, at, reason }) => {
    return { path, reason, range: at === 'key' ? reading.keyRangeOf(place) : reading.valueRangeOf(place) }
  })
  return { problems: problems.sort((a, b) => a.range.start - b.range.start) }
}

function checked(given: Partial<Config>): ConfigIssue[] {
  return configChecks.flatMap((check) => check({ ...defaultConfig, ...given }))
}

function misfits({ issues }: z.ZodError, value: unknown, { rules }: KnownNames): ConfigIssue[] {
  const schema = configJsonSchemaOf(rules)
  return configIssuesOf(issues, value, (path) => keysAt(schema, path))
}

/** A key with nothing after it says nothing: its list may be commented out. */
function withoutEmptyKeys(value: unknown): unknown {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
}

function completed(given: Partial<Config>): Config {
  const config = { ...defaultConfig, ...given }
  return { ...config, layouts: config.layouts.map((layout) => withLocale(layout, config.source)) }
}
