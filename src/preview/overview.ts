import type { Locale } from '../corpus/locale.ts'
import type { Message } from '../lint/message.ts'
import type { KnownDocument } from '../run/known.ts'
import { localesOf, type Scene } from './scene.ts'

/** How a document stands by what rules found in it, worst first; `complete` where they found nothing to mend. */
export const cellStates = ['error', 'untranslated', 'warning', 'missing', 'complete'] as const

export type CellState = (typeof cellStates)[number]

/** One guide in one locale. */
export interface Cell {
  readonly state: CellState
  /** Absent where there is no document. */
  readonly path?: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** One guide in all locales. */
export interface GuideRow {
  readonly id: string
  readonly type: string
  /** In the order of the locales. */
  readonly cells: readonly Cell[]
}

/** How many documents of a locale stand how. */
export type Totals = Readonly<Record<CellState, number>>

/** The whole corpus at a glance: guides by locales. */
export interface Overview {
  readonly version: number
  readonly source?: Locale
  readonly locales: readonly Locale[]
  readonly guides: readonly GuideRow[]
  /** In the order of the locales. */
  readonly totals: readonly Totals[]
  readonly trouble?: string
}

/** How many findings of each severity. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** Counts messages by severity. */
export function countsOf(messages: readonly Message[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of messages) counts[severity]++
  return { errors: counts.error, warnings: counts.warning, infos: counts.info }
}

/** Puts the documents of a scene into rows and columns. */
export function overviewOf(scene: Scene): Overview {
  const { version, config, shown, trouble } = scene
  const locales = localesOf(scene)
  const rows = new Map<string, Map<Locale, KnownDocument>>()
  for (const document of shown.values()) {
    if (document.locale === undefined) continue
    const row = rows.get(document.guide) ?? new Map<Locale, KnownDocument>()
    row.set(document.locale, document)
    rows.set(document.guide, row)
  }
  const guides = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, row]): GuideRow => {
      const [first] = row.values()
      return { id, type: first?.type ?? 'guide', cells: locales.map((locale) => cellOf(row.get(locale))) }
    })
  const totals = locales.map((_, column) => totalsOf(guides.flatMap(({ cells }) => cells[column] ?? [])))
  return {
    version,
    ...(config.source !== undefined && { source: config.source }),
    locales,
    guides,
    totals,
    ...(trouble !== undefined && { trouble }),
  }
}

const nowhere: Cell = { state: 'missing', errors: 0, warnings: 0, infos: 0 }

function cellOf(document: KnownDocument | undefined): Cell {
  if (!document) return nowhere
  const counts = countsOf(document.heard)
  return { path: document.path, state: stateOf(document.heard, counts), ...counts }
}

/** How a document stands, by what was found in it. */
export function stateOf(messages: readonly Message[], { errors, warnings }: Counts): CellState {
  if (errors > 0) return 'error'
  if (messages.some(({ ruleId }) => ruleId === 'translation-untranslated')) return 'untranslated'
  return warnings > 0 ? 'warning' : 'complete'
}

function totalsOf(cells: readonly Cell[]): Totals {
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length
  return {
    error: count('error'),
    untranslated: count('untranslated'),
    warning: count('warning'),
    missing: count('missing'),
    complete: count('complete'),
  }
}
