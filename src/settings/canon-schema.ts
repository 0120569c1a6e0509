import * as z from 'zod'
import type { JsonSchema } from '../corpus/config-json-schema.ts'
import { isHost } from './host.ts'
import type { Direction, Security } from './protocol.ts'

const text = z.string().min(1)

const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .union([item, z.array(item).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[])

const id = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/
const name = text.regex(id, { error: 'a name of small letters, digits, `-`, `_` and `.`' })

const host = z.string().refine(isHost, { error: 'a host name such as `imap.example.com`' })
const domain = z.string().refine(isHost, { error: 'a domain such as `example.com`' })
const port = z.int().min(1).max(65_535)
const share = z.int().min(0).max(65_535)

const authentication = listOf(text.regex(/^[\w-]+$/, { error: 'a method such as `password-cleartext`' }))

const shared = {
  authentication: authentication
    .exactOptional()
    .describe(
      'How a client proves who it is, in the words of Thunderbird’s autoconfig: `password-cleartext`.',
    ),
  username: text
    .exactOptional()
    .describe('What a user types as the user name: `%EMAILADDRESS%` for the whole address.'),
}

const endpoint = z.strictObject({
  protocol: name
    .exactOptional()
    .describe('What it speaks; may be left out where its name says so: `imap`, `pop3`, `submission`.'),
  direction: z.enum(['incoming', 'outgoing']).exactOptional().describe('Which way mail flows.'),
  host: host.describe('The name of the host.'),
  ports: z
    .strictObject({
      tls: port.exactOptional().describe('Encrypted from the first byte: `SSL/TLS` in most programs.'),
      starttls: port.exactOptional().describe('Encrypted after a command: `STARTTLS`.'),
      none: port.exactOptional().describe('Not encrypted.'),
    })
    .describe('The port for each way to encrypt; the first is the one to prefer.'),
  ...shared,
  srv: z
    .strictObject({ priority: share.default(0), weight: share.default(1) })
    .exactOptional()
    .describe('What its SRV records say besides host and port.'),
})

const service = z.strictObject({
  name: listOf(text).exactOptional().describe('What readers call it; of several names, the usual one first.'),
  guides: listOf(text)
    .exactOptional()
    .describe('The guides that speak of it, as patterns in a `.gitignore`; all, where there is one service.'),
  domains: listOf(domain).exactOptional().describe('The domains of its addresses.'),
  ...shared,
  endpoints: z
    .record(name, endpoint)
    .describe(
      'Where it is reached, by name: `imap`, `pop3`, `submission`, or any other with its `protocol`.',
    ),
})

const retired = z.strictObject({
  host: host.exactOptional(),
  port: port.exactOptional(),
  service: name.exactOptional().describe('The service that had it; all, where it is left out.'),
  message: text.describe('What to tell of it: when it ended, and what to use now.'),
})

/** What an endpoint of a settings file says, as it stands there. */
export interface EndpointData {
  readonly protocol?: string
  readonly direction?: Direction
  readonly host: string
  readonly ports: Partial<Readonly<Record<Security, number>>>
  readonly authentication?: readonly string[]
  readonly username?: string
  readonly srv?: { readonly priority: number; readonly weight: number }
}

/** What a service of a settings file says. */
export interface ServiceData {
  readonly name?: readonly string[]
  readonly guides?: readonly string[]
  readonly domains?: readonly string[]
  readonly authentication?: readonly string[]
  readonly username?: string
  readonly endpoints: Readonly<Record<string, EndpointData>>
}

/** A host or port that was true once. */
export interface RetiredData {
  readonly host?: string
  readonly port?: number
  readonly service?: string
  readonly message: string
}

/** A settings file, read but not yet placed. */
export interface CanonData {
  readonly services: Readonly<Record<string, ServiceData>>
  readonly retired?: readonly RetiredData[]
}

/** What a settings file may say. */
export const canonSchema: z.ZodType<CanonData> = z.strictObject({
  services: z.record(name, service).describe('The products, by a short name.'),
  retired: z
    .array(retired)
    .exactOptional()
    .describe('Hosts and ports that were true once, each with what to tell of it.'),
})

/** The schema for editors. */
export function canonJsonSchema(): JsonSchema {
  return z.toJSONSchema(canonSchema, { io: 'input' }) as JsonSchema
}
