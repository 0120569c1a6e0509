import { configIssuesOf, type ConfigIssue } from '../corpus/config-issue.ts'
import { keysAt } from '../corpus/config-json-schema.ts'
import type { ConfigProblem } from '../corpus/parse-config.ts'
import { readYaml, type YamlReading } from '../corpus/yaml.ts'
import type { Canon, Endpoint, Retired, Service } from './canon.ts'
import {
  canonJsonSchema,
  canonSchema,
  type CanonData,
  type EndpointData,
  type ServiceData,
} from './canon-schema.ts'
import { canonChecks } from './canon-checks.ts'
import { protocolNamed, protocols, type Security } from './protocol.ts'

const mostProblems = 100

/** Reads a settings file: the canon, or its problems with their places. Never throws. */
export function parseCanon(
  text: string,
  path: string,
): { readonly canon: Canon } | { readonly problems: readonly ConfigProblem[] } {
  const reading = readYaml(text)
  if ('problems' in reading) return { problems: reading.problems.map((problem) => ({ path, ...problem })) }
  const value = reading.value ?? {}
  const result = canonSchema.safeParse(value)
  const issues = result.success
    ? canonChecks.flatMap((check) => check(result.data))
    : configIssuesOf(result.error.issues, value, (place) => keysAt(canonJsonSchema(), place))
  if (result.success && issues.length === 0) return { canon: canonOf(result.data, reading, text, path) }
  const problems = issues.slice(0, mostProblems).map((issue) => problemAt(issue, reading, path))
  return { problems: problems.sort((a, b) => a.range.start - b.range.start) }
}

function problemAt(
  { path: place, at, reason }: ConfigIssue,
  reading: YamlReading,
  path: string,
): ConfigProblem {
  return { path, reason, range: at === 'key' ? reading.keyRangeOf(place) : reading.valueRangeOf(place) }
}

function canonOf(data: CanonData, reading: YamlReading, text: string, path: string): Canon {
  return {
    path,
    text,
    services: Object.entries(data.services).map(([id, service]) => serviceOf(id, service, reading)),
    retired: (data.retired ?? []).map((each, index): Retired => {
      const key = each.host === undefined ? 'port' : 'host'
      return { ...each, range: reading.valueRangeOf(['retired', index, key]) }
    }),
  }
}

function serviceOf(id: string, service: ServiceData, reading: YamlReading): Service {
  const place = ['services', id]
  return {
    id,
    names: service.name ?? [],
    guides: service.guides ?? [],
    guidesRange: reading.keyRangeOf([...place, 'guides']),
    domains: service.domains ?? [],
    endpoints: Object.entries(service.endpoints).map(([name, each]) =>
      endpointOf(name, each, service, reading, [...place, 'endpoints', name]),
    ),
    range: reading.keyRangeOf(place),
  }
}

function endpointOf(
  name: string,
  data: EndpointData,
  service: ServiceData,
  reading: YamlReading,
  place: readonly string[],
): Endpoint {
  const protocol = data.protocol ?? name
  const known = protocolNamed(protocol)
  const direction = data.direction ?? (known === undefined ? undefined : protocols[known]?.direction)
  const username = data.username ?? service.username
  return {
    name,
    protocol: known ?? protocol,
    ...(direction !== undefined && { direction }),
    host: data.host,
    hostRange: reading.valueRangeOf([...place, 'host']),
    // The order of the file tells what to prefer; a schema gives its own.
    ports: keysInOrder(reading, [...place, 'ports']).flatMap((security) => {
      const number = data.ports[security]
      const range = reading.valueRangeOf([...place, 'ports', security])
      return number === undefined ? [] : [{ number, security, range }]
    }),
    authentication: data.authentication ?? service.authentication ?? [],
    ...(username !== undefined && { username }),
    ...(data.srv !== undefined && { srv: data.srv }),
  }
}

function keysInOrder(reading: YamlReading, place: readonly string[]): Security[] {
  const all: readonly Security[] = ['tls', 'starttls', 'none']
  const start = (security: Security): number => reading.keyRangeOf([...place, security]).start
  return [...all].sort((a, b) => start(a) - start(b))
}
