import type { Range } from '../text/range.ts'
import type { Direction, Security } from './protocol.ts'

/** One port of an endpoint, and how connections to it are encrypted. */
export interface Port {
  readonly number: number
  readonly security: Security
  /** The number in the file. */
  readonly range: Range
}

/** Where a service is reached by one protocol. */
export interface Endpoint {
  /** Its key in the file: `imap`, `submission`. */
  readonly name: string
  readonly protocol: string
  readonly direction?: Direction
  readonly host: string
  /** The host in the file. */
  readonly hostRange: Range
  /** In the order of the file: the first is the one to prefer. */
  readonly ports: readonly Port[]
  /** As Thunderbird's autoconfig names them: `password-cleartext`; the first is the one to prefer. */
  readonly authentication: readonly string[]
  /** `%EMAILADDRESS%` stands for the whole address. */
  readonly username?: string
  readonly srv?: { readonly priority: number; readonly weight: number }
}

/** What one product offers. */
export interface Service {
  /** Its key in the file: `mx-plan`. */
  readonly id: string
  /** What readers call it, the usual name first. */
  readonly names: readonly string[]
  /** Patterns of the ids of the guides that speak of it, as in a `.gitignore`. */
  readonly guides: readonly string[]
  /** The patterns in the file. */
  readonly guidesRange: Range
  readonly domains: readonly string[]
  readonly endpoints: readonly Endpoint[]
  /** Its key in the file. */
  readonly range: Range
}

/** A value that was true once. */
export interface Retired {
  readonly host?: string
  readonly port?: number
  readonly service?: string
  /** What to tell readers of it. */
  readonly message: string
  /** The value in the file. */
  readonly range: Range
}

/** The settings that are true: what `settings.yaml` says, with the place of each value. */
export interface Canon {
  readonly path: string
  readonly text: string
  readonly services: readonly Service[]
  readonly retired: readonly Retired[]
}

/** The services by the names that a region or front matter may use. */
export function serviceNamed({ services }: Canon, id: string): Service | undefined {
  return services.find((service) => service.id === id)
}
