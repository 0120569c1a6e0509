import type { Message } from '../lint/message.ts'
import type { Summary } from './report.ts'

/** What a message says, a sentence each: the reason, the note, the other places, the fix. */
export function sentencesOf({ reason, note, related = [], fix }: Message): string[] {
  return [
    reason,
    ...(note === undefined ? [] : [note]),
    ...related.map(
      ({ path, place: { start }, reason: why }) => `see ${path}:${start.line}:${start.column} ${why}`,
    ),
    ...(fix ? [`fix: ${fix.title} (${fix.applicability})`] : []),
  ]
}

/** `mail/guide.pl-pl.md:117:49`. */
export function positionOf({ path, place: { start } }: Pick<Message, 'path' | 'place'>): string {
  return `${path}:${start.line}:${start.column}`
}

/** `2 errors, 1 warning`, or `no findings`. */
export function countsOf({ errors, warnings, infos }: Summary): string {
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
  ] as const
  const words = counts.filter(([count]) => count > 0).map(([count, noun]) => countOf(count, noun))
  return words.length === 0 ? 'no findings' : words.join(', ')
}

/** `1 guide`, `2 guides`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
