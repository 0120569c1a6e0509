import type { Range } from '../text/range.ts'
import type { Cipher } from './cipher.ts'
import { yardstickFor } from './compare-values.ts'
import { anyOf, type Contradiction } from './contradiction.ts'
import { endpointsFor, goesWith, roleName, type KnownPort, type Yardstick } from './endpoints.ts'
import type { Security, StatedSecurity } from './protocol.ts'
import { isRight } from './right-values.ts'
import type { SecurityStatement, Statement } from './statement.ts'

/** What people call a way to encrypt. */
const titles: Readonly<Record<StatedSecurity, string>> = {
  tls: 'SSL/TLS',
  starttls: 'STARTTLS',
  none: 'no encryption',
  encrypted: 'encryption',
}

const obsolete =
  'Mail without encryption is obsolete (RFC 8314): this port upgrades to TLS by STARTTLS before the password is sent'

/** A port under words on encryption, with what is true of it. */
interface Pairing {
  readonly port: Statement
  readonly known: KnownPort
}

/** Where words on encryption and ports contradict each other; the word is to blame where all of its ports do. */
export function securityContradictions(
  securities: readonly SecurityStatement[],
  guide: Yardstick,
): Contradiction[] {
  const pairings = securities.map(({ cipher, of }) => ({
    cipher,
    ports: of.flatMap((port): Pairing[] => {
      const known = port.isExample ? undefined : knownPort(port, yardstickFor(port, guide))
      return known ? [{ port, known }] : []
    }),
  }))
  const right = pairings.flatMap(({ cipher, ports }) =>
    ports.filter(({ known }) => goesWith(cipher.value, known.security)).map(({ port }) => port),
  )
  return pairings.flatMap(({ cipher, ports }): Contradiction[] => {
    const wrong = ports.filter(({ known }) => !goesWith(cipher.value, known.security))
    const isWholly = wrong.length === ports.length
    const [only] = wrong
    if (wrong.length === 0) return cleartext(cipher, ports)
    const blamed = !isWholly
      ? 'port'
      : wrong.length > 1 || !only
        ? 'word'
        : blameOf(only.port, cipher, right, securities)
    if (blamed === 'word') return [wrongWord(cipher, wrong, cipher.range)]
    const lone = wrong.map((each) =>
      blamed === 'pair'
        ? wrongWord(cipher, [each], around(cipher.range, each.port.range))
        : wrongPort(cipher, each, guide, ports),
    )
    return [
      ...lone,
      ...cleartext(
        cipher,
        ports.filter((each) => !wrong.includes(each)),
      ),
    ]
  })
}

/** The port by what is true of it: its server's, where the server has it. */
function knownPort(port: Statement, yardstick: Yardstick): KnownPort | undefined {
  if (!isRight(port, yardstick)) return undefined
  return endpointsFor(port, yardstick)
    .flatMap(({ ports }) => ports)
    .find(({ number }) => number === port.value)
}

/** Of one word and one port, which is wrong: the one whose like stands elsewhere in good company. */
function blameOf(
  port: Statement,
  cipher: Cipher,
  right: readonly Statement[],
  securities: readonly SecurityStatement[],
): 'port' | 'word' | 'pair' {
  const isBeside = (other: Statement): boolean => other.scope === port.scope
  const isInTable = port.place === 'table'
  // Tables do not repeat each other, nor do the sentences of one section; a table and the prose do.
  const isOfKind = (other: Statement): boolean =>
    isInTable ? other.place === 'table' : other.place !== 'table' && other.section === port.section
  return (
    byRepeat(port, cipher, right.filter(isBeside)) ??
    byCompany(cipher, securities, isBeside) ??
    byRepeat(port, cipher, right.filter(isOfKind)) ??
    byAgreement(
      port,
      cipher,
      right.filter((other) => !isOfKind(other)),
    ) ??
    byCompany(cipher, securities, ({ place }) => place === 'table') ??
    'pair'
  )
}

/** `143 SSL, 143 STARTTLS`: the port stands twice. `993 STARTTLS, 143 STARTTLS`: the word does. */
function byRepeat(port: Statement, cipher: Cipher, right: readonly Statement[]): 'port' | 'word' | undefined {
  const own = right.filter((other) => other.direction === port.direction && other.protocol === port.protocol)
  const hasPort = own.some(({ value }) => value === port.value)
  const hasWord = own.some((other) => other.cipher?.value === cipher.value)
  return hasPort === hasWord ? undefined : hasPort ? 'port' : 'word'
}

