import { hashOf } from '../text/edit.ts'
import type { Message } from './message.ts'

/** What tells a finding from another of its rule in its file, wherever it moves to: the hash of the words in its range. */
export function wordsHashOf({ range }: Pick<Message, 'range'>, text: string): string {
  const words = text.slice(range.start, range.end)
  return hashOf(words.trim() === '' ? lineAround(text, range.start) : words).slice(0, 16)
}

/** The line of an empty place, which has no words of its own. */
function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(offset === 0 ? 0 : start, end < 0 ? text.length : end).trim()
}

/** A name for each message that stays when other lines of its file change: path, rule, words, and which of the equal ones. */
export function fingerprintsOf(
  messages: readonly Message[],
  textOf: (path: string) => string | undefined,
): string[] {
  const counts = new Map<string, number>()
  return messages.map((message) => {
    const { path, ruleId } = message
    const key = [path, ruleId, wordsHashOf(message, textOf(path) ?? '')].join('\0')
    return hashOf(`${key}\0${countBy(counts, key)}`).slice(0, 32)
  })
}

/** Counts one more of something; how many there are of it now. */
export function countBy(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}
