import { serviceNamed } from './canon.ts'
import { wrongHost } from './compare-hosts.ts'
import { movedPort, wrongPort } from './compare-ports.ts'
import { anyOf, type Contradiction } from './contradiction.ts'
import { endpointsFor, roleName, yardstickOf, type Yardstick } from './endpoints.ts'
import { isRight } from './right-values.ts'
import { directionOf } from './role.ts'
import type { Statement } from './statement.ts'

/** What a statement is held against: the service that its words name, else the guide's. */
export function yardstickFor({ service }: Statement, yardstick: Yardstick): Yardstick {
  if (service === undefined || yardstick.canon === undefined || service === yardstick.service?.id)
    return yardstick
  const named = serviceNamed(yardstick.canon, service)
  return named ? yardstickOf(yardstick.canon, named) : yardstick
}

/** What is wrong with one value by itself; `beside` are the other values of its list, `all` those of the document. */
export function valueContradiction(
  statement: Statement,
  beside: readonly Statement[],
  all: readonly Statement[],
  guide: Yardstick,
): Contradiction | undefined {
  const yardstick = yardstickFor(statement, guide)
  if (isRight(statement, yardstick)) return undefined
  const own = endpointsFor(statement, yardstick)
  if (statement.isExample) return movedPort(statement, own, yardstick)
  if (own.length === 0) return missingProtocol(statement, yardstick)
  return statement.kind === 'port'
    ? wrongPort(statement, own, beside, all, yardstick)
    : wrongHost(statement, own, all, yardstick)
}

/** A protocol of mail that the service does not speak. */
function missingProtocol(
  statement: Statement,
  { canon, endpoints, service }: Yardstick,
): Contradiction | undefined {
  const { protocol, range, value, kind } = statement
  if (!canon || !service || protocol === undefined || directionOf(protocol) === undefined) return undefined
  const spoken = endpoints.filter((endpoint) => endpoint.direction === directionOf(protocol)).map(roleName)
  if (spoken.length === 0) return undefined
  return {
    kind: 'value',
    range,
    actual: value,
    reason: `Unexpected ${kind} \`${value}\` for ${roleName(statement)}, expected ${anyOf(spoken)}, which the service speaks`,
    isSafe: false,
    places: [{ range: service.range, reason: `What \`${service.id}\` speaks` }],
    others: [],
  }
}
