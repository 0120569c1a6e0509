import type { Service } from './canon.ts'
import { isHost } from './host.ts'
import { endpointsOf, isMail, type Imported, type ImportProblem, type Loss, type Server } from './import.ts'
import { protocols, type Security } from './protocol.ts'
import { readXml, xmlEscaped, type XmlElement } from './xml.ts'

const socketTypes: Readonly<Record<string, Security>> = { SSL: 'tls', STARTTLS: 'starttls', plain: 'none' }

/** The elements that a settings file has room for. */
const carried: ReadonlySet<string> = new Set(['domain', 'displayName', 'displayShortName'])
const carriedOfServer: ReadonlySet<string> = new Set([
  'hostname',
  'port',
  'socketType',
  'username',
  'authentication',
])

/**
 * Reads the settings of a mail provider in Thunderbird's autoconfig format.
 * @see https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat
 */
export function importAutoconfig(text: string): Imported {
  const read = readXml(text)
  if ('problem' in read) return read
  const { root } = read
  const provider =
    root.name === 'clientConfig' ? root.children.find(({ name }) => name === 'emailProvider') : undefined
  if (!provider)
    return failure(
      root,
      `Unexpected \`<${root.name}>\`, expected \`<clientConfig>\` with an \`<emailProvider>\` in it`,
    )
  const losses: Loss[] = lossesAmong(root.children, new Set(['emailProvider']))
  const servers: Server[] = []
  const rest: XmlElement[] = []
  for (const element of provider.children) {
    const type = element.attributes.type ?? ''
    if (element.name !== 'incomingServer' && element.name !== 'outgoingServer') rest.push(element)
    else if (!isMail(type))
      losses.push({
        line: element.line,
        reason: `The server of type \`${type}\` was left out: a settings file knows \`imap\`, \`pop3\` and \`smtp\``,
      })
    else {
      const server = serverOf(element, type)
      if ('problem' in server) return server
      servers.push(server)
      losses.push(...lossesAmong(element.children, carriedOfServer))
    }
  }
  losses.push(...lossesAmong(rest, carried))
  if (servers.length === 0)
    return failure(
      provider,
      'Unexpected provider without a server of mail, expected `<incomingServer>` or `<outgoingServer>`',
    )
  const id = idOf(provider)
  const texts = (name: string): string[] =>
    provider.children
      .filter((child) => child.name === name)
      .map((child) => child.text.trim())
      .filter(Boolean)
  const names = [...new Set([...texts('displayName').slice(0, 1), ...texts('displayShortName').slice(0, 1)])]
  const domains = texts('domain').filter(isHost)
  const service = {
    ...(names.length > 0 && { name: names }),
    ...(domains.length > 0 && { domains }),
    endpoints: endpointsOf(servers),
  }
  return {
    data: { services: { [id]: service } },
    losses: losses.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

function failure({ line, column }: XmlElement, reason: string): { readonly problem: ImportProblem } {
  return { problem: { line, column, reason } }
}

function idOf({ attributes, children }: XmlElement): string {
  const name = attributes.id ?? children.find((child) => child.name === 'domain')?.text ?? ''
  return (
    name
      .toLowerCase()
      .replace(/[^a-z\d._-]+/g, '-')
      .replace(/^[^a-z\d]+|[^a-z\d]+$/g, '') || 'mail'
  )
}

function serverOf(element: XmlElement, protocol: string): Server | { readonly problem: ImportProblem } {
  const child = (name: string): XmlElement | undefined => element.children.find((each) => each.name === name)
  const wordsOf = (name: string): string => child(name)?.text.trim() ?? ''
  for (const name of ['hostname', 'port', 'socketType'])
    if (!child(name)) return failure(element, `Unexpected server without \`<${name}>\`, expected one`)
  const host = wordsOf('hostname')
  if (!isHost(host))
    return failure(
      child('hostname') ?? element,
      `Unexpected host \`${host}\`, expected a host name such as \`imap.example.com\``,
    )
  const port = Number(wordsOf('port'))
  if (!/^\d{1,5}$/.test(wordsOf('port')) || port < 1 || port > 65_535)
    return failure(
      child('port') ?? element,
      `Unexpected port \`${wordsOf('port')}\`, expected a number from 1 to 65535`,
    )
  const security = socketTypes[wordsOf('socketType')]
  if (!security || !Object.hasOwn(socketTypes, wordsOf('socketType')))
    return failure(
      child('socketType') ?? element,
      `Unexpected socket type \`${wordsOf('socketType')}\`, expected \`SSL\`, \`STARTTLS\` or \`plain\``,
    )
  const authentication = element.children
    .filter(({ name }) => name === 'authentication')
    .map(({ text }) => text.trim())
  const username = wordsOf('username')
  return {
    protocol,
    host,
    port,
    security,
    authentication: authentication.filter((method) => /^[\w-]+$/.test(method)),
    ...(username !== '' && { username }),
  }
}

/** The elements that are not carried over, each name once. */
function lossesAmong(elements: readonly XmlElement[], known: ReadonlySet<string>): Loss[] {
  const told = new Set<string>()
  return elements.flatMap(({ name, line }) => {
    if (known.has(name) || told.has(name)) return []
    told.add(name)
    return [{ line, reason: `\`<${name}>\` was left out: a settings file has no place for it` }]
  })
}

/** Writes the settings of a service in Thunderbird's autoconfig format. */
export function exportAutoconfig(service: Service): {
  readonly text: string
  readonly losses: readonly Loss[]
} {
  const { id, names, domains, endpoints } = service
  const [name = id, shortName = name] = names
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<clientConfig version="1.1">',
    `  <emailProvider id="${xmlEscaped(id)}">`,
    ...domains.map((domain) => `    <domain>${xmlEscaped(domain)}</domain>`),
    `    <displayName>${xmlEscaped(name)}</displayName>`,
    `    <displayShortName>${xmlEscaped(shortName)}</displayShortName>`,
    ...endpoints.flatMap(({ protocol, direction, host, ports, authentication, username }) => {
      if (direction === undefined || !isMail(protocol)) return []
      const element = direction === 'incoming' ? 'incomingServer' : 'outgoingServer'
      return ports.flatMap(({ number, security }) => [
        `    <${element} type="${xmlEscaped(protocol)}">`,
        `      <hostname>${xmlEscaped(host)}</hostname>`,
        `      <port>${number}</port>`,
        `      <socketType>${socketTypeFor(security)}</socketType>`,
        ...(username === undefined ? [] : [`      <username>${xmlEscaped(username)}</username>`]),
        ...authentication.map((method) => `      <authentication>${xmlEscaped(method)}</authentication>`),
        `    </${element}>`,
      ])
    }),
    '  </emailProvider>',
    '</clientConfig>',
  ]
  return { text: `${lines.join('\n')}\n`, losses: exportLosses(service) }
}

function socketTypeFor(security: Security): string {
  return Object.keys(socketTypes).find((name) => socketTypes[name] === security) ?? ''
}

function exportLosses({ endpoints, names, guides }: Service): Loss[] {
  const losses: Loss[] = []
  for (const { name, protocol, srv } of endpoints) {
    if (!isMail(protocol))
      losses.push({
        reason: `\`${name}\` was left out: the format knows mail alone, not ${protocols[protocol]?.title ?? protocol}`,
      })
    if (srv)
      losses.push({
        reason: `Priority and weight of \`${name}\` were left out: the format has no place for them`,
      })
  }
  if (names.length > 2)
    losses.push({ reason: 'The third name and those after it were left out: the format has two' })
  if (guides.length > 0)
    losses.push({ reason: 'The guides of the service were left out: the format has no place for them' })
  return losses
}
