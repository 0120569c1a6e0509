import { rules } from '../lint/rules/index.ts'
import { explainRule } from '../report/explain.ts'
import { listRules } from '../report/list-rules.ts'
import type { Outcome } from './outcome.ts'
import { unknownName } from './usage.ts'

/** Prints what a rule finds, why it matters and what it looks like; without a rule, what each finds in a line. */
export function runExplain(id: string | undefined, color: boolean): Outcome {
  if (id === undefined)
    return {
      stdout: listRules(rules, { color, width: process.stdout.columns || 100 }),
      stderr: '',
      data: { rules: rules.map(plain) },
      exitCode: 0,
    }
  const rule = rules.find((each) => each.id === id)
  if (!rule)
    throw unknownName(
      'rule',
      id,
      rules.map((each) => each.id),
    )
  return { stdout: explainRule(rule, { color }), stderr: '', data: { rules: [plain(rule)] }, exitCode: 0 }
}

function plain({ id, severity, recommended, summary, why }: (typeof rules)[number]): unknown {
  return { id, severity, recommended: recommended !== false, summary, why }
}
