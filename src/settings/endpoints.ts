import type { Range } from '../text/range.ts'
import type { Canon, Service } from './canon.ts'
import { protocols, type Direction, type Security, type StatedSecurity } from './protocol.ts'

/** One port as guides may state it, with its place in the settings file where it stands in one. */
export interface KnownPort {
  readonly number: string
  readonly security: Security
  readonly range?: Range
}

/** Where a protocol is reached, as far as is known. */
export interface KnownEndpoint {
  readonly name: string
  readonly protocol: string
  readonly direction?: Direction
  readonly ports: readonly KnownPort[]
  readonly host?: string
  readonly hostRange?: Range
}

/** What a guide is held against: a service of the canon, or what is registered for mail everywhere. */
export interface Yardstick {
  readonly canon?: Canon
  readonly service?: Service
  readonly endpoints: readonly KnownEndpoint[]
}

/** The ports that are registered for mail: what holds where no settings file says more. */
export const registeredYardstick: Yardstick = {
  endpoints: Object.entries(protocols).flatMap(([name, { direction, ports }]) =>
    direction === undefined
      ? []
      : [
          {
            name,
            protocol: name,
            direction,
            ports: Object.entries(ports).map(([security, port]) => ({
              number: String(port),
              security: security as Security,
            })),
          },
        ],
  ),
}

/** What the guides of a service are held against. */
export function yardstickOf(canon: Canon, service: Service): Yardstick {
  const endpoints = service.endpoints.map(({ name, protocol, direction, ports, host, hostRange }) => ({
    name,
    protocol,
    ...(direction !== undefined && { direction }),
    ports: ports.map(({ number, security, range }) => ({ number: String(number), security, range })),
    host,
    hostRange,
  }))
  return { canon, service, endpoints }
}

/** The endpoints that a statement can be of. */
export function endpointsFor(
  { protocol, direction }: { readonly protocol?: string; readonly direction?: Direction },
  { endpoints }: Yardstick,
): readonly KnownEndpoint[] {
  if (protocol !== undefined) return endpoints.filter((endpoint) => endpoint.protocol === protocol)
  return direction === undefined
    ? endpoints
    : endpoints.filter((endpoint) => endpoint.direction === direction)
}

/** Whether words on encryption go with a port: old guides call STARTTLS “without SSL”. */
export function goesWith(stated: StatedSecurity, security: Security): boolean {
  if (stated === 'encrypted') return security !== 'none'
  return stated === security || (stated === 'none' && security === 'starttls')
}

/** Hosts are the same in any letter case, with or without the dot at their end. */
export function sameHost(a: string, b: string): boolean {
  return a.replace(/\.$/, '').toLowerCase() === b.replace(/\.$/, '').toLowerCase()
}

/** What people call a server: `IMAP`, `outgoing mail`. */
export function roleName({
  protocol,
  direction,
}: {
  readonly protocol?: string
  readonly direction?: Direction
}): string {
  if (protocol !== undefined) return protocols[protocol]?.title ?? protocol
  return direction === undefined ? 'mail' : `${direction} mail`
}
