import { terminalSafe } from './escape.ts'
import { paletteOf } from './palette.ts'
import { countOf } from './sentences.ts'

/** How one target stands. */
export interface StatusRow {
  readonly guide: string
  readonly locale: string
  readonly path: string
  readonly translated: number
  readonly fuzzy: number
  readonly untranslated: number
  /** For how many days its oldest part has been behind; undefined where nothing tells. */
  readonly days?: number
}

/** The totals of each locale, and the guides that are behind in it, the most words first. */
export function statusWords(rows: readonly StatusRow[], { color }: { readonly color: boolean }): string {
  const { strong, faint, severity } = paletteOf(color)
  const locales = new Map<string, StatusRow[]>()
  for (const row of rows) {
    const own = locales.get(row.locale)
    if (own) own.push(row)
    else locales.set(row.locale, [row])
  }
  const lines: string[] = []
  for (const [locale, own] of [...locales].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [translated, fuzzy, untranslated] = [
      sum(own, 'translated'),
      sum(own, 'fuzzy'),
      sum(own, 'untranslated'),
    ]
    const all = translated + fuzzy + untranslated
    const share = all === 0 ? 100 : Math.floor((100 * translated) / all)
    const said = behindWords({ fuzzy, untranslated })
    lines.push(
      `${strong(terminalSafe(locale))}  ${share} % of ${countOf(all, 'word')} up to date${said && `, ${said}`}`,
    )
    const behind = own.filter((row) => row.fuzzy + row.untranslated > 0)
    behind.sort((a, b) => b.fuzzy + b.untranslated - a.fuzzy - a.untranslated || (a.guide < b.guide ? -1 : 1))
    const width = Math.max(0, ...behind.map(({ guide }) => guide.length))
    for (const row of behind) {
      const age =
        row.days === undefined
          ? ''
          : faint(row.days === 0 ? ', since today' : `, for ${countOf(row.days, 'day')}`)
      lines.push(`  ${terminalSafe(row.guide).padEnd(width)}  ${severity.warning(behindWords(row))}${age}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function sum(rows: readonly StatusRow[], key: 'translated' | 'fuzzy' | 'untranslated'): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function behindWords({ fuzzy, untranslated }: Pick<StatusRow, 'fuzzy' | 'untranslated'>): string {
  return [
    ...(fuzzy > 0 ? [`${countOf(fuzzy, 'word')} fuzzy`] : []),
    ...(untranslated > 0 ? [`${countOf(untranslated, 'word')} untranslated`] : []),
  ].join(', ')
}
