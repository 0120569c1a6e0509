import { anyOf, type Contradiction } from './contradiction.ts'
import { endpointsFor, goesWith, type KnownPort, type Yardstick } from './endpoints.ts'
import { isRight } from './right-values.ts'
import { directionOf } from './role.ts'
import type { Statement } from './statement.ts'

/**
 * A port that stands twice in one list: `993 or 993`. Which of the two is wrong is told by the order of the other
 * lists of the document, that of the ways to encrypt or of the directions; where none tells, it is the second.
 */
export function repeatedPort(
  list: readonly Statement[],
  lists: readonly (readonly Statement[])[],
  yardstick: Yardstick,
): Contradiction | undefined {
  const ports = list.filter(({ kind }) => kind === 'port')
  const at = ports.findIndex(({ value }, index) => ports.findIndex((other) => other.value === value) < index)
  const [second, first] = [ports[at], ports.find(({ value }) => value === ports[at]?.value)]
  if (!second || !first || !isRight(second, yardstick)) return undefined
  const place = ports.length === 2 ? usualPlace(second, ports, lists, yardstick) : 0
  const wrong = place === 0 ? second : first
  const named = new Set(ports.map(({ value }) => value))
  const answers = missingPorts(second, ports, yardstick)
    .filter(({ number }) => !named.has(number))
    .map(({ number }) => number)
  const [answer] = answers
  const expected = answers.length > 0 ? anyOf(answers) : 'another port'
  return {
    kind: 'repeat',
    range: wrong.range,
    actual: wrong.value,
    reason: `Unexpected second \`${wrong.value}\`, expected ${expected}`,
    ...(answers.length === 1 && answer !== undefined && { answer }),
    isSafe: yardstick.canon !== undefined,
    places: [],
    others: [
      { range: (wrong === second ? first : second).range, reason: `\`${wrong.value}\` stands here, too` },
    ],
  }
}

/** Where the right one of two equal ports stands, as far as the other lists tell. */
function usualPlace(
  port: Statement,
  ports: readonly Statement[],
  lists: readonly (readonly Statement[])[],
  yardstick: Yardstick,
): 0 | 1 {
  const isMixed = port.basis === 'number'
  const kindOf = (each: Statement): string | undefined =>
    isMixed ? each.direction : knownPort(each, yardstick)?.security
  let votes = 0
  for (const other of lists) {
    const [a, b, ...more] = other.filter(({ kind }) => kind === 'port')
    if (
      !a ||
      !b ||
      more.length > 0 ||
      a === ports[0] ||
      a.value === b.value ||
      (a.basis === 'number') !== isMixed
    )
      continue
    if (kindOf(a) === kindOf(b)) continue
    if (kindOf(a) === kindOf(port)) votes++
    else if (kindOf(b) === kindOf(port)) votes--
  }
  return votes < 0 ? 1 : 0
}

function knownPort(statement: Statement, yardstick: Yardstick): KnownPort | undefined {
  return endpointsFor(statement, yardstick)
    .flatMap(({ ports }) => ports)
    .find(({ number }) => number === statement.value)
}

/** The ports that could stand beside: the server's other one, or, of a list of servers, another server's with the same encryption. */
function missingPorts(port: Statement, ports: readonly Statement[], yardstick: Yardstick): KnownPort[] {
  const { account, cipher } = port
  if (port.basis !== 'number') return endpointsFor(port, yardstick).flatMap((endpoint) => endpoint.ports)
  const security = cipher?.value ?? knownPort(port, yardstick)?.security ?? 'encrypted'
  const servers = yardstick.endpoints.filter(
    ({ protocol }) =>
      !ports.some((other) => other.protocol === protocol) &&
      (account === undefined || protocol === account || directionOf(protocol) === 'outgoing'),
  )
  return servers.flatMap((endpoint) => endpoint.ports).filter((each) => goesWith(security, each.security))
}
