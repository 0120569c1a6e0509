import type { ReturnedKit } from '../../exchange/kit.ts'
import type { Taken } from '../../exchange/take.ts'
import { countOf } from '../../report/sentences.ts'

/** What came of one kit, and where its words went. */
export interface Told {
  readonly taken: Taken
  readonly path: string
  readonly isNew: boolean
}

/** What is said of a kit that was taken: what is wrong with its units, and the sums; `isDone` where its words are in the files now. */
export function linesOf(
  file: string,
  kit: ReturnedKit,
  { taken, path, isNew }: Told,
  { isDone, isQuiet }: { readonly isDone: boolean; readonly isQuiet: boolean },
): string[] {
  const { written, behind, same, left, unread, notes } = taken
  const refused = notes.filter(({ severity }) => severity === 'error')
  const counts = [
    `${countOf(written.length, 'unit')} ${isDone ? 'written' : 'to write'}`,
    ...(behind.size > 0 ? [`${behind.size} of them fuzzy again`] : []),
    ...(same.length > 0 ? [`${same.length} as they were`] : []),
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
