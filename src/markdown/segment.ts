import type { Range } from '../text/range.ts'

/** What a segment is part of. */
export type SegmentKind = 'field' | 'heading' | 'paragraph' | 'cell' | 'alt'

/** One translatable stretch of a document. Segments may lie inside others: an alternative text in its paragraph. */
export interface Segment {
  readonly kind: SegmentKind
  readonly range: Range
  /** The content of each line, without `> `, indentation or list marker. */
  readonly lines: readonly Range[]
}
