import type { Words } from '../sync/left.ts'
import { groupBy } from '../text/group-by.ts'
import { terminalSafe } from './escape.ts'
import { leftOutLines, type LeftOut } from './left-out.ts'
import { paletteOf } from './palette.ts'
import { countOf } from './sentences.ts'
import { behindWords, percentUpToDate, sumOf } from './words-behind.ts'

/** How one target stands. */
export interface StatusRow extends Words {
  readonly guide: string
  readonly locale: string
  readonly path: string
  /** For how many days its oldest part has been behind; undefined where nothing tells. */
  readonly days?: number
}

/** The totals of each locale, and the guides that are behind in it, the most words first; then what could not be counted. */
export function statusWords(
  rows: readonly StatusRow[],
  leftOut: readonly LeftOut[],
  { color }: { readonly color: boolean },
): string {
  if (rows.length === 0 && leftOut.length === 0)
    return 'No target to count here; `hexapla sync --locale TAG` makes the documents of a locale\n'
  const palette = paletteOf(color)
  const { strong, faint, severity } = palette
  const locales = groupBy(rows, ({ locale }) => locale)
  const lines: string[] = []
  for (const [locale, own] of [...locales].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const words = sumOf(own)
    const all = countOf(words.translated + words.fuzzy + words.untranslated, 'word')
    const said = behindWords(words)
    lines.push(
      `${strong(terminalSafe(locale))}  ${percentUpToDate(words)} % of ${all} up to date${said && `, ${said}`}`,
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
  if (leftOut.length > 0) lines.push(...(rows.length > 0 ? [''] : []), strong('Not counted'))
  lines.push(...leftOutLines(leftOut, palette))
  return `${lines.join('\n')}\n`
}
