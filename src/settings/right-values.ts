import type { Elsewhere } from './contradiction.ts'
import { endpointsFor, sameHost, type Yardstick } from './endpoints.ts'
import { isBound, type Statement } from './statement.ts'

/** Whether a port or host is one that its server has. */
export function isRight(statement: Statement, yardstick: Yardstick): boolean {
  const own = endpointsFor(statement, yardstick)
  return statement.kind === 'port'
    ? own.some(({ ports }) => ports.some(({ number }) => number === statement.value))
    : own.some(({ host }) => host !== undefined && sameHost(host, statement.value))
}

/** Places of the same section that say what the canon says. */
export function agreeingWith(
  statement: Statement,
  all: readonly Statement[],
  yardstick: Yardstick,
): Elsewhere[] {
  return all
    .filter(
      (other) =>
        other.kind === statement.kind &&
        other.section === statement.section &&
        other.scope !== statement.scope &&
        other.direction === statement.direction &&
        other.protocol === statement.protocol &&
        isBound(other) &&
        (!statement.cipher || !other.cipher || statement.cipher.value === other.cipher.value) &&
        isRight(other, yardstick),
    )
    .slice(0, 3)
    .map(({ range, value, kind }) => ({ range, reason: `The ${kind} is \`${value}\` here` }))
}

/** The port or host that the canon has given up, and what it says of it. */
export function retiredPlace(
  { kind, value }: Statement,
  { canon, service }: Yardstick,
): Elsewhere | undefined {
  const found = canon?.retired.find(
    (each) =>
      (each.service === undefined || each.service === service?.id) &&
      (kind === 'port' ? String(each.port) === value : each.host !== undefined && sameHost(each.host, value)),
  )
  return found && { range: found.range, reason: found.message }
}
