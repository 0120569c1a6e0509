import { anyOf, type Contradiction, type Elsewhere } from './contradiction.ts'
import { roleName, sameHost, type KnownEndpoint, type Yardstick } from './endpoints.ts'
import { isExampleHost } from './host.ts'
import { agreeingWith, isRight, retiredPlace } from './right-values.ts'
import { isBound, type Statement } from './statement.ts'

/** What is wrong with a host that is not its server’s; `all` are the values of the document. */
export function wrongHost(
  statement: Statement,
  own: readonly KnownEndpoint[],
  all: readonly Statement[],
  yardstick: Yardstick,
): Contradiction | undefined {
  const { value, range } = statement
  const hosts = [...new Set(own.flatMap(({ host }) => host ?? []))]
  const isOfOthers =
    isExampleHost(value) && !yardstick.endpoints.some(({ host }) => host !== undefined && isExampleHost(host))
  const retired = retiredPlace(statement, yardstick)
  if (hosts.length === 0 || isOfOthers || (!retired && !isOfMail(statement, all, yardstick))) return undefined
  const owner = hostOwner(value, yardstick)
  const agreeing = owner || retired ? [] : agreeingWith(statement, all, yardstick)
  const [answer] = hosts
  const note = retired?.reason ?? (owner && `\`${value}\` is ${owner}’s`)
  const isSure =
    isBound(statement) ||
    retired !== undefined ||
    all.some((other) => isBound(other) && sameHost(other.value, value))
  return {
    kind: owner || retired ? 'value' : agreeing.length > 0 ? 'agreement' : 'unknown',
    range,
    actual: value,
    reason: `Unexpected host \`${value}\`${isBound(statement) ? ` for ${roleName(statement)}` : ''}, expected ${anyOf(hosts)}`,
    ...(note !== undefined && { note }),
    ...(hosts.length === 1 && answer !== undefined && { answer }),
    isSafe: isSure,
    places: [...(retired ? [retired] : []), ...hostPlaces(own)],
    others: agreeing,
  }
}

/** Whether a host is of mail: in prose, a server that receives can be anything; it is, where the rest speaks of the service. */
function isOfMail(statement: Statement, all: readonly Statement[], yardstick: Yardstick): boolean {
  const { isOfServer, place, roleWords, direction, scope, basis } = statement
  const isToldBy = basis !== 'words' || roleWords.some(({ protocol }) => protocol !== undefined)
  const isBesidePort = all.some((other) => other.kind === 'port' && other.scope === scope)
  if (place === 'table' || (place !== 'sentence' && direction !== undefined)) return true
  return (
    (isOfServer || (direction !== undefined && (isToldBy || isBesidePort))) &&
    all.some((other) => other !== statement && isRight(other, yardstick))
  )
}

/** Whose host it is: another protocol's of the service, or another service's. */
function hostOwner(value: string, { endpoints, canon, service }: Yardstick): string | undefined {
  const own = endpoints.find(({ host }) => host !== undefined && sameHost(host, value))
  if (own) return roleName(own)
  const other = canon?.services.find(
    (each) => each !== service && each.endpoints.some(({ host }) => sameHost(host, value)),
  )
  return other && (other.names[0] ?? other.id)
}

function hostPlaces(own: readonly KnownEndpoint[]): Elsewhere[] {
  return own.flatMap(({ name, host, hostRange }) =>
    host !== undefined && hostRange ? [{ range: hostRange, reason: `\`${name}\` is at ${host}` }] : [],
  )
}
