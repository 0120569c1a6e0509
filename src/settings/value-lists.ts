import type { Range } from '../text/range.ts'
import { isMark, means, type Token } from './token.ts'

/** A port or a host as it stands in a text. */
export interface Value {
  readonly kind: 'port' | 'host'
  readonly value: string
  readonly range: Range
  /** Its place among the tokens of its sentence. */
  readonly at: number
}

/** What a reader knows before it reads a sentence. */
export interface Expectation {
  /** Numbers are ports here: the column is headed `Port`. */
  readonly ports: boolean
  /** Whether a port or host is a known one. */
  readonly knows: (value: string) => boolean
  /** Whether the words around make it likely that known numbers are ports. */
  readonly likely: boolean
  /** Whether another locale lends a meaning to a place. */
  readonly lends: (range: Range) => boolean
}

/** How many words may stand between `port` and its number. */
const portReach = 12

export function valuesIn(tokens: readonly Token[], expected: Expectation): Value[] {
  const values: Value[] = []
  let portAt = -Infinity
  for (const [at, token] of tokens.entries()) {
    if (means(token, 'port')) portAt = at
    else if (means(token, 'identity')) portAt = -Infinity
    if (token.kind === 'host') values.push({ kind: 'host', value: token.value, range: token.range, at })
    if (token.kind !== 'number' || isNumbered(tokens, at)) continue
    const value = String(token.value)
    const isNamed =
      expected.ports || at - portAt <= portReach || means(tokens[at + 1], 'port') || followsHost(tokens, at)
    const isPort = isNamed
      ? value.length > 1
      : (expected.likely && expected.knows(value)) || expected.lends(token.range)
    if (!isPort) continue
    values.push({ kind: 'port', value, range: token.range, at })
    if (at - portAt <= portReach) portAt = at
  }
  return values
}

/** `RFC 8314`, `Windows 10`: numbers that belong to the word before; `(1)`: marks of pictures and steps. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const isInBrackets = isMark(before, '(') && isMark(tokens[at + 1], ')')
  const { value } = tokens[at] as Extract<Token, { kind: 'number' }>
  if (isInBrackets && value < 20) return true
  return (
    before?.kind === 'word' &&
    /^(?:rfc|windows|office|outlook|ios|android|macos|version|iphone|galaxy)$/.test(before.value)
  )
}

/** `ssl0.ovh.net:993` */
function followsHost(tokens: readonly Token[], at: number): boolean {
  const [host, colon, number] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  return (
    host?.kind === 'host' &&
    isMark(colon, ':') &&
    colon?.range.start === host.range.end &&
    colon.range.end === number?.range.start
  )
}

/** Values with nothing but list words between them. */
export function listsIn(tokens: readonly Token[], values: readonly Value[]): Value[][] {
  const lists: Value[][] = []
  for (const value of values) {
    const list = lists.at(-1)
    const before = list?.at(-1)
    if (list && before && tokens.slice(before.at + 1, value.at).every(isListed)) list.push(value)
    else lists.push([value])
  }
  return lists
}

function isListed(token: Token): boolean {
  if (token.kind === 'mark') return /^[,/:()–—-]$/.test(token.value)
  return means(token, 'or', 'and', 'port', 'server')
}
