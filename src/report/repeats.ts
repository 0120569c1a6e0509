import type { Message } from '../lint/message.ts'
import { groupBy } from '../text/group-by.ts'

/** A finding of one file, and those after it that say the very same of other places. */
export interface Repeat {
  readonly first: Message
  readonly others: readonly Message[]
}

/** Findings that are told together: one with its source line, or many of one rule in a line each. */
export type Block =
  | { readonly kind: 'full'; readonly repeat: Repeat }
  | { readonly kind: 'brief'; readonly repeats: readonly Repeat[] }

/** A rule that has more to say about one file than this says the rest in brief. */
const mostInFull = 3

/** The messages of each file, in their order. */
export function byFile(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  return groupBy(messages, ({ path }) => path)
}

/** The blocks of one file's messages, in the order of the text. */
export function blocksOf(messages: readonly Message[]): Block[] {
  const sameWords = groupBy(messages, ({ ruleId, severity, reason, note, fix }) =>
    JSON.stringify([ruleId, severity, reason, note, fix?.title, fix?.applicability]),
  )
  const repeats = [...sameWords.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []))
  const blocks = [...groupBy(repeats, ({ first }) => first.ruleId).values()].flatMap((own): Block[] => {
    // One line more takes no more room than the words that there is one more.
    const full = own.length > mostInFull + 1 ? own.slice(0, mostInFull) : own
    const brief = own.slice(full.length)
    return [
      ...full.map((repeat): Block => ({ kind: 'full', repeat })),
      ...(brief.length > 0 ? [{ kind: 'brief', repeats: brief } as const] : []),
    ]
  })
  return blocks.sort((a, b) => startOf(a) - startOf(b))
}

function startOf(block: Block): number {
  const repeat = block.kind === 'full' ? block.repeat : block.repeats[0]
  return repeat?.first.range.start ?? 0
}

/** Line numbers as a person would list them: `31, 44, 50–53`; at most so many, then how many more. */
export function listLines(lines: readonly number[], most = 24): string {
  const parts: { first: number; last: number }[] = []
  for (const line of new Set(lines)) {
    const part = parts.at(-1)
    if (part && line === part.last + 1) part.last = line
    else parts.push({ first: line, last: line })
  }
  const words = parts.flatMap(({ first, last }) => {
    if (last - first > 1) return [`${first}–${last}`]
    return first === last ? [String(first)] : [String(first), String(last)]
  })
  const more = words.length - most
  return more > 0 ? `${words.slice(0, most).join(', ')} and ${more} more` : words.join(', ')
}
