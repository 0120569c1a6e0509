import type { FactKind } from '../markdown/facts.ts'
import type { Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'

/** Whether a fix may be made without a person looking at it. */
export type Applicability = 'safe' | 'unsafe'

/** A proposed repair. */
export interface Fix {
  /** What it does: `Insert a blank line`. */
  readonly title: string
  readonly applicability: Applicability
  readonly edits: readonly Edit[]
  /** The facts that it may alter where it edits. All others must read the same afterwards, or it is dropped. */
  readonly changes: readonly FactKind[]
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly path: string
  readonly range: Range
  readonly reason: string
}

/** What a rule yields. */
export interface Finding {
  readonly range: Range
  /** ``Unexpected X, expected Y``, values in backticks, no full stop. */
  readonly reason: string
  /** Help in a sentence. */
  readonly note?: string
  /** True where it is worth one step less than its rule's findings are. */
  readonly lesser?: true
  readonly actual?: string
  readonly expected?: string
  readonly related?: readonly Related[]
  /** How many words it leaves the translator of a locale to do; a budget of words may allow it. */
  readonly words?: number
  readonly fix?: Fix
}

/** What a rule of a whole guide yields. */
export interface FileFinding extends Finding {
  /** The file that it speaks of: a document, or one that is none, such as a picture; its range then is empty. */
  readonly path: string
}
