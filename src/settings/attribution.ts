import type { Cipher } from './cipher.ts'
import { combinedRole, type Role, type RoleWord } from './role.ts'
import type { Attribute, sidesOf } from './sides.ts'
import { isMark, means, type Token } from './token.ts'
import type { Value } from './value-lists.ts'

type Sides<Item extends Attribute> = ReturnType<typeof sidesOf<Item>>[number]

export interface RoleFound {
  readonly role?: Role
  readonly words: readonly RoleWord[]
  readonly others: readonly RoleWord[]
  readonly side: 'before' | 'behind'
}

export function roleFrom(
  { before, behind }: Sides<RoleWord & Attribute>,
  tokens: readonly Token[],
): RoleFound {
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
    return between.length <= 4 && between.some((token) => means(token, 'and', 'or') || isMark(token, '/'))
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
export function spread(
  ciphers: readonly (Cipher | undefined)[],
  count: number,
): readonly (Cipher | undefined)[] {
  if (ciphers.length === count) return ciphers
  const [first] = ciphers
  return ciphers.every((each) => each === first) ? Array.from({ length: count }, () => first) : []
}

export interface CiphersFound {
  readonly ciphers: readonly (Cipher | undefined)[]
  readonly side: 'before' | 'behind'
}

export function ciphersFrom(
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
  const isOneWay = new Set(exact.map(({ value }) => value)).size === 1
  if (!isOneWay && exact.length === ports.length)
    return { ciphers: values.map((value) => exact[ports.indexOf(value)]), side }
  const near = side === 'before' ? exact.at(-1) : exact[0]
  // Several ways for one list that they do not fit one by one say nothing of each.
  const isClear = isOneWay || ports.length < 2
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
    .some((token) => means(token, 'or') || isMark(token, '/') || isMark(token, '('))
  return isOr && behind.length <= 2 && !behind.some((token) => isMark(token, ':'))
}

/** A list without words of its own shares those of the one before it, or of the one behind where words follow their values. */
export function inherited<Found extends { readonly side: 'before' | 'behind' }>(
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
