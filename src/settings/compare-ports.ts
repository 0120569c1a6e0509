import { isSlipOf } from '../text/nearest.ts'
import { anyOf, type Contradiction, type Elsewhere } from './contradiction.ts'
import { goesWith, roleName, type KnownEndpoint, type KnownPort, type Yardstick } from './endpoints.ts'
import { mailPort } from './protocol.ts'
import { agreeingWith, isRight, retiredPlace } from './right-values.ts'
import { directionOf } from './role.ts'
import { isBound, type Statement } from './statement.ts'

/** What is wrong with a port that its server does not have; `beside` are the other values of its list, `all` those of the document. */
export function wrongPort(
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
  const note = retired?.reason ?? (owner && `Port ${value} is ${roleName(owner)}’s`)
  return {
    kind: owner || retired ? 'value' : agreeing.length > 0 ? 'agreement' : 'unknown',
    range,
    actual: value,
    reason: `Unexpected port \`${value}\`${subject}, expected ${anyOf(answers)}`,
    ...(note !== undefined && { note }),
    ...(answers.length === 1 && answer !== undefined && { answer }),
    isSafe: yardstick.canon !== undefined && isBound(statement),
    places: [...(retired ? [retired] : []), ...placesOf(own, answers)],
    others: agreeing,
  }
}

/** An example may say what is not so; a port that the canon has moved is no example of anything. */
export function movedPort(
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

/** The port that a server has in the place of the one that is registered for its protocol and way to encrypt. */
function movedTo(value: string, own: readonly KnownEndpoint[]): KnownPort | undefined {
  const meant = mailPort(Number(value))
  return own
    .filter(({ protocol }) => protocol === meant?.protocol)
    .flatMap(({ ports }) => ports)
    .find(({ security, number }) => security === meant?.security && number !== value)
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

function placesOf(own: readonly KnownEndpoint[], answers: readonly string[]): Elsewhere[] {
  return own.flatMap(({ name, ports }) =>
    ports.flatMap(({ number, range }) =>
      range && answers.includes(number) ? [{ range, reason: `\`${name}\` has ${number}` }] : [],
    ),
  )
}
