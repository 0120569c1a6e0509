import { linesOf } from '../text/source.ts'
import type { Service } from './canon.ts'
import { isHost } from './host.ts'
import { endpointsOf, isMail, type Imported, type Loss, type Server } from './import.ts'
import { protocols } from './protocol.ts'
import { meaningOfSrv, srvRecordOf } from './record.ts'

/** Longer ones are no list of services. */
const mostCharacters = 1024 * 1024

/** Reads the SRV lines of a zone; others are named and left out. */
export function importZone(text: string): Imported {
  if (text.length > mostCharacters) {
    const reason = `Unexpected zone of ${text.length} characters, expected at most ${mostCharacters}`
    return { problem: { line: 1, column: 1, reason } }
  }
  const losses: Loss[] = []
  const servers: Server[] = []
  const domains = new Set<string>()
  for (const [index, range] of linesOf(text).entries()) {
    const line = text.slice(range.start, range.end).replace(/;.*$/, '')
    const place = { line: index + 1 }
    if (line.trim() === '') continue
    if (!/^\s*_/.test(line)) {
      losses.push({ ...place, reason: 'The line was left out: it is no SRV record' })
      continue
    }
    const record = srvRecordOf(line)
    if (!record) {
      const reason =
        'Unexpected end of the line, expected `_imaps._tcp.example.net. SRV PRIORITY WEIGHT PORT HOST`'
      return { problem: { ...place, column: line.trimEnd().length + 1, reason } }
    }
    const { service, host, port, priority, weight, domain, hostRange, portRange } = record
    const meaning = meaningOfSrv(service)
    if (!meaning || !isMail(meaning.protocol)) {
      losses.push({ ...place, reason: `\`_${service}\` was left out: it is no service of mail` })
      continue
    }
    if (host === '') {
      losses.push({
        ...place,
        reason: `\`_${service}\` was left out: its host \`.\` says that it is not offered`,
      })
      continue
    }
    if (port < 1 || port > 65_535)
      return {
        problem: {
          ...place,
          column: portRange.start + 1,
          reason: `Unexpected port \`${port}\`, expected a number from 1 to 65535`,
        },
      }
    if (!isHost(host))
      return {
        problem: {
          ...place,
          column: hostRange.start + 1,
          reason: `Unexpected host \`${host}\`, expected a host name such as \`imap.example.com\``,
        },
      }
    if (isHost(domain)) domains.add(domain)
    servers.push({ ...meaning, host, port, authentication: [], srv: { priority, weight } })
  }
  if (servers.length === 0)
    return {
      problem: {
        line: 1,
        column: 1,
        reason:
          'Unexpected zone without a record of mail, expected lines such as `_imaps._tcp.example.net. SRV 0 1 993 imap.example.net.`',
      },
    }
  const [first = 'mail'] = domains
  const service = { ...(domains.size > 0 && { domains: [...domains] }), endpoints: endpointsOf(servers) }
  return { data: { services: { [first.toLowerCase()]: service } }, losses }
}

/** Writes a service as SRV records, a line for each of its ports and domains. */
export function exportZone({ domains, endpoints, names }: Service): {
  readonly text: string
  readonly losses: readonly Loss[]
} {
  const losses: Loss[] = []
  const lines = (domains.length > 0 ? domains.map((domain) => `.${domain}.`) : ['']).flatMap((domain) =>
    endpoints.flatMap(({ protocol, host, ports, srv }) =>
      ports.flatMap(({ number, security }) => {
        const service = protocols[protocol]?.srv[security]
        const { priority, weight } = srv ?? { priority: 0, weight: 1 }
        return service === undefined
          ? []
          : [`_${service}._tcp${domain} SRV ${priority} ${weight} ${number} ${host}.`]
      }),
    ),
  )
  for (const { name, protocol, ports, authentication, username, host } of endpoints) {
    for (const { security, number } of ports)
      if (protocols[protocol]?.srv[security] === undefined)
        losses.push({
          reason: `Port ${number} of \`${name}\` was left out: no service name is registered for it`,
        })
    if (authentication.length > 0 || username !== undefined)
      losses.push({
        reason: `User name and authentication of \`${name}\` were left out: a record has no place for them`,
      })
    if (host.includes('%'))
      losses.push({ reason: `\`${host}\` stands in the records as it is: nothing fills in \`%\`` })
  }
  if (names.length > 0) losses.push({ reason: 'The names were left out: a record has no place for them' })
  return { text: lines.map((line) => `${line}\n`).join(''), losses }
}
