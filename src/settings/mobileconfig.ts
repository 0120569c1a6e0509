import { hashOf } from '../text/edit.ts'
import type { Endpoint, Service } from './canon.ts'
import type { Loss } from './import.ts'
import { protocols } from './protocol.ts'
import { xmlEscaped } from './xml.ts'

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

const methods: Readonly<Record<string, string>> = {
  'password-cleartext': 'EmailAuthPassword',
  'password-encrypted': 'EmailAuthCRAMMD5',
  NTLM: 'EmailAuthNTLM',
  none: 'EmailAuthNone',
}

/**
 * Writes a service as an Apple configuration profile: one account of mail.
 * @see https://developer.apple.com/documentation/devicemanagement/mail
 */
export function exportMobileconfig(
  service: Service,
): { readonly text: string; readonly losses: readonly Loss[] } | { readonly problem: string } {
  const incoming =
    service.endpoints.find(({ protocol }) => protocol === 'imap') ??
    service.endpoints.find(({ protocol }) => protocol === 'pop3')
  const outgoing = service.endpoints.find(({ protocol }) => protocol === 'smtp')
  if (!incoming || !outgoing) {
    const missing = incoming ? 'an endpoint for SMTP' : 'an endpoint for IMAP or POP3'
    return {
      problem: `Unexpected service \`${service.id}\` without ${missing}, expected one: a profile holds a whole account`,
    }
  }
  const name = service.names[0] ?? service.id
  const account = {
    PayloadType: 'com.apple.mail.managed',
    PayloadVersion: 1,
    PayloadIdentifier: `${service.id}.mail`,
    PayloadUUID: uuidOf(`${service.id} mail`),
    PayloadDisplayName: name,
    EmailAccountDescription: name,
    EmailAccountType: incoming.protocol === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    ...serverKeys('IncomingMailServer', incoming),
    ...serverKeys('OutgoingMailServer', outgoing),
    OutgoingPasswordSameAsIncomingPassword: true,
  }
  const profile = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: service.id,
    PayloadUUID: uuidOf(service.id),
    PayloadDisplayName: name,
    PayloadContent: [account],
  }
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
  const text = `${head}<plist version="1.0">\n${plist(profile, '')}\n</plist>\n`
  return { text, losses: lossesOf(service, incoming, outgoing) }
}

function serverKeys(
  prefix: string,
  { host, ports: [port], authentication }: Endpoint,
): Record<string, Value> {
  return {
    [`${prefix}HostName`]: host,
    [`${prefix}PortNumber`]: port?.number ?? 0,
    [`${prefix}UseSSL`]: port?.security !== 'none',
    [`${prefix}Authentication`]: methodOf(authentication),
  }
}

function methodOf(authentication: readonly string[]): string {
  const known = authentication.find((method) => Object.hasOwn(methods, method))
  return (known === undefined ? undefined : methods[known]) ?? 'EmailAuthPassword'
}

function lossesOf({ endpoints, domains }: Service, incoming: Endpoint, outgoing: Endpoint): Loss[] {
  const losses: string[] = []
  for (const endpoint of endpoints) {
    const { name, protocol, ports, username, host } = endpoint
    if (endpoint !== incoming && endpoint !== outgoing) {
      losses.push(
        `\`${name}\` (${protocols[protocol]?.title ?? protocol}) was left out: a profile holds one incoming and one outgoing server`,
      )
      continue
    }
    if (ports.length > 1)
      losses.push(
        `The other ports of \`${name}\` were left out: ${ports
          .slice(1)
          .map(({ number }) => number)
          .join(', ')}`,
      )
    if (ports[0]?.security === 'starttls')
      losses.push(
        `That \`${name}\` begins with STARTTLS was left out: \`UseSSL\` cannot tell it from SSL/TLS`,
      )
    if (username !== undefined)
      losses.push(`The user name of \`${name}\` was left out: the device asks for it`)
    if (host.includes('%'))
      losses.push(`\`${host}\` stands in the profile as it is: a device does not fill in \`%\``)
  }
  if (domains.length > 0) losses.push('The domains were left out: a profile has no place for them')
  return losses.map((reason) => ({ reason }))
}

/** The same for the same name, so that the same settings make the same profile. */
function uuidOf(name: string): string {
  const digits = hashOf(`hexapla ${name}`)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
    .join('-')
    .toUpperCase()
}

/** A value as a property list writes it. */
function plist(value: Value, indent: string): string {
  if (typeof value === 'string') return `${indent}<string>${xmlEscaped(value)}</string>`
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`
  if (typeof value === 'boolean') return `${indent}<${value ? 'true' : 'false'}/>`
  const inner = `${indent}\t`
  if (Array.isArray(value)) {
    const items = (value as readonly Value[]).map((each) => plist(each, inner))
    return [`${indent}<array>`, ...items, `${indent}</array>`].join('\n')
  }
  const entries = Object.entries(value as Readonly<Record<string, Value>>).flatMap(([key, each]) => [
    `${inner}<key>${xmlEscaped(key)}</key>`,
    plist(each, inner),
  ])
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`].join('\n')
}
