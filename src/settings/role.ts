import type { Range } from '../text/range.ts'
import { mailPort, protocols, type Direction } from './protocol.ts'
import type { Token } from './token.ts'

/** What an endpoint is for, as far as a text tells. */
export interface Role {
  readonly protocol?: string
  readonly direction?: Direction
}

/** A word that tells a role. */
export interface RoleWord extends Role {
  readonly range: Range
  /** Its place among the tokens of its sentence. */
  readonly at: number
}

/** The role that one token tells: `incoming`, `IMAP`. */
export function roleWordOf(token: Token, at: number): RoleWord | undefined {
  const { range } = token
  if (token.kind === 'protocol') return { protocol: token.value, range, at }
  if (token.kind !== 'word') return undefined
  const [incoming, outgoing] = [token.meanings.has('incoming'), token.meanings.has('outgoing')]
  return incoming === outgoing ? undefined : { direction: incoming ? 'incoming' : 'outgoing', range, at }
}

/** Which way the mail of a protocol flows. */
export function directionOf(protocol: string | undefined): Direction | undefined {
  return protocol !== undefined && Object.hasOwn(protocols, protocol)
    ? protocols[protocol]?.direction
    : undefined
}

/**
 * The role that words tell together. Words of direction outweigh names of protocols: the outgoing server of an IMAP
 * account speaks SMTP. Undefined where they tell both directions, or nothing.
 */
export function combinedRole(words: readonly Role[]): Role | undefined {
  const directions = distinct(words.map(({ direction }) => direction))
  const named = distinct(words.map(({ protocol }) => protocol))
  if (directions.length > 1 || directions.length + named.length === 0) return undefined
  const ways = distinct(named.map(directionOf))
  const direction = directions[0] ?? (ways.length === 1 ? ways[0] : undefined)
  if (directions.length === 0 && ways.length > 1) return undefined
  if (direction === undefined)
    return named.length === 1 && named[0] !== undefined ? { protocol: named[0] } : undefined
  return withProtocol(
    direction,
    named.filter((each) => directionOf(each) === direction),
  )
}

function withProtocol(direction: Direction, fitting: readonly string[]): Role {
  const [only] = fitting
  if (fitting.length === 1 && only !== undefined) return { direction, protocol: only }
  return direction === 'outgoing' ? { direction, protocol: 'smtp' } : { direction }
}

/** A role with what it leaves open taken from one further out, where the two go together. */
export function within(own: Role | undefined, outer: Role | undefined): Role | undefined {
  if (!own) return outer
  if (own.protocol !== undefined || outer?.protocol === undefined) {
    return own.direction === undefined && outer?.direction !== undefined && own.protocol === undefined
      ? { ...own, direction: outer.direction }
      : own
  }
  const way = directionOf(outer.protocol)
  if (own.direction !== undefined && way !== own.direction) return own
  return { ...own, protocol: outer.protocol }
}

/** A role by the number alone: 993 is IMAP's. */
export function roleOfPort(value: string): Role | undefined {
  const known = mailPort(Number(value))
  return known && { protocol: known.protocol, direction: known.direction }
}

function distinct<Item>(items: readonly (Item | undefined)[]): Item[] {
  return [...new Set(items)].filter((item) => item !== undefined)
}
