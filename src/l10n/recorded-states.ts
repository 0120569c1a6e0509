import type { LedgerLine } from './ledger.ts'
import type { Part } from './part.ts'
import { wordsHash } from './part.ts'
import type { PartState } from './state.ts'

/**
 * The states of parts where what was recorded says it all: every part of the target is as it was recorded, or the
 * record tells what its source was. Undefined where an alignment is needed.
 */
export function recordedStates(
  source: readonly Part[],
  target: readonly Part[],
  lines: readonly LedgerLine[],
): PartState[] | undefined {
  const byTarget = new Map<string, LedgerLine[]>()
  for (const line of lines) {
    const own = byTarget.get(line.target)
    if (own) own.push(line)
    else byTarget.set(line.target, [line])
  }
  const places = placesOf(source)
  const taken = new Set<number>()
  const states: PartState[] = []
  for (const [index, part] of target.entries()) {
    const own = byTarget.get(part.hash)
    const line = own?.shift()
    if (!line || line.source.includes('+')) return undefined
    const at = places.get(line.source)?.find((place) => !taken.has(place))
    if (at === undefined) return undefined
    taken.add(at)
    const isCopy =
      line.origin === 'source' && wordsHash(line.source) === wordsHash(part.hash) && part.kind !== 'code'
    states.push({
      source: [at],
      target: [index],
      state: isCopy ? 'untranslated' : 'translated',
      lines: [line],
    })
  }
  source.forEach((_, at) => {
    if (!taken.has(at)) states.push({ source: [at], target: [], state: 'untranslated', lines: [] })
  })
  return states
}

function placesOf(parts: readonly Part[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>()
  parts.forEach(({ hash }, index) => {
    const own = places.get(hash)
    if (own) own.push(index)
    else places.set(hash, [index])
  })
  return places
}
