import { isMark, means, type Token } from './token.ts'

/** Words that say something of values; places among the tokens of a sentence. */
export interface Attribute {
  readonly from: number
  readonly to: number
}

/** Where a list of values stands among the tokens. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Shares the words of a sentence out among its lists of values: which stand before a list and which behind it.
 * Between two lists they are parted at a comma or an `and`, by whether the sentence names things before their values
 * (`IMAP: 993, POP3: 995`) or behind them (`993 for IMAP and 995 for POP3`).
 */
export function sidesOf<Item extends Attribute>(
  tokens: readonly Token[],
  lists: readonly Span[],
  attributes: readonly Item[],
): { readonly before: readonly Item[]; readonly behind: readonly Item[] }[] {
  const first = lists[0]?.from ?? tokens.length
  const isNamedBefore = attributes.some(({ to }) => to < first)
  const sides = lists.map(() => ({ before: [] as Item[], behind: [] as Item[] }))
  for (let gap = 0; gap <= lists.length; gap++) {
    const start = (lists[gap - 1]?.to ?? -1) + 1
    const end = lists[gap]?.from ?? tokens.length
    const own = attributes.filter(({ from, to }) => start <= from && to < end)
    const cut = gap === 0 ? start : gap === lists.length ? end : cutIn(tokens, start, end, own, isNamedBefore)
    sides[gap - 1]?.behind.push(...own.filter(({ to }) => to < cut))
    sides[gap]?.before.push(...own.filter(({ to }) => to >= cut))
  }
  return sides
}

/** Where the words between two lists are parted. */
function cutIn(
  tokens: readonly Token[],
  start: number,
  end: number,
  attributes: readonly Attribute[],
  isNamedBefore: boolean,
): number {
  const bracket = closingBracket(tokens, start, end)
  const rest = attributes.filter(({ from }) => from >= bracket)
  if (rest.length === 0) return end
  const cuts: number[] = []
  let depth = 0
  for (let at = bracket; at < end; at++) {
    const token = tokens[at]
    if (isMark(token, '(')) depth++
    else if (isMark(token, ')')) depth--
    else if (depth === 0 && parts(token)) cuts.push(at)
  }
  if (cuts.length === 0) {
    const hasColon = tokens.slice(bracket + 1, end).some((token) => isMark(token, ':'))
    return isNamedBefore || hasColon ? bracket : end
  }
  const fitting = isNamedBefore
    ? cuts.filter((cut) => rest.some(({ from }) => from > cut))
    : cuts.filter((cut) => rest.some(({ to }) => to < cut))
  return fitting.at(-1) ?? (isNamedBefore ? end : bracket)
}

/** The place behind the bracket that stands right behind a list: `993 (SSL)`. */
function closingBracket(tokens: readonly Token[], start: number, end: number): number {
  if (!isMark(tokens[start], '(')) return start
  for (let at = start; at < end; at++) if (isMark(tokens[at], ')')) return at + 1
  return start
}

function parts(token: Token | undefined): boolean {
  if (token?.kind === 'mark') return /^[,;/–—|-]$/.test(token.value)
  return means(token, 'and', 'or')
}
