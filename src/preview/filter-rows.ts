import type { Cell, CellState, GuideRow, Overview } from './overview.ts'

/** Which guides are to be seen, and in which order. */
export interface RowFilter {
  /** Words that a guide's id must hold, all of them. */
  readonly words: string
  /** Guides of which some document stands so; all where it is left out. */
  readonly state?: CellState | undefined
  /** Looks at this locale alone; at all where it is left out. */
  readonly locale?: string | undefined
  readonly order: RowOrder
}

export const rowOrders = ['name', 'errors', 'work'] as const

export type RowOrder = (typeof rowOrders)[number]

/** The guides of an overview that a filter lets through, in its order. */
export function filteredRows(
  { guides, locales }: Pick<Overview, 'guides' | 'locales'>,
  filter: RowFilter,
): readonly GuideRow[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const column = filter.locale === undefined ? -1 : locales.indexOf(filter.locale)
  const seen = ({ cells }: GuideRow): readonly Cell[] =>
    column < 0 ? cells : cells.slice(column, column + 1)
  const found = guides.filter((row) => {
    const id = row.id.toLowerCase()
    if (!words.every((word) => id.includes(word))) return false
    return filter.state === undefined || seen(row).some(({ state }) => state === filter.state)
  })
  const weigh = weights[filter.order]
  if (!weigh) return found
  const weight = new Map(found.map((row) => [row, seen(row).reduce((sum, cell) => sum + weigh(cell), 0)]))
  return found.sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a.id < b.id ? -1 : 1))
}

const weights: Readonly<Record<RowOrder, ((cell: Cell) => number) | undefined>> = {
  name: undefined,
  errors: ({ errors, warnings }) => errors * 1000 + warnings,
  // A page that is missing is work, though nobody may have counted its words.
  work: ({ words, state }) => words + (state === 'missing' ? 0.5 : 0),
}
