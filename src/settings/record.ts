import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { linesOf } from '../text/source.ts'
import { protocols, type Security } from './protocol.ts'

/** A line of a zone that says where a service is: `_imaps._tcp.example.net. SRV 0 1 993 ssl0.ovh.net.` */
export interface SrvRecord {
  /** Without `_`: `imaps`. */
  readonly service: string
  readonly serviceRange: Range
  readonly priority: number
  readonly weight: number
  readonly port: number
  readonly portRange: Range
  /** Without the dot at its end; empty where the service is not offered. */
  readonly host: string
  readonly hostRange: Range
  /** The name without the service: `example.net`. */
  readonly domain: string
}

const pattern =
  /^(?<before>\s*_)(?<service>[\w-]{1,63})(?<name>\._(?:tcp|udp)(?:\.(?<domain>[\w.%-]{0,253}))?\s+(?:\d+[smhdw]?\s+)?(?:IN\s+)?SRV\s+(?<priority>\d{1,5})\s+(?<weight>\d{1,5})\s+)(?<port>\d{1,5})(?<space>\s+)(?<host>[\w.%-]{1,255})/i

/** Reads a line of a zone; undefined for any other. `start` is where it begins in its text. */
export function srvRecordOf(line: string, start = 0): SrvRecord | undefined {
  const groups = pattern.exec(line)?.groups
  if (!groups) return undefined
  const { before = '', service = '', name = '', domain = '', port = '', space = '', host = '' } = groups
  const serviceStart = start + before.length
  const portStart = serviceStart + service.length + name.length
  const hostStart = portStart + port.length + space.length
  const bare = host.replace(/\.$/, '')
  return {
    service: service.toLowerCase(),
    serviceRange: { start: serviceStart, end: serviceStart + service.length },
    priority: Number(groups.priority),
    weight: Number(groups.weight),
    port: Number(port),
    portRange: { start: portStart, end: portStart + port.length },
    host: bare,
    hostRange: { start: hostStart, end: hostStart + bare.length },
    domain: domain.replace(/\.$/, ''),
  }
}

/** The zone lines in the code of a document. */
export function recordsIn(text: string, { code }: Pick<Facts, 'code'>): SrvRecord[] {
  if (!/SRV\s/i.test(text)) return []
  return code.flatMap(({ form, range }) => {
    const ticks =
      form === 'inline' ? (/^`+\s*/.exec(text.slice(range.start, range.start + 20))?.[0].length ?? 0) : 0
    return linesOf(text, { start: range.start + ticks, end: range.end }).flatMap(
      (line) =>
        srvRecordOf(text.slice(line.start, Math.min(line.end, line.start + longest)), line.start) ?? [],
    )
  })
}

const longest = 1000

/** What the name of a service tells: `imaps` is IMAP with TLS from the first byte. */
export function meaningOfSrv(service: string): { protocol: string; security: Security } | undefined {
  return services.get(service)
}

const services = new Map(
  Object.entries(protocols).flatMap(([protocol, { srv }]) =>
    Object.entries(srv).map(([security, name]) => [name, { protocol, security: security as Security }]),
  ),
)
