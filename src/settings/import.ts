import { stringify } from 'yaml'
import type { CanonData, EndpointData, ServiceData } from './canon-schema.ts'
import { protocols, type Security } from './protocol.ts'

/** What an import or an export could not carry over. */
export interface Loss {
  /** From 1, in the file that was read; left out of what was written. */
  readonly line?: number
  readonly reason: string
}

/** Why a file cannot be imported, and where. */
export interface ImportProblem {
  readonly line: number
  readonly column: number
  readonly reason: string
}

/** What was read of a file. */
export type Imported =
  { readonly data: CanonData; readonly losses: readonly Loss[] } | { readonly problem: ImportProblem }

/** One server as other formats know it: one host, one port, one way to encrypt. */
export interface Server {
  readonly protocol: string
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly authentication: readonly string[]
  readonly username?: string
  readonly srv?: { readonly priority: number; readonly weight: number }
}

/** Servers as the endpoints of a service: those that differ in port and encryption alone are one, in their order. */
export function endpointsOf(servers: readonly Server[]): ServiceData['endpoints'] {
  const endpoints: Record<string, EndpointData> = {}
  const counts = new Map<string, number>()
  let last: { server: Server; name: string } | undefined
  for (const server of servers) {
    const { protocol, host, port, security, authentication, username, srv } = server
    const before = last && endpoints[last.name]
    if (last && before && isSame(last.server, server) && before.ports[security] === undefined) {
      endpoints[last.name] = { ...before, ports: { ...before.ports, [security]: port } }
      continue
    }
    const count = (counts.get(protocol) ?? 0) + 1
    counts.set(protocol, count)
    const base = protocol === 'smtp' ? 'submission' : protocol
    const name = count === 1 ? base : `${base}-${count}`
    endpoints[name] = {
      ...(count > 1 && { protocol }),
      host,
      ports: { [security]: port },
      ...(authentication.length > 0 && { authentication }),
      ...(username !== undefined && { username }),
      ...(srv && { srv }),
    }
    last = { server, name }
  }
  return endpoints
}

function isSame(a: Server, b: Server): boolean {
  const shared = (server: Server): string =>
    JSON.stringify([server.protocol, server.host, server.authentication, server.username, server.srv])
  return shared(a) === shared(b)
}

/** A settings file with what was imported. */
export function settingsText(data: CanonData): string {
  return stringify(data, { lineWidth: 0 })
}

/** Protocols that an import of mail knows. */
export function isMail(protocol: string): boolean {
  return protocols[protocol]?.direction !== undefined && Object.hasOwn(protocols, protocol)
}
