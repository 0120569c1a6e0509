import type { Range } from '../text/range.ts'
import type { StatedSecurity } from './protocol.ts'
import { means, type Token } from './token.ts'

/** Words that say how a connection is encrypted: `SSL disabled`. */
export interface Cipher {
  readonly value: StatedSecurity
  readonly range: Range
  /** True where an acronym says so: `SSL`, `STARTTLS`. */
  readonly isNamed: boolean
  /** The places of the first and the last of its words among the tokens of the sentence. */
  readonly from: number
  readonly to: number
}

/** How many words may stand between `SSL` and its `enabled`. */
const reach = { forward: 8, backward: 6, negation: 2, without: 3, none: 4 }

/** What a sentence says of encryption, in its order. `SSL enabled or disabled` says two things. */
export function ciphersIn(tokens: readonly Token[]): Cipher[] {
  const found: Cipher[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'cipher') found.push(...switched(tokens, at, token.value))
    else if (token.kind === 'protocol' && token.security) found.push(spanning(tokens, at, at, token.security))
  }
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || found.some(({ from, to }) => from <= at && at <= to)) continue
    if (token.meanings.has('encryption')) found.push(...encryption(tokens, at, found))
    if (found.some(({ from, to }) => from <= at && at <= to)) continue
    if (token.meanings.has('plain')) found.push(spanning(tokens, at, at, 'none'))
    else if (token.meanings.has('encrypted')) found.push(spanning(tokens, at, at, 'encrypted'))
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to)
}

function spanning(tokens: readonly Token[], a: number, b: number, value: StatedSecurity): Cipher {
  const [from, to] = [Math.min(a, b), Math.max(a, b)]
  const range = { start: tokens[from]?.range.start ?? 0, end: tokens[to]?.range.end ?? 0 }
  const isNamed = tokens.slice(from, to + 1).some(({ kind }) => kind === 'cipher' || kind === 'protocol')
  return { value, range, isNamed, from, to }
}

/** `SSL` with the words that turn it on or off, if any. */
function switched(tokens: readonly Token[], at: number, value: StatedSecurity): Cipher[] {
  const without = nearest(tokens, at, -1, reach.without, (token) => means(token, 'without'))
  if (without !== undefined) return [spanning(tokens, without, at, 'none')]
  const answer = answerAt(tokens, at)
  if (answer) return [spanning(tokens, at, answer.at, answer.isOn ? value : 'none')]
  const place = switchNear(tokens, at)
  if (place === undefined) return [spanning(tokens, at, at, value)]
  return alternatives(tokens, place).map((each) =>
    spanning(tokens, each === place ? at : each, each, isOn(tokens, each) ? value : 'none'),
  )
}

/** `encryption` alone says nothing; with `none`, `off` or `without` it does. */
function encryption(tokens: readonly Token[], at: number, found: readonly Cipher[]): Cipher[] {
  const isNamed = found.some(
    ({ from, to }) => Math.min(Math.abs(from - at), Math.abs(to - at)) <= reach.backward,
  )
  if (isNamed) return []
  const without = nearest(tokens, at, -1, reach.negation, (token) => means(token, 'without'))
  if (without !== undefined) return [spanning(tokens, without, at, 'none')]
  const answer = answerAt(tokens, at)
  if (answer) return [spanning(tokens, at, answer.at, answer.isOn ? 'encrypted' : 'none')]
  const none = nearest(tokens, at, 1, reach.none, (token) => means(token, 'none'))
  if (none !== undefined) return [spanning(tokens, at, none, 'none')]
  const place =
    nearest(tokens, at, 1, reach.none, isSwitch) ?? nearest(tokens, at, -1, reach.negation, isSwitch)
  return place === undefined
    ? []
    : alternatives(tokens, place).map((each) =>
        spanning(tokens, each === place ? at : each, each, isOn(tokens, each) ? 'encrypted' : 'none'),
      )
}

function isSwitch(token: Token): boolean {
  return means(token, 'on', 'off')
}

function isOn(tokens: readonly Token[], at: number): boolean {
  const negated = nearest(tokens, at, -1, reach.negation, (token) => means(token, 'not')) !== undefined
  return !means(tokens[at], 'off') && !negated
}

function switchNear(tokens: readonly Token[], at: number): number | undefined {
  const behind = nearest(tokens, at, 1, reach.forward, isSwitch)
  const before = nearest(tokens, at, -1, reach.backward, isSwitch)
  if (behind === undefined || before === undefined) return behind ?? before
  return behind - at <= at - before ? behind : before
}

/** The nearest token of a kind on one side; values, other ciphers and the ends of clauses stop the search. */
function nearest(
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
  most: number,
  wanted: (token: Token) => boolean,
): number | undefined {
  for (let i = at + step; i >= 0 && i < tokens.length && Math.abs(i - at) <= most; i += step) {
    const token = tokens[i]
    if (!token || stops(token)) return undefined
    if (wanted(token)) return i
  }
  return undefined
}

function stops(token: Token): boolean {
  return (
    token.kind === 'number' ||
    token.kind === 'host' ||
    token.kind === 'cipher' ||
    (token.kind === 'mark' && /^[;()|]$/.test(token.value))
  )
}

/** `yes` and `no` count where they are the whole answer: `SSL: yes`. */
function answerAt(tokens: readonly Token[], at: number): { at: number; isOn: boolean } | undefined {
  let next = at + 1
  while (isSign(tokens[next], /^[:=|–-]$/)) next++
  const token = tokens[next]
  const isWhole = tokens[next + 1] === undefined || isSign(tokens[next + 1], /^[,;.)|/]$/)
  if (!isWhole || next - at > 3) return undefined
  if (means(token, 'yes')) return { at: next, isOn: true }
  return means(token, 'no') || means(token, 'none') ? { at: next, isOn: false } : undefined
}

function isSign(token: Token | undefined, pattern: RegExp): boolean {
  return token?.kind === 'mark' && pattern.test(token.value)
}

/** Both of `enabled or disabled`, in their order. */
function alternatives(tokens: readonly Token[], at: number): number[] {
  for (const step of [1, -1]) {
    const other = tokens[at + 2 * step]
    const between = tokens[at + step]
    const joined = means(between, 'or') || means(between, 'and') || isSign(between, /^\/$/)
    if (joined && other && isSwitch(other)) return [at, at + 2 * step].sort((a, b) => a - b)
  }
  return [at]
}
