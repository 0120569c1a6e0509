import type { Cipher } from './cipher.ts'
import { mailPort } from './protocol.ts'
import { confidence, type SecurityStatement, type Statement } from './statement.ts'

/** A statement that the words behind it may still complete. */
export type Draft = { -readonly [Key in keyof Statement]: Statement[Key] }

/** Lines, fields or sentences that speak of one server. */
export interface Group {
  readonly values: Draft[]
  /** Those whose own words say nothing of encryption. */
  readonly ports: Draft[]
  readonly ciphers: Cipher[]
  /** False in prose, where what one sentence says of encryption need not hold for the next. */
  isClose: boolean
}

export function emptyGroup(): Group {
  return { values: [], ports: [], ciphers: [], isClose: true }
}

/** Ends a group: the encryption that it names is that of its ports, and a host is of the server of the port beside it. */
export function settle({ values, ports, ciphers, isClose }: Group): void {
  const open = ports.filter(({ cipher }) => cipher === undefined)
  const [first] = ciphers
  const isOne = new Set(ciphers.map(({ value }) => value)).size === 1
  for (const [index, port] of open.entries()) {
    const cipher = isOne ? first : ciphers.length === open.length ? ciphers[index] : undefined
    if (cipher && (isClose || fits(port.value, cipher))) port.cipher = cipher
  }
  shareRole(values)
}

function fits(port: string, { value }: Cipher): boolean {
  return value === 'encrypted' || mailPort(Number(port))?.security === value
}

/** A host beside a port is of the port's server. */
function shareRole(values: readonly Draft[]): void {
  const told = values.filter(({ kind, direction }) => kind === 'port' && direction !== undefined)
  const [first] = told
  if (
    !first ||
    told.some(({ direction, protocol }) => direction !== first.direction || protocol !== first.protocol)
  )
    return
  for (const host of values) {
    if (host.kind !== 'host' || host.basis !== 'none') continue
    if (first.protocol !== undefined) host.protocol = first.protocol
    if (first.direction !== undefined) host.direction = first.direction
    host.basis = 'number'
    host.confidence = confidence.number
  }
}

/** `TLS encrypts the connection` names one way, not two. */
export function namedFirst(ciphers: readonly Cipher[]): readonly Cipher[] {
  const named = ciphers.filter(({ isNamed }) => isNamed)
  return named.length > 0 ? named : ciphers
}

/** The words on encryption with the ports that they were found to speak of. */
export function securitiesOf(values: readonly Statement[]): SecurityStatement[] {
  const byPlace = new Map<string, { cipher: Cipher; of: Statement[]; section: number }>()
  for (const value of values) {
    const { cipher, kind, section } = value
    if (!cipher || kind === 'host') continue
    const key = `${cipher.range.start}-${cipher.range.end}`
    const known = byPlace.get(key) ?? { cipher, of: [], section }
    known.of.push(value)
    byPlace.set(key, known)
  }
  return [...byPlace.values()].sort((a, b) => a.cipher.range.start - b.cipher.range.start)
}
