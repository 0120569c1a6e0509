import { terminalSafe } from './escape.ts'
import { countOf } from './sentences.ts'

/** A file that was not written; all others were where it is the only one that was left. */
interface Refused {
  readonly path?: string
  readonly reason: string
  readonly isAlone?: true
}

/** Says of files that were to be written as one which could not be, why, and what became of the others. */
export function refusedWords(refused: readonly Refused[], all: number, command: string): string[] {
  if (refused.length === 0) return []
  const reasons = refused.flatMap(({ path, reason }) =>
    path === undefined ? [] : [`${path} was not written: ${reason}`],
  )
  const whole = refused.find(({ path }) => path === undefined)
  const others = all - refused.length
  const neither = others === 0 ? '' : `, ${countOf(others, 'other file')} of this run neither`
  const sum = whole
    ? `Nothing was written: ${whole.reason}. Run \`${command}\` again when it has ended`
    : `${refused.every(({ isAlone }) => isAlone) ? 'All others were' : `Nothing was written${neither}`}. Run \`${command}\` again once that is put right`
  return [...reasons, sum].map((line) => `${terminalSafe(line)}\n`)
}
