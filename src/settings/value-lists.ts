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
  /** Whether a word with dots is a host. */
  readonly isHost: (word: string) => boolean
  /** Whether the words around make it likely that known numbers are ports. */
  readonly likely: boolean
  /** Whether the words around numbers are understood. */
  readonly isUnderstood: boolean
  /** Whether another locale lends a meaning to a place. */
  readonly lends: (range: Range) => boolean
}

/** How many words may stand between `port` and any number, and how many between ports that are known. */
const wordReach = 4
const portReach = 12

export function valuesIn(tokens: readonly Token[], expected: Expectation): Value[] {
  const values: Value[] = []
  const isAmongPorts =
    expected.isUnderstood &&
    tokens.some(
      (token) =>
        token.kind === 'cipher' ||
        means(token, 'port') ||
        (token.kind === 'number' && expected.knows(String(token.value))),
    )
  let wordAt = -Infinity
  let portAt = -Infinity
  for (const [at, token] of tokens.entries()) {
    if (means(token, 'port')) wordAt = portAt = at
    else if (means(token, 'identity')) wordAt = portAt = -Infinity
    if (token.kind === 'host' && expected.isHost(token.value))
      values.push({ kind: 'host', value: token.value, range: token.range, at })
    if (token.kind !== 'number' || isNumbered(tokens, at)) continue
    const value = String(token.value)
    const isNamed =
      expected.ports ||
      at - wordAt <= wordReach ||
      (means(tokens[at + 1], 'port') && tokens[at + 2]?.kind !== 'number') ||
      followsHost(tokens, at)
    const isExpected = at - portAt <= portReach || expected.likely
    const last = values.at(-1)
    const isJoined = last?.kind === 'port' && tokens.slice(last.at + 1, at).every(isListed)
    const isPort = isNamed
      ? value.length > 1
      : (isExpected && (expected.knows(value) || (isAmongPorts && mayBePort(tokens, at, isJoined)))) ||
        expected.lends(token.range)
    if (!isPort) continue
    values.push({ kind: 'port', value, range: token.range, at })
    if (at - portAt <= portReach) portAt = at
  }
  return values
}

/** Lengths of keys, which stand where encryption is spoken of. */
const keyLengths: ReadonlySet<number> = new Set([128, 192, 256, 384, 512, 1024, 2048, 3072, 4096])

/** A number with no noun behind it, or in one list with ports, and with no meaning of its own: it can be one that nobody knows. */
function mayBePort(tokens: readonly Token[], at: number, isJoined: boolean): boolean {
  const { value } = tokens[at] as Extract<Token, { kind: 'number' }>
  const isYear = value >= 1900 && value < 2100
  if (value < 100 || value > 65_535 || isYear || keyLengths.has(value)) return false
  const [before, behind] = [tokens[at - 1], tokens[at + 1]]
  const isEncrypted = tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'cipher')
  // A number that carries on a word or stands in brackets is its part or its note: `SHA-256`, `(550)`.
  if (before?.kind === 'mark' && /^[-–#§(]$/.test(before.value)) return false
  if (behind?.kind === 'mark') return /^[,.;:?!()]$/.test(behind.value)
  return behind === undefined || isEncrypted || isJoined || means(behind, 'and', 'or', 'without')
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
