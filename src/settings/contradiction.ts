import type { Range } from '../text/range.ts'

/** Where a document says what cannot be true, and what could stand there instead. */
export interface Contradiction {
  readonly kind:
    | 'value'
    /** A value that nothing knows. */
    | 'unknown'
    /** A port that stands twice in one list. */
    | 'repeat'
    /** A label that is to blame for what stands behind it. */
    | 'label'
    | 'security'
    /** No encryption where there is some: old and insecure. */
    | 'cleartext'
    | 'agreement'
  readonly range: Range
  readonly actual: string
  /** ``Unexpected X, expected Y`` */
  readonly reason: string
  readonly note?: string
  /** What to write in the place of `range`, where one answer is left. */
  readonly answer?: string
  /** False where a person should look at the answer. */
  readonly isSafe: boolean
  /** Places in the settings file. */
  readonly places: readonly Elsewhere[]
  /** Places in the document. */
  readonly others: readonly Elsewhere[]
}

/** Another place, and what it says. */
export interface Elsewhere {
  readonly range: Range
  readonly reason: string
}

/** `993`, `993` or `143` */
export function anyOf(words: readonly string[]): string {
  const quoted = [...new Set(words)].map((word) => `\`${word}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
}
