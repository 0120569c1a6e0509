import { groupBy } from '../text/group-by.ts'
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
  const byTarget = groupBy(lines, (line) => line.target)
  const places = groupBy(source.keys(), (at) => source[at]?.hash)
  const taken = new Set<number>()
  const states: PartState[] = []
  const gone: { readonly index: number; readonly line: LedgerLine; readonly at: number }[] = []
  for (const [index, part] of target.entries()) {
    const own = byTarget.get(part.hash)
    const line = own?.shift()
    if (!line || line.source.includes('+')) return undefined
    const at = places.get(line.source)?.find((place) => !taken.has(place))
    if (at === undefined) {
      gone.push({ index, line, at: states.length })
      states.push({ source: [], target: [index], state: 'obsolete', lines: [line] })
      continue
    }
    taken.add(at)
    const isCopy =
      line.origin === 'source' && wordsHash(line.source) === wordsHash(part.hash) && part.words > 0
    states.push({
      source: [at],
      target: [index],
      state: isCopy ? 'untranslated' : 'translated',
      lines: [line],
    })
  }
  for (const { index, line, at } of gone) {
    // What stands between the same neighbours has taken its place.
    const before = states[at - 1]?.source[0] ?? -1
    const place = at === 0 || before >= 0 ? before + 1 : -1
    if (place < 0 || taken.has(place) || source[place]?.kind !== target[index]?.kind) return undefined
    const after = states[at + 1]?.source[0]
    if (after !== undefined && after !== place + 1) return undefined
    taken.add(place)
    const isWords = wordsHash(source[place]?.hash ?? '') !== wordsHash(line.source)
    states[at] = {
      source: [place],
      target: [index],
      lines: [line],
      ...(isWords ? { state: 'fuzzy', behind: 'words' } : { state: 'translated', behind: 'markup' }),
    }
  }
  source.forEach((_, at) => {
    if (!taken.has(at)) states.push({ source: [at], target: [], state: 'untranslated', lines: [] })
  })
  return states
}
