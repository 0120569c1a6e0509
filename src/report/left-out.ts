import { terminalSafe } from './escape.ts'
import type { Palette } from './palette.ts'

/** A document that a run could do nothing with: why, and what is to be done about it. */
export interface LeftOut {
  readonly path: string
  readonly line: number
  readonly reason: string
  readonly note: string
}

/** A line for each document that was left out. */
export function leftOutLines(all: readonly LeftOut[], { severity, faint }: Palette): string[] {
  return all.map(({ path, line, reason, note }) =>
    [
      `  ${terminalSafe(`${path}:${line}`)}`,
      severity.error(terminalSafe(reason)),
      faint(terminalSafe(note)),
    ].join('  '),
  )
}
