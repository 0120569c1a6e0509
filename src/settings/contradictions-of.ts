import { overlaps, type Range } from '../text/range.ts'
import { disagreements } from './compare-agreement.ts'
import { repeatedCipher } from './compare-ciphers.ts'
import { wrongLabel } from './compare-labels.ts'
import { repeatedPort } from './compare-repeats.ts'
import { securityContradictions } from './compare-security.ts'
import { tableContradictions } from './compare-tables.ts'
import { valueContradiction, yardstickFor } from './compare-values.ts'
import type { Contradiction } from './contradiction.ts'
import type { Yardstick } from './endpoints.ts'
import type { Statement, Statements } from './statement.ts'

/** Everything in a document's statements that cannot be true, in the order of the text; what stands in `regions` is left out. */
export function contradictionsOf(
  statements: Statements,
  yardstick: Yardstick,
  regions: readonly Range[] = [],
): Contradiction[] {
  const isFree = ({ range }: { readonly range: Range }): boolean =>
    !regions.some((region) => overlaps(region, range))
  const values = statements.values.filter(isFree)
  const lists = listsOf(values)
  const ofTables = tableContradictions(statements.tables, values, yardstick).filter(isFree)
  // Where a head is wrong, what it heads is not to blame.
  const blamed = new Set(ofTables.flatMap(({ others }) => others.map(({ range }) => range.start)))
  const ofLists = lists.flatMap((list) => ofList(list, lists, values, yardstick, blamed))
  const securities = statements.securities.filter(({ cipher }) => isFree(cipher))
  const all = [
    ...ofTables,
    ...ofLists,
    ...disagreements(values, yardstick),
    ...securityContradictions(securities, yardstick),
    ...statements.loose
      .flatMap(({ ciphers }) => repeatedCipher(ciphers, statements.loose) ?? [])
      .filter(isFree),
  ]
  return all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
}

function ofList(
  list: readonly Statement[],
  lists: readonly (readonly Statement[])[],
  all: readonly Statement[],
  guide: Yardstick,
  blamed: ReadonlySet<number>,
): Contradiction[] {
  const yardstick = list[0] ? yardstickFor(list[0], guide) : guide
  const label = wrongLabel(list, all, yardstick)
  const isSettled = label !== undefined && list.every(({ otherWords }) => otherWords.length === 0)
  const wrong = isSettled
    ? []
    : list.flatMap((each) => {
        if (blamed.has(each.range.start)) return []
        return (
          valueContradiction(
            each,
            list.filter((other) => other !== each),
            all,
            guide,
          ) ?? []
        )
      })
  const repeated = repeatedPort(list, lists, yardstick)
  return [...(label ? [label] : []), ...wrong, ...(repeated ? [repeated] : [])]
}

function listsOf(values: readonly Statement[]): Statement[][] {
  const lists = new Map<number, Statement[]>()
  for (const value of values) lists.set(value.list, [...(lists.get(value.list) ?? []), value])
  return [...lists.values()]
}
