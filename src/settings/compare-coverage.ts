import type { Range } from '../text/range.ts'
import { endpointsFor, roleName, type Yardstick } from './endpoints.ts'
import type { Statements } from './statement.ts'

/** A protocol that the canon has and the tables of a document leave out. */
export interface MissingEndpoint {
  /** The index of the first table of settings. */
  readonly table: number
  readonly name: string
  /** Its host in the settings file. */
  readonly range: Range
}

/** What the settings tables of a document, taken together, leave out of what the canon has. */
export function missingEndpoints({ values }: Statements, yardstick: Yardstick): MissingEndpoint[] {
  const stated = values.filter(({ cell, kind }) => cell !== undefined && kind === 'port')
  const table = stated[0]?.cell?.table
  if (table === undefined || yardstick.service === undefined) return []
  const covered = new Set(stated.flatMap((each) => endpointsFor(each, yardstick)))
  return yardstick.endpoints.flatMap((endpoint) => {
    if (covered.has(endpoint) || endpoint.direction === undefined || !endpoint.hostRange) return []
    return [{ table, name: roleName({ protocol: endpoint.protocol }), range: endpoint.hostRange }]
  })
}
