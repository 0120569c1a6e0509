import type { OpenDocument } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import type { Severity } from '../lint/rule.ts'
import { settingsOf } from '../lint/settings.ts'
import type { KnownDocument } from '../run/known.ts'
import { endpointsFor, roleName, sameHost, yardstickOf } from '../settings/endpoints.ts'
import { placesIn } from '../text/source.ts'
import { rankOf } from './rank.ts'
import { localesOf, type Scene } from './scene.ts'

/** A place in a document that states a value. */
export interface StatedAt {
  readonly path: string
  readonly line: number
  readonly start: number
}

/** A value of the settings file, and where each locale states it. */
export interface ValueView {
  readonly kind: 'host' | 'port'
  readonly value: string
  /** `tls`, of a port. */
  readonly security?: string
  /** In the order of the locales. */
  readonly stated: readonly (readonly StatedAt[])[]
}

/** What a service offers by one protocol. */
export interface EndpointView {
  readonly name: string
  readonly values: readonly ValueView[]
}

/** Where guides and settings part. */
export interface ContradictionView {
  readonly path: string
  readonly line: number
  readonly start: number
  readonly severity: Severity
  readonly ruleId: string
  readonly reason: string
}

/** The settings that are true, and what the guides say of them. */
export interface SettingsView {
  readonly version: number
  /** The settings file; absent where there is none. */
  readonly path?: string
  readonly locales: readonly Locale[]
  readonly contradictions: readonly ContradictionView[]
  readonly services: readonly { readonly name: string; readonly endpoints: readonly EndpointView[] }[]
  readonly trouble?: string
}

/** Shows the settings; `documents` are those that may speak of them. */
export function settingsViewOf(scene: Scene, documents: readonly OpenDocument[]): SettingsView {
  const { version, canon, config, shown, trouble } = scene
  const locales = localesOf(scene)
  const stated = documents.flatMap((document) => statedIn(document, { config, ...(canon && { canon }) }))
  const services = (canon?.services ?? []).map((service) => ({
    name: service.names[0] ?? service.id,
    endpoints: service.endpoints.map((endpoint): EndpointView => {
      const values = [
        { kind: 'host' as const, value: endpoint.host },
        ...endpoint.ports.map(({ number, security }) => ({
          kind: 'port' as const,
          value: String(number),
          security,
        })),
      ]
      const isOf = (each: Stated): boolean => each.service === service.id && each.endpoint === endpoint.name
      return {
        name: roleName({ protocol: endpoint.protocol }),
        values: values.map((value) => ({
          ...value,
          stated: locales.map((locale) =>
            stated
              .filter((each) => isOf(each) && each.locale === locale && isSame(each, value))
              .map(({ path, line, start }) => ({ path, line, start })),
          ),
        })),
      }
    }),
  }))
  return {
    version,
    ...(canon && { path: canon.path }),
    locales,
    contradictions: [...shown.values()].flatMap(contradictionsIn).sort((a, b) => rankOf(a) - rankOf(b)),
    services,
    ...(trouble !== undefined && { trouble }),
  }
}

interface Stated extends StatedAt {
  readonly service: string
  readonly endpoint: string
  readonly locale: Locale | undefined
  readonly kind: 'host' | 'port'
  readonly value: string
}

function statedIn(document: OpenDocument, view: Parameters<typeof settingsOf>[1]): Stated[] {
  const { statements, yardstick } = settingsOf(document, view)
  const { service, canon } = yardstick
  if (!service || !canon) return []
  const places = placesIn(document.text)
  return statements.values.flatMap((statement): Stated[] => {
    const { kind, value, range } = statement
    const endpoint = endpointsFor(statement, yardstickOf(canon, service)).find(({ host, ports }) =>
      kind === 'host'
        ? host !== undefined && sameHost(host, value)
        : ports.some(({ number }) => number === value),
    )
    if (!endpoint) return []
    const { path, locale } = document
    const { line } = places.pointAt(range.start)
    return [
      { path, locale, line, start: range.start, kind, value, service: service.id, endpoint: endpoint.name },
    ]
  })
}

function isSame(a: Pick<Stated, 'kind' | 'value'>, b: Pick<Stated, 'kind' | 'value'>): boolean {
  return a.kind === b.kind && (a.kind === 'host' ? sameHost(a.value, b.value) : a.value === b.value)
}

function contradictionsIn({ path, heard }: KnownDocument): ContradictionView[] {
  return heard
    .filter(({ ruleId }) => ruleId.startsWith('settings-'))
    .map(({ severity, ruleId, reason, place, range }) => ({
      path,
      line: place.start.line,
      start: range.start,
      severity,
      ruleId,
      reason,
    }))
}
