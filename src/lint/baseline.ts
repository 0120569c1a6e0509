import { countBy, wordsHashOf } from './fingerprint.ts'
import type { Message } from './message.ts'

/** Findings that are known and put off: by path and rule, how many there are of each words' hash. Never by line. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>

type TextOf = (path: string) => string | undefined

/** Records findings. */
export function baselineOf(messages: readonly Message[], textOf: TextOf): Baseline {
  const byPath = new Map<string, Map<string, Map<string, number>>>()
  for (const message of messages) {
    const { path, ruleId } = message
    const byRule = byPath.get(path) ?? new Map<string, Map<string, number>>()
    const counts = byRule.get(ruleId) ?? new Map<string, number>()
    countBy(counts, wordsHashOf(message, textOf(path) ?? ''))
    byPath.set(path, byRule.set(ruleId, counts))
  }
  return byPath
}

/** How many findings a baseline holds. */
export function sizeOf(baseline: Baseline): number {
  let size = 0
  for (const byRule of baseline.values())
    for (const counts of byRule.values()) for (const count of counts.values()) size += count
  return size
}

/** What a run was asked to look at: of all else the baseline stays as it is. */
export interface Scope {
  readonly includes: (path: string) => boolean
  readonly hasRule: (ruleId: string) => boolean
}

/** Findings beside a baseline. */
export interface Compared {
  /** Those that it does not hold; of equal ones, the last. */
  readonly fresh: readonly Message[]
  /** How many it holds of those that were found. */
  readonly known: number
  /** How many it holds that were looked for and not found. */
  readonly gone: number
}

/** Tells new findings from known ones. */
export function compareWith(
  baseline: Baseline,
  messages: readonly Message[],
  textOf: TextOf,
  scope: Scope,
): Compared {
  const seen = new Map<string, number>()
  const fresh = messages.filter((message) => {
    const { path, ruleId } = message
    const hash = wordsHashOf(message, textOf(path) ?? '')
    const allowed = baseline.get(path)?.get(ruleId)?.get(hash) ?? 0
    return countBy(seen, [path, ruleId, hash].join('\0')) > allowed
  })
  const known = messages.length - fresh.length
  return { fresh, known, gone: sizeOf(within(baseline, scope)) - known }
}

/** The baseline with what a run found in place of what it held of the same scope. */
export function renewed(
  baseline: Baseline,
  messages: readonly Message[],
  textOf: TextOf,
  scope: Scope,
): Baseline {
  const others = (path: string, rule: string): boolean => !isWithin(scope, path, rule)
  return merged(filtered(baseline, others), baselineOf(messages, textOf))
}

/** The baseline without what is not found any more, and without anything new. */
export function shrunk(
  baseline: Baseline,
  messages: readonly Message[],
  textOf: TextOf,
  scope: Scope,
): Baseline {
  const { fresh } = compareWith(baseline, messages, textOf, scope)
  const isFresh = new Set(fresh)
  return renewed(
    baseline,
    messages.filter((message) => !isFresh.has(message)),
    textOf,
    scope,
  )
}

function isWithin({ includes, hasRule }: Scope, path: string, rule: string): boolean {
  return includes(path) && hasRule(rule)
}

function within(baseline: Baseline, scope: Scope): Baseline {
  return filtered(baseline, (path, rule) => isWithin(scope, path, rule))
}

function filtered(baseline: Baseline, keeps: (path: string, rule: string) => boolean): Baseline {
  return new Map(
    Array.from(baseline, ([path, byRule]) => [
      path,
      new Map([...byRule].filter(([rule]) => keeps(path, rule))),
    ]),
  )
}

function merged(first: Baseline, second: Baseline): Baseline {
  const paths = new Set([...first.keys(), ...second.keys()])
  return new Map(
    Array.from(paths, (path) => [path, new Map([...(first.get(path) ?? []), ...(second.get(path) ?? [])])]),
  )
}
