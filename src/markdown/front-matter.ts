import type { Range } from '../text/range.ts'

/** What kind of value a field holds. A date is a string that looks like one: `2026-11-24`. */
export type FieldType = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'map' | 'null'

/** One key of the front matter; `routes.canonical` for a key within a key. */
export interface Field {
  readonly key: string
  readonly type: FieldType
  /** The value as a text: `true`, `1346`, `Konfiguracja konta`; empty for lists, maps and null. */
  readonly value: string
  /** The key alone: `title` of `title: 'x'`. */
  readonly keyRange: Range
  /** The value without quotation marks where it stands on one line: `x` of `title: 'x'`. */
  readonly valueRange: Range
}

/** Why the block cannot be read, and where. */
export interface FrontMatterProblem {
  /** In the reader's own words: `Nested mappings are not allowed in compact mappings`. */
  readonly reason: string
  readonly range: Range
}

/** The block between `---` or `+++` at the top of a document. */
export interface FrontMatter {
  readonly syntax: 'yaml' | 'toml'
  /** With its fences. */
  readonly range: Range
  /** Without its fences. */
  readonly contentRange: Range
  readonly fields: readonly Field[]
  readonly problem?: FrontMatterProblem
}

/** What a reader of one syntax makes of a block's content; ranges count from the document's start. */
export interface FrontMatterReading {
  readonly fields: readonly Field[]
  readonly problem?: FrontMatterProblem
}

const datePattern = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/

/** What a value in words is: a date where it looks like one, with or without quotation marks. */
export function wordsType(value: string): 'date' | 'string' {
  return datePattern.test(value) ? 'date' : 'string'
}
