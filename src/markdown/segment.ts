import type { Range } from '../text/range.ts'

/** What a segment is part of. */
export type SegmentKind =
  | 'field'
  | 'heading'
  | 'paragraph'
  /** The first paragraph of a list item. */
  | 'item'
  | 'cell'
  /** Of a picture. */
  | 'alt'
  /** Of a callout, a link or a picture. */
  | 'title'

/** One translatable stretch of a document; they come in reading order. Segments may lie inside others: an alternative text in its paragraph. */
export interface Segment {
  readonly kind: SegmentKind
  readonly range: Range
  /** The content of each line, without `> `, indentation or list marker. */
  readonly lines: readonly Range[]
}
