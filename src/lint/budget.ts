import type { Message } from './message.ts'
import { rulesAt, type SelectedRule } from './selection.ts'

/**
 * Messages with those as information that a budget of words allows: what a rule says of a locale counts for nothing
 * until all of it together is about more words of the source than its option `budget`.
 * @param all those that the sums are made of
 */
export function withinBudgets(
  messages: readonly Message[],
  all: Iterable<Message>,
  rules: readonly SelectedRule[],
): Message[] {
  const sums = new Map<string, number>()
  for (const message of all) {
    const key = keyOf(message)
    sums.set(key, (sums.get(key) ?? 0) + (message.words ?? 0))
  }
  return messages.map((message): Message => {
    const budget = message.words === undefined ? 0 : budgetFor(message, rules)
    if (budget === 0) return message
    const sum = sums.get(keyOf(message)) ?? 0
    if (sum <= budget) return { ...message, severity: 'info' }
    const note = `${message.locale ?? 'und'} is behind by ${sum} words, ${budget} are allowed`
    return { ...message, note: message.note === undefined ? note : `${message.note}; ${note}` }
  })
}

function keyOf({ ruleId, locale }: Message): string {
  return `${ruleId} ${locale ?? ''}`
}

function budgetFor({ ruleId, path }: Message, rules: readonly SelectedRule[]): number {
  const selected = rulesAt(rules, path).find(({ rule }) => rule.id === ruleId)
  const options: unknown = selected?.options
  return typeof options === 'object' && options !== null && 'budget' in options ? Number(options.budget) : 0
}
