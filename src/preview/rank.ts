import type { Severity } from '../lint/rule.ts'

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Orders by severity, the worst first. */
export function rankOf({ severity }: { readonly severity: Severity }): number {
  return ranks[severity]
}
