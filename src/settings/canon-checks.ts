import type { ConfigIssue } from '../corpus/config-issue.ts'
import { nearestOf } from '../text/nearest.ts'
import type { CanonData, RetiredData } from './canon-schema.ts'
import { protocolNamed, protocols } from './protocol.ts'

/** What no schema can say of a settings file, a check each; they run on one that the schema passes. */
export const canonChecks: readonly ((data: CanonData) => ConfigIssue[])[] = [
  ({ services }) =>
    Object.keys(services).length > 0
      ? []
      : [{ path: ['services'], at: 'key', reason: 'Unexpected empty `services`, expected at least one' }],
  ({ services }) =>
    Object.entries(services).flatMap(([id, { endpoints }]) =>
      Object.entries(endpoints).flatMap(([name, { protocol, ports }]): ConfigIssue[] => {
        const path = ['services', id, 'endpoints', name]
        if (Object.keys(ports).length === 0) {
          const reason = `Unexpected endpoint \`${name}\` without a port, expected \`tls\`, \`starttls\` or \`none\` with one`
          return [{ path: [...path, 'ports'], at: 'key', reason }]
        }
        if (protocol !== undefined || protocolNamed(name) !== undefined) return []
        const near = nearestOf(name, Object.keys(protocols))
        const expected = near === undefined ? '`protocol` in it' : `\`${near}\`, or \`protocol\` in it`
        return [{ path, at: 'key', reason: `Unexpected endpoint \`${name}\`, expected ${expected}` }]
      }),
    ),
  ({ services }) => {
    const claims = new Map<string, string>()
    return Object.entries(services).flatMap(([id, { guides = [] }]) =>
      guides.flatMap((pattern, index): ConfigIssue[] => {
        const other = claims.get(pattern) ?? id
        claims.set(pattern, other)
        const reason = `Unexpected second service for the guides \`${pattern}\`, expected \`${other}\` alone`
        return other === id ? [] : [{ path: ['services', id, 'guides', index], at: 'value', reason }]
      }),
    )
  },
  ({ services, retired = [] }) =>
    retired.flatMap((each, index): ConfigIssue[] => {
      const path = ['retired', index]
      if ((each.host === undefined) === (each.port === undefined)) {
        const reason = 'Unexpected entry, expected either `host` or `port` in it'
        return [{ path, at: 'key', reason }]
      }
      if (each.service !== undefined && !Object.hasOwn(services, each.service)) {
        const near = nearestOf(each.service, Object.keys(services))
        const expected = near === undefined ? 'one of `services`' : `\`${near}\``
        const reason = `Unexpected service \`${each.service}\`, expected ${expected}`
        return [{ path: [...path, 'service'], at: 'value', reason }]
      }
      return stillTrue(each, services)
        ? [
            {
              path: [...path, each.host === undefined ? 'port' : 'host'],
              at: 'value',
              reason: `Unexpected \`${each.host ?? each.port ?? ''}\`, which an endpoint has, expected a value that is no longer true`,
            },
          ]
        : []
    }),
]

function stillTrue({ host, port, service }: RetiredData, services: CanonData['services']): boolean {
  return Object.entries(services)
    .filter(([id]) => service === undefined || service === id)
    .flatMap(([, { endpoints }]) => Object.values(endpoints))
    .some(
      (endpoint) =>
        endpoint.host === host || (port !== undefined && Object.values(endpoint.ports).includes(port)),
    )
}
