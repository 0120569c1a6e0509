import type { Config } from '../corpus/config.ts'
import type { Rule, Severity } from './rule.ts'

/** A rule that is on, with what the config makes of it. */
export interface SelectedRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: never
}

/** The rules that a config turns on; `only` narrows them to those named, which are then on in any case. */
export function selectRules(
  rules: readonly Rule[],
  config: Config,
  only?: ReadonlySet<string>,
): SelectedRule[] {
  const selected: SelectedRule[] = []
  for (const rule of rules) {
    if (only && !only.has(rule.id)) continue
    const setting = config.rules[rule.id]
    const severity = setting?.severity ?? presetSeverity(rule, config.extends)
    const wanted = severity === 'off' && only ? rule.severity : severity
    if (wanted === 'off') continue
    const options = { ...(rule.defaults as object), ...setting?.options } as never
    selected.push({ rule, severity: wanted, options })
  }
  return selected
}

/** `strict` turns every rule on and lets no finding pass as a mere hint. */
function presetSeverity(rule: Rule, preset: Config['extends']): Severity | 'off' {
  if (preset === 'strict') return rule.severity === 'info' ? 'warning' : rule.severity
  return rule.recommended === false ? 'off' : rule.severity
}
