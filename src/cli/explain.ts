import { rules } from '../lint/rules/index.ts'
import { explainRule } from '../report/explain.ts'
import type { Outcome } from './outcome.ts'
import { unknownName } from './usage.ts'

/** Prints what a rule finds, why it matters and what it looks like. */
export function runExplain(id: string, color: boolean): Outcome {
  const rule = rules.find((each) => each.id === id)
  if (!rule)
    throw unknownName(
      'rule',
      id,
      rules.map((each) => each.id),
    )
  return { stdout: explainRule(rule, { color }), stderr: '', exitCode: 0 }
}
