import ignore from 'ignore'
import type { Config, RuleSetting } from '../corpus/config.ts'
import type { Rule, Severity } from './rule.ts'

/** What a config makes of a rule: what its findings are worth, and its options. */
export interface Setting {
  readonly severity: Severity
  readonly options: never
}

/** A rule that is on, in some documents at least. */
export interface SelectedRule extends Setting {
  readonly rule: Rule
  /** Asked for the sake of another rule: its findings are not shown. */
  readonly hidden: boolean
  /** What holds for one document, where that may differ; undefined where the rule is off. */
  readonly settingAt: ((path: string) => Setting | undefined) | undefined
}

/** The rules that a config turns on; `only` narrows them to those named, which are then on in any case. */
export function selectRules(
  rules: readonly Rule[],
  config: Config,
  only?: ReadonlySet<string>,
): SelectedRule[] {
  const overrides = config.overrides.map(({ files, rules: settings }) => {
    const matcher = ignore().add([...files])
    return { settings, matches: (path: string): boolean => matcher.ignores(path) }
  })
  // Whether a comment silences anything is known when all rules have spoken.
  const needsAll = rules.some((rule) => 'checkSuppressions' in rule && only?.has(rule.id))
  return rules.flatMap((rule): SelectedRule[] => {
    const forced = only?.has(rule.id) ?? false
    if (only && !forced && !needsAll) return []
    const hidden = only !== undefined && !forced
    const selectedBy = (
      { severity, options }: Setting,
      settingAt?: SelectedRule['settingAt'],
    ): SelectedRule => ({ rule, hidden, severity, options, settingAt })
    const base = config.rules[rule.id]
    const setting = settingOf(rule, config, base, forced)
    const own = overrides.flatMap(({ settings, matches }) => {
      const other = settings[rule.id]
      return other ? [{ other, matches }] : []
    })
    if (own.length === 0) return setting ? [selectedBy(setting)] : []
    const settingAt = (path: string): Setting | undefined => {
      const here = own.filter(({ matches }) => matches(path)).map(({ other }) => other)
      return here.length === 0 ? setting : settingOf(rule, config, here.reduce(laidOver, base ?? {}), forced)
    }
    return [selectedBy(setting ?? defaultsOf(rule), settingAt)]
  })
}

/** The rules as they hold for one document. */
export function rulesAt(rules: readonly SelectedRule[], path: string): readonly SelectedRule[] {
  if (!rules.some(({ settingAt }) => settingAt)) return rules
  return rules.flatMap((selected) => {
    const { rule, hidden, settingAt } = selected
    if (!settingAt) return [selected]
    const setting = settingAt(path)
    if (!setting) return []
    const { severity, options } = setting
    return [{ rule, hidden, severity, options, settingAt: undefined }]
  })
}

/** A setting with another laid over it. */
function laidOver(below: RuleSetting, above: RuleSetting): RuleSetting {
  const options = { ...below.options, ...above.options }
  return { ...below, ...above, ...(Object.keys(options).length > 0 && { options }) }
}

function settingOf(
  rule: Rule,
  config: Config,
  setting: RuleSetting | undefined,
  forced: boolean,
): Setting | undefined {
  const severity = setting?.severity ?? presetSeverity(rule, config.extends)
  if (severity === 'off' && !forced) return undefined
  const options = { ...(rule.defaults as object), ...setting?.options } as never
  return { severity: severity === 'off' ? rule.severity : severity, options }
}

function defaultsOf({ severity, defaults }: Rule): Setting {
  return { severity, options: defaults }
}

/** `strict` turns every rule on and lets no finding pass as a mere hint. */
function presetSeverity(rule: Rule, presets: Config['extends']): Severity | 'off' {
  if (presets.includes('strict')) return rule.severity === 'info' ? 'warning' : rule.severity
  return rule.recommended === false ? 'off' : rule.severity
}
