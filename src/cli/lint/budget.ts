import type { Message } from '../../lint/message.ts'
import type { Config } from '../../corpus/config.ts'
import type { Workspace } from '../workspace.ts'

/** Messages with those as information that the config's budgets of words allow; few runs have one, and then rules are loaded. */
export async function allowed(
  messages: readonly Message[],
  all: () => Iterable<Message>,
  {
    workspace: { config },
    only,
  }: { readonly workspace: Workspace; readonly only: ReadonlySet<string> | undefined },
): Promise<readonly Message[]> {
  if (!hasBudget(config) || !messages.some(({ words }) => words !== undefined)) return messages
  const [{ rules }, { selectRules }, { withinBudgets }] = await Promise.all([
    import('../../lint/rules/index.ts'),
    import('../../lint/selection.ts'),
    import('../../lint/budget.ts'),
  ])
  return withinBudgets(messages, all(), selectRules(rules, config, only))
}

function hasBudget({ rules, overrides }: Config): boolean {
  return [rules, ...overrides.map((each) => each.rules)].some((settings) =>
    Object.values(settings).some(({ options = {} }) => 'budget' in options),
  )
}
