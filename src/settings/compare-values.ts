import { isSlipOf } from '../text/nearest.ts'
import { serviceNamed } from './canon.ts'
import { anyOf, type Contradiction, type Elsewhere } from './contradiction.ts'
import {
  endpointsFor,
  goesWith,
  roleName,
  sameHost,
  yardstickOf,
  type KnownEndpoint,
  type KnownPort,
  type Yardstick,
} from './endpoints.ts'
import { isExampleHost } from './host.ts'
import { mailPort } from './protocol.ts'
import { directionOf } from './role.ts'
import { isBound, type Statement } from './statement.ts'

/** Whether a port or host is one that its server has. */
export function isRight(statement: Statement, yardstick: Yardstick): boolean {
  const own = endpointsFor(statement, yardstick)
  return statement.kind === 'port'
    ? own.some(({ ports }) => ports.some(({ number }) => number === statement.value))
    : own.some(({ host }) => host !== undefined && sameHost(host, statement.value))
}

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

/** The port that a server has in the place of the one that is registered for its protocol and way to encrypt. */
function movedTo(value: string, own: readonly KnownEndpoint[]): KnownPort | undefined {
  const meant = mailPort(Number(value))
  return own
    .filter(({ protocol }) => protocol === meant?.protocol)
    .flatMap(({ ports }) => ports)
    .find(({ security, number }) => security === meant?.security && number !== value)
}

/** An example may say what is not so; a port that the canon has moved is no example of anything. */
function movedPort(
  statement: Statement,
  own: readonly KnownEndpoint[],
  yardstick: Yardstick,
): Contradiction | undefined {
  const { value, range } = statement
  const moved = movedTo(value, own)
  if (!moved || !yardstick.canon || ownerOf(value, yardstick)) return undefined
  return {
    kind: 'unknown',
    range,
    actual: value,
    reason: `Unexpected port \`${value}\`, expected \`${moved.number}\``,
    answer: moved.number,
    isSafe: true,
    places: placesOf(own, [moved.number]),
    others: [],
  }
}

function wrongPort(
  statement: Statement,
  own: readonly KnownEndpoint[],
  beside: readonly Statement[],
  all: readonly Statement[],
  yardstick: Yardstick,
): Contradiction | undefined {
  const { value, range } = statement
  const isTold =
    isBound(statement) ||
    beside.some(isBound) ||
    (yardstick.canon !== undefined &&
      (statement.account !== undefined || isAmongPorts(statement, all, yardstick)))
  const retired = retiredPlace(statement, yardstick)
  const owner = retired ? undefined : ownerOf(value, yardstick)
  if (!isTold || (owner === undefined && yardstick.canon === undefined)) return undefined
  const answers = answersFor(statement, own, beside)
  const agreeing = owner || retired ? [] : agreeingWith(statement, all, yardstick)
  const subject = isBound(statement) ? ` for ${roleName(statement)}` : ''
  const [answer] = answers
  return {
    kind: owner || retired ? 'value' : agreeing.length > 0 ? 'agreement' : 'unknown',
    range,
    actual: value,
    reason: `Unexpected port \`${value}\`${subject}, expected ${anyOf(answers)}`,
    ...noteOf(retired?.reason ?? (owner && `Port ${value} is ${roleName(owner)}’s`)),
    ...(answers.length === 1 && answer !== undefined && { answer }),
    isSafe: yardstick.canon !== undefined && isBound(statement),
    places: [...(retired ? [retired] : []), ...placesOf(own, answers)],
    others: agreeing,
  }
}

function noteOf(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note }
}

/** The endpoint that a port belongs to, by the canon or as registered. */
function ownerOf(value: string, { endpoints, canon }: Yardstick): { readonly protocol: string } | undefined {
  const owner = endpoints.find(({ ports }) => ports.some(({ number }) => number === value))
  if (owner) return owner
  const registered = mailPort(Number(value))
  // A port that the canon has given up for another is not of its protocol any more.
  return registered && !canon ? registered : undefined
}

/** The ports that could stand there: those of the server that go with the words on encryption and are not named beside. */
function answersFor(
  statement: Statement,
  own: readonly KnownEndpoint[],
  beside: readonly Statement[],
): string[] {
  const { account, cipher, value } = statement
  const moved = movedTo(value, own)
  if (moved) return [moved.number]
  const likely =
    isBound(statement) || account === undefined
      ? own
      : own.filter(({ protocol }) => protocol === account || directionOf(protocol) === 'outgoing')
  const named = new Set(beside.map((other) => other.value))
  const free = likely.flatMap(({ ports }) => ports).filter(({ number }) => !named.has(number))
  const all = free.length > 0 ? free : likely.flatMap(({ ports }) => ports)
  const fitting = cipher ? all.filter(({ security }) => goesWith(cipher.value, security)) : all
  const left = fitting.length > 0 ? fitting : all
  const meant = mailPort(Number(value))?.security
  const alike = left.filter(({ security }) => security === meant)
  const answers = [...new Set((alike.length > 0 ? alike : left).map(({ number }) => number))]
  const meantBySlip = isBound(statement) ? [] : answers.filter((answer) => isSlipOf(value, answer))
  return meantBySlip.length > 0 ? meantBySlip : answers
}

/** Whether the words around speak of the service's ports: a number there that it does not have is a wrong one of these. */
function isAmongPorts(
  { section, cipher }: Statement,
  all: readonly Statement[],
  yardstick: Yardstick,
): boolean {
  return (
    cipher !== undefined ||
    all.some((other) => other.kind === 'port' && other.section === section && isRight(other, yardstick))
  )
}

/** Places of the same section that say what the canon says. */
function agreeingWith(statement: Statement, all: readonly Statement[], yardstick: Yardstick): Elsewhere[] {
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

function wrongHost(
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
  const isSure =
    isBound(statement) ||
    retired !== undefined ||
    all.some((other) => isBound(other) && sameHost(other.value, value))
  return {
    kind: owner || retired ? 'value' : agreeing.length > 0 ? 'agreement' : 'unknown',
    range,
    actual: value,
    reason: `Unexpected host \`${value}\`${isBound(statement) ? ` for ${roleName(statement)}` : ''}, expected ${anyOf(hosts)}`,
    ...noteOf(retired?.reason ?? (owner && `\`${value}\` is ${owner}’s`)),
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

function retiredPlace({ kind, value }: Statement, { canon, service }: Yardstick): Elsewhere | undefined {
  const found = canon?.retired.find(
    (each) =>
      (each.service === undefined || each.service === service?.id) &&
      (kind === 'port' ? String(each.port) === value : each.host !== undefined && sameHost(each.host, value)),
  )
  return found && { range: found.range, reason: found.message }
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

function placesOf(own: readonly KnownEndpoint[], answers: readonly string[]): Elsewhere[] {
  return own.flatMap(({ name, ports }) =>
    ports.flatMap(({ number, range }) =>
      range && answers.includes(number) ? [{ range, reason: `\`${name}\` has ${number}` }] : [],
    ),
  )
}

function hostPlaces(own: readonly KnownEndpoint[]): Elsewhere[] {
  return own.flatMap(({ name, host, hostRange }) =>
    host !== undefined && hostRange ? [{ range: hostRange, reason: `\`${name}\` is at ${host}` }] : [],
  )
}
