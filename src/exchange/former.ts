import { codeFaults, type Phrase } from '../l10n/phrase.ts'
import { successorsOf, type FormerUnit } from '../l10n/successors.ts'
import type { Unit } from '../l10n/unit.ts'
import type { ReturnedKit, ReturnedUnit } from './kit.ts'

/** What a source said when a unit was given out, and git's id of the document of then, where anyone knows it. */
export interface Former {
  readonly phrase: Phrase
  readonly blob: string
}

/** By the ids of units that the source has no more, the units that took their places. */
export function successorsIn(kit: ReturnedKit, units: readonly Unit[]): Map<string, Unit> {
  const places = new Map(units.map(({ id, place }) => [id, place]))
  return successorsOf(goneUnits(kit, places), freeUnits(kit, units))
}

/** The units of a kit that the source has no more, each with its neighbours that are still there. */
function goneUnits({ units }: ReturnedKit, places: ReadonlyMap<string, number>): FormerUnit[] {
  const gone: FormerUnit[] = []
  let before = Infinity
  const befores = units.map(() => Infinity)
  for (let at = units.length - 1; at >= 0; at--) {
    befores[at] = before
    const unit = units[at]
    before = places.get(unit?.id ?? '') ?? before
  }
  let after = -1
  for (const [at, unit] of units.entries()) {
    const place = places.get(unit.id)
    if (place !== undefined) after = place
    else if (unit.source !== undefined)
      gone.push({ id: unit.id, words: unit.source, after, before: befores[at] ?? Infinity })
  }
  return gone
}

/** The units that nothing in a kit speaks of and that are not up to date: one may have taken the place of another that is gone. */
function freeUnits(kit: ReturnedKit, units: readonly Unit[]): Unit[] {
  const given = new Set(kit.units.map(({ id }) => id))
  return units.filter(
    ({ id, state, targetPlace }) => !given.has(id) && state !== 'translated' && targetPlace !== undefined,
  )
}

/** What the source of a unit said: found in what it was, or, where its markup is numbered as now, told by the kit. */
export async function formerOf(
  { source = '' }: ReturnedUnit,
  { source: { codes } }: Unit,
  find: ((words: string) => Promise<Former | undefined>) | undefined,
): Promise<Former | undefined> {
  const found = await find?.(source)
  if (found) return found
  return codeFaults(source, codes).length === 0 ? { phrase: { text: source, codes }, blob: '' } : undefined
}