/** Elsewhere the server has this word on another port: the port is wrong here; or this port with another word: the word is. */
function byAgreement(
  port: Statement,
  cipher: Cipher,
  right: readonly Statement[],
): 'port' | 'word' | undefined {
  const blamed = byRepeat(port, cipher, right)
  return blamed === undefined ? undefined : blamed === 'port' ? 'word' : 'port'
}

/** Where all words around are the same, the one that differs is wrong; where it does not, the port is. */
function byCompany(
  cipher: Cipher,
  securities: readonly SecurityStatement[],
  isNear: (port: Statement) => boolean,
): 'port' | 'word' | undefined {
  const words = securities
    .filter(({ cipher: other, of }) => other !== cipher && of.some(isNear))
    .map((each) => each.cipher.value)
  const [first] = words
  if (first === undefined || words.some((word) => word !== first)) return undefined
  return first === cipher.value ? 'port' : 'word'
}

function wrongWord(cipher: Cipher, wrong: readonly Pairing[], range: Range): Contradiction {
  const ports = wrong.map(({ port }) => `\`${port.value}\``).join(' and ')
  const expected = [...new Set(wrong.map(({ known }) => titles[known.security]))]
  return {
    kind: 'security',
    range,
    actual: titles[cipher.value],
    reason: `Unexpected ${titles[cipher.value]} for port ${ports}, expected ${expected.join(' and ')}`,
    ...(cipher.value === 'none' && { note: obsolete.replace(/:.*/, '') }),
    isSafe: false,
    places: placesOf(wrong),
    others: wrong.map(({ port }) => ({ range: port.range, reason: `\`${port.value}\` stands here` })),
  }
}

function wrongPort(
  cipher: Cipher,
  { port, known }: Pairing,
  guide: Yardstick,
  beside: readonly Pairing[],
): Contradiction {
  const yardstick = yardstickFor(port, guide)
  const named = new Set(beside.filter((each) => each.port.list === port.list).map((each) => each.port.value))
  const servers = port.basis === 'number' ? yardstick.endpoints : endpointsFor(port, yardstick)
  const fitting = servers
    .filter(
      ({ protocol }) =>
        port.basis !== 'number' ||
        !beside.some((each) => each.port !== port && each.port.protocol === protocol),
    )
    .filter(
      ({ protocol }) =>
        port.basis !== 'number' ||
        port.account === undefined ||
        protocol === port.account ||
        protocol === 'smtp',
    )
    .flatMap(({ ports }) => ports)
    .filter(({ number, security }) => goesWith(cipher.value, security) && !named.has(number))
  const answers = [...new Set(fitting.map(({ number }) => number))]
  const [answer] = answers
  const expected = answers.length > 0 ? anyOf(answers) : titles[known.security]
  return {
    kind: 'security',
    range: port.range,
    actual: port.value,
    reason: `Unexpected port \`${port.value}\` with ${titles[cipher.value]}, expected ${expected}`,
    note: `${roleName(port)} on ${port.value} is ${titles[known.security]}`,
    ...(answers.length === 1 && answer !== undefined && { answer }),
    isSafe: yardstick.canon !== undefined,
    places: placesOf([{ port, known }]),
    others: [{ range: cipher.range, reason: `${titles[cipher.value]} is said here` }],
  }
}

/** `SSL off` on ports of STARTTLS: what old guides say, and what nobody should do. */
function cleartext(cipher: Cipher, ports: readonly Pairing[]): Contradiction[] {
  const old = ports.filter(({ known }) => cipher.value === 'none' && known.security !== 'none')
  if (old.length === 0) return []
  const numbers = old.map(({ port }) => `\`${port.value}\``).join(' and ')
  return [
    {
      kind: 'cleartext',
      range: cipher.range,
      actual: titles.none,
      reason: `Unexpected ${titles.none} for port ${numbers}, expected STARTTLS`,
      note: obsolete,
      isSafe: false,
      places: placesOf(old),
      others: old.map(({ port }) => ({ range: port.range, reason: `\`${port.value}\` stands here` })),
    },
  ]
}

function placesOf(pairings: readonly Pairing[]): { range: Range; reason: string }[] {
  const words: Readonly<Record<Security, string>> = { tls: 'tls', starttls: 'starttls', none: 'none' }
  return pairings.flatMap(({ known }) =>
    known.range ? [{ range: known.range, reason: `${known.number} is \`${words[known.security]}\`` }] : [],
  )
}

function around(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
