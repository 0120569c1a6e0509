import type { Locale } from '../corpus/locale.ts'
import type { Message } from '../lint/message.ts'
import type { KnownDocument } from '../run/known.ts'
import { localesOf, type Scene } from './scene.ts'

/** How a document stands by what rules found in it, worst first; `complete` where they found nothing to mend. */
export const cellStates = ['error', 'untranslated', 'stale', 'warning', 'missing', 'complete'] as const

export type CellState = (typeof cellStates)[number]

/** One guide in one locale. */
export interface Cell {
  readonly state: CellState
  /** Absent where there is no document. */
  readonly path?: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many words wait for a translator: those of another language, those whose source has moved on, a page that is missing. */
  readonly words: number
}

/** One guide in all locales. */
export interface GuideRow {
  readonly id: string
  readonly type: string
  /** In the order of the locales. */
  readonly cells: readonly Cell[]
}

/** How many documents of a locale stand how, and how many words wait in them. */
export type Totals = Readonly<Record<CellState | 'words', number>>

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

/** How many findings of each severity, and how many words they leave to do. */
export type Counts = Pick<Cell, 'errors' | 'warnings' | 'infos' | 'words'>

/** Counts messages by severity. */
export function countsOf(messages: readonly Message[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  let words = 0
  for (const { severity, ruleId, words: own = 0 } of messages) {
    counts[severity]++
    if (ruleId !== missing) words += own
  }
  return { errors: counts.error, warnings: counts.warning, infos: counts.info, words }
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
      const words = wordsMissing([...row.values()])
      return {
        id,
        type: first?.type ?? 'guide',
        cells: locales.map((locale) => cellOf(row.get(locale), words)),
      }
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

const missing = 'translation-missing'

/** How many words a page has that some locale lacks, as far as a rule asks for that locale. */
function wordsMissing(documents: readonly KnownDocument[]): number {
  for (const { heard } of documents)
    for (const { ruleId, words = 0 } of heard) if (ruleId === missing) return words
  return 0
}

function cellOf(document: KnownDocument | undefined, words: number): Cell {
  if (!document) return { state: 'missing', errors: 0, warnings: 0, infos: 0, words }
  const counts = countsOf(document.heard)
  return { path: document.path, state: stateOf(document.heard, counts), ...counts }
}

/** How a document stands, by what was found in it. */
export function stateOf(messages: readonly Message[], { errors, warnings }: Counts): CellState {
  if (errors > 0) return 'error'
  const rules = new Set(messages.map(({ ruleId }) => ruleId))
  if (rules.has('translation-untranslated')) return 'untranslated'
  if (rules.has('translation-stale')) return 'stale'
  return warnings > 0 ? 'warning' : 'complete'
}

function totalsOf(cells: readonly Cell[]): Totals {
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length
  return {
    error: count('error'),
    untranslated: count('untranslated'),
    stale: count('stale'),
    warning: count('warning'),
    missing: count('missing'),
    complete: count('complete'),
    words: cells.reduce((sum, { words }) => sum + words, 0),
  }
}
