import type { Range } from '../text/range.ts'
import { ciphersIn, type Cipher } from './cipher.ts'
import { combinedRole, roleWordOf, type Role, type RoleWord } from './role.ts'
import { sidesOf, type Attribute } from './sides.ts'
import type { Meaning } from './lexicon/lexicon.ts'
import type { Token } from './token.ts'

/** A port or a host as it stands in a text. */
export interface Value {
  readonly kind: 'port' | 'host'
  readonly value: string
  readonly range: Range
  /** Its place among the tokens of its sentence. */
  readonly at: number
}

/** Values that are named together, `993 or 143`, with what their sentence says of them. */
export interface List {
  readonly values: readonly Value[]
  readonly role?: Role
  /** The words that tell the role. */
  readonly roleWords: readonly RoleWord[]
  /** Words before that tell another role: `Incoming port: the port for outgoing mail: 465`. */
  readonly otherWords: readonly RoleWord[]
  /** What is said of the encryption of each value. */
  readonly ciphers: readonly (Cipher | undefined)[]
}

/** What a sentence, a line or a cell says. */
export interface Clause {
  readonly lists: readonly List[]
  readonly ciphers: readonly Cipher[]
  readonly roleWords: readonly RoleWord[]
  /** The role that all of its words tell together. */
  readonly role?: Role
  /** Whether its values are named as examples alone. */
  readonly isExample: boolean
  readonly isOfServer: boolean
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

/** Reads one sentence: its values, and which words of it speak of which. */
export function clauseOf(tokens: readonly Token[], expected: Expectation): Clause {
  const ciphers = ciphersIn(tokens)
  const roleWords = tokens.flatMap((token, at) => roleWordOf(token, at) ?? [])
  const isOfSettings =
    ciphers.length > 0 ||
    tokens.some((token) => has(token, 'server') || has(token, 'port') || has(token, 'encryption'))
  const known = tokens.filter((token) => token.kind === 'number' && expected.knows(String(token.value)))
  const likely =
    expected.likely ||
    isOfSettings ||
    known.length > 1 ||
    roleWords.some(({ protocol }) => protocol !== undefined)
  const groups = listsIn(tokens, valuesIn(tokens, { ...expected, likely }))
  const spans = groups.map((values) => ({ from: values[0]?.at ?? 0, to: values.at(-1)?.at ?? 0 }))
  const roleSides = sidesOf(
    tokens,
    spans,
    roleWords.map((word) => ({ ...word, from: word.at, to: word.at })),
  )
  // Hosts are not encrypted; ports are.
  const hasPorts = groups.map((values) => values.some(({ kind }) => kind === 'port'))
  const isOfPorts = hasPorts.includes(true)
  const portSpans = spans.filter((_, index) => !isOfPorts || hasPorts[index])
  const portSides = sidesOf(tokens, portSpans, ciphers)
  const cipherSides = spans.map((span) => portSides[portSpans.indexOf(span)] ?? { before: [], behind: [] })
  // `993 for IMAP and 995 for POP3 use SSL` names two of a kind; `If 465 fails, use 587 with STARTTLS` does not.
  const isParallel = (index: number): boolean => {
    const between = tokens.slice((spans[index]?.to ?? 0) + 1, spans[index + 1]?.from)
    return between.some(
      (token) => has(token, 'and') || has(token, 'or') || roleWordOf(token, 0) !== undefined,
    )
  }
  const roles = inherited(
    roleSides.map((sides) => roleFrom(sides, tokens)),
    (found) => found.words.length > 0,
    isParallel,
  )
  const found = inherited(
    cipherSides.map((sides, index) => ciphersFrom(sides, groups[index] ?? [], tokens)),
    (each) => each.ciphers.length > 0,
    isParallel,
  )
  const role = combinedRole(roleWords)
  const lists = groups.map((values, index): List => {
    const own = roles[index]
    return {
      values,
      ...(own?.role && { role: own.role }),
      roleWords: own?.words ?? [],
      otherWords: own?.others ?? [],
      ciphers: spread(found[index]?.ciphers ?? [], values.length),
    }
  })
  const isExample = tokens.some((token) => has(token, 'example'))
  const isOfServer = tokens.some((token) => has(token, 'server'))
  return { lists, ciphers, roleWords, ...(role && { role }), isExample, isOfServer }
}

function has(token: Token | undefined, meaning: Meaning): boolean {
  return token?.kind === 'word' && token.meanings.has(meaning)
}

/** How many words may stand between `port` and its number. */
const portReach = 12

function valuesIn(tokens: readonly Token[], expected: Expectation): Value[] {
  const values: Value[] = []
  let portAt = -Infinity
  for (const [at, token] of tokens.entries()) {
    if (has(token, 'port')) portAt = at
    else if (has(token, 'identity')) portAt = -Infinity
    if (token.kind === 'host') values.push({ kind: 'host', value: token.value, range: token.range, at })
    if (token.kind !== 'number' || isNumbered(tokens, at)) continue
    const value = String(token.value)
    const isNamed =
      expected.ports || at - portAt <= portReach || has(tokens[at + 1], 'port') || followsHost(tokens, at)
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

function isMark(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'mark' && token.value === sign
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
function listsIn(tokens: readonly Token[], values: readonly Value[]): Value[][] {
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
  return has(token, 'or') || has(token, 'and') || has(token, 'port') || has(token, 'server')
}

type Sides<Item extends Attribute> = ReturnType<typeof sidesOf<Item>>[number]

interface RoleFound {
  readonly role?: Role
  readonly words: readonly RoleWord[]
  readonly others: readonly RoleWord[]
  readonly side: 'before' | 'behind'
}

function roleFrom({ before, behind }: Sides<RoleWord & Attribute>, tokens: readonly Token[]): RoleFound {
  const side = before.length > 0 ? 'before' : 'behind'
  const words = side === 'before' ? before : behind
  const whole = combinedRole(words)
  if (whole) {
    const both = combinedRole([...before, ...behind])
    return { role: side === 'before' ? (both ?? whole) : whole, words, others: [], side }
  }
  if (words.length === 0 || areJoined(words, tokens)) return { words, others: [], side }
  // They tell different roles: those nearest to the values count.
  const near = side === 'before' ? words.at(-1) : words[0]
  const agreeing = words.filter((word) => near && combinedRole([near, word]))
  const role = combinedRole(agreeing)
  const others = words.filter((word) => !agreeing.includes(word) && isLabel(word, agreeing, tokens))
  return { ...(role && { role }), words: agreeing, others, side }
}

/** `sending and receiving`, `IMAP/SMTP` */
function areJoined(words: readonly RoleWord[], tokens: readonly Token[]): boolean {
  return words.every((word, index) => {
    const next = words[index + 1]
    if (!next) return true
    const between = tokens.slice(word.at + 1, next.at)
    return (
      between.length <= 4 &&
      between.some((token) => has(token, 'and') || has(token, 'or') || isMark(token, '/'))
    )
  })
}

/** True where a colon sets a word apart from those that count: it stands in a label. */
function isLabel(word: RoleWord, counting: readonly RoleWord[], tokens: readonly Token[]): boolean {
  const first = counting[0]
  return (
    first !== undefined &&
    word.at < first.at &&
    tokens.slice(word.at, first.at).some((token) => isMark(token, ':'))
  )
}

/** What was said of another list holds for each value of this one; where it differed by value, for none. */
function spread(ciphers: readonly (Cipher | undefined)[], count: number): readonly (Cipher | undefined)[] {
  if (ciphers.length === count) return ciphers
  const [first] = ciphers
  return ciphers.every((each) => each === first) ? Array.from({ length: count }, () => first) : []
}

interface CiphersFound {
  readonly ciphers: readonly (Cipher | undefined)[]
  readonly side: 'before' | 'behind'
}

function ciphersFrom(
  { before, behind }: Sides<Cipher>,
  values: readonly Value[],
  tokens: readonly Token[],
): CiphersFound {
  const side = before.length > 0 ? 'before' : 'behind'
  const all = side === 'before' ? before : behind
  const exact = all.some(({ value }) => value !== 'encrypted')
    ? all.filter(({ value }) => value !== 'encrypted')
    : all
  const ports = values.filter(({ kind }) => kind === 'port')
  if (exact.length > 1 && exact.length === ports.length)
    return { ciphers: values.map((value) => exact[ports.indexOf(value)]), side }
  const near = side === 'before' ? exact.at(-1) : exact[0]
  // Several ways for one list that they do not fit one by one say nothing of each.
  const isClear = new Set(exact.map(({ value }) => value)).size === 1 || ports.length < 2
  if (!near || !isClear) return { ciphers: [], side }
  const isOfLast = side === 'behind' && isOfLastAlone(values, near, tokens)
  return {
    ciphers: values.map((_, index) => (isOfLast && index < values.length - 1 ? undefined : near)),
    side,
  }
}

/** `143 or 993 (SSL)`: what follows at once speaks of the last alone. */
function isOfLastAlone(values: readonly Value[], cipher: Cipher, tokens: readonly Token[]): boolean {
  const [last, before] = [values.at(-1), values.at(-2)]
  if (!last || before?.kind !== 'port') return false
  const behind = tokens.slice(last.at + 1, cipher.from)
  const isOr = tokens
    .slice(before.at + 1, last.at)
    .some((token) => has(token, 'or') || isMark(token, '/') || isMark(token, '('))
  return isOr && behind.length <= 2 && !behind.some((token) => isMark(token, ':'))
}

/** A list without words of its own shares those of the one before it, or of the one behind where words follow their values. */
function inherited<Found extends { readonly side: 'before' | 'behind' }>(
  found: readonly Found[],
  isTold: (each: Found) => boolean,
  isParallel: (index: number) => boolean,
): Found[] {
  const shared = [...found]
  const isBehind = found.find(isTold)?.side === 'behind'
  for (let step = 1; step < shared.length; step++) {
    const index = isBehind ? shared.length - 1 - step : step
    const [own, next] = [shared[index], shared[isBehind ? index + 1 : index - 1]]
    if (own && next && !isTold(own) && isTold(next) && (!isBehind || isParallel(index))) shared[index] = next
  }
  return shared
}
