import { terminalSafe } from './escape.ts'
import { paletteOf, type Paint } from './palette.ts'

/**
 * A unified diff for a reader at a terminal: coloured, and with nothing in it that the terminal would obey.
 * It is no patch any more: what goes to a file or a pipe is the diff itself.
 */
export function showDiff(diff: string, color: boolean): string {
  const { plain, faint, strong, good, severity } = paletteOf(color)
  const paints: readonly (readonly [start: string, paint: Paint])[] = [
    ['diff --git ', strong],
    ['--- ', faint],
    ['+++ ', faint],
    ['@@ ', faint],
    ['\\ ', faint],
    ['+', good],
    ['-', severity.error],
  ]
  const paintOf = (line: string): Paint => paints.find(([start]) => line.startsWith(start))?.[1] ?? plain
  return diff
    .split('\n')
    .map((line) => paintOf(line)(line.split('\t').map(terminalSafe).join('\t')))
    .join('\n')
}
