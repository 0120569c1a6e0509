import { refusalWords } from '../../lint/refusal-words.ts'
import type { Refusal } from '../../markdown/facts.ts'
import type { LeftOut } from '../../report/left-out.ts'
import { lineIndexAt, lineStartsOf } from '../../text/source.ts'

/** A document that cannot be read, as the commands tell of it that needed it. */
export function leftOut(path: string, text: string, refusal: Refusal): LeftOut {
  return { path, line: lineIndexAt(lineStartsOf(text), refusal.range.start) + 1, ...refusalWords(refusal) }
}
