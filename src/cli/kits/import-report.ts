import type { ReturnedKit, UnitNote } from '../../exchange/kit.ts'
import type { Taken } from '../../exchange/take.ts'
import { countOf } from '../../report/sentences.ts'

/** What came of one kit, and where its words went. */
export interface Told {
  readonly path: string
  readonly isNew: boolean
  /** How many of its units. */
  readonly written: number
  readonly behind: number
  readonly same: number
  readonly left: number
  readonly unread: number
  readonly notes: readonly UnitNote[]
}

/** What there is to say of a kit that was taken. */
export function toldOf(
  { written, behind, same, left, unread, notes }: Taken,
  place: Pick<Told, 'path' | 'isNew'>,
): Told {
  return { ...place, written: written.length, behind: behind.size, same: same.length, left, unread, notes }
}

/** What is said of a kit that was taken: what is wrong with its units, and the sums; `isDone` where its words are in the files now. */
export function linesOf(
  file: string,
  kit: ReturnedKit,
  { path, isNew, written, behind, same, left, unread, notes }: Told,
  { isDone, isQuiet }: { readonly isDone: boolean; readonly isQuiet: boolean },
): string[] {
  const refused = notes.filter(({ severity }) => severity === 'error')
  const counts = [
    `${countOf(written, 'unit')} ${isDone ? 'written' : 'to write'}`,
    ...(behind > 0 ? [`${behind} of them fuzzy again`] : []),
    ...(same > 0 ? [`${same} as they were`] : []),
    ...(left > 0 ? [`${left} without a translation`] : []),
    ...(unread > 0 ? [`${unread} fuzzy (\`--fuzzy\` takes them)`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ]
  const shown = isQuiet ? refused : notes
  return [
    ...shown.map(
      ({ line, severity, reasons, id }) => `${file}:${line}  ${severity}  ${reasons.join('; ')}  ${id}`,
    ),
    `${path}${isNew ? ' (new)' : ''}: ${counts.join(', ')}, of ${kit.units.length}`,
  ]
}
