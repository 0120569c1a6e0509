import { createHash } from 'node:crypto'
import type { Range } from './range.ts'

/** One replacement: the text that takes the place of a range; an empty range inserts. */
export interface Edit {
  readonly range: Range
  readonly text: string
}

/** Edits of one file, with the hash of the very text that they were made for. */
export interface Patch {
  readonly path: string
  readonly base: string
  readonly edits: readonly Edit[]
}

/** A text's name by its content: SHA-256 of its UTF-8 bytes, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Edits in the order of the text; insertions at one place keep the order in which they came. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
}

/** True where two of the edits claim the same characters. */
export function edited(edits: readonly Edit[], range: Range): boolean {
  return edits.some(
    ({ range: other }) =>
      (other.start < range.end && range.start < other.end) ||
      (other.start === range.start && other.end === range.end),
  )
}

/**
 * The text with the edits applied; every character outside their ranges stays as it is.
 * The only code of the project that changes a text.
 * @throws RangeError where edits overlap or lie outside the text: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let position = 0
  for (const { range, text: replacement } of inOrder(edits)) {
    if (range.start < position || range.end < range.start || range.end > text.length) {
      throw new RangeError(`Unexpected edit at ${range.start}-${range.end}, expected one after ${position}`)
    }
    result += text.slice(position, range.start) + replacement
    position = range.end
  }
  return result + text.slice(position)
}

/** Where an offset of the text lies after the edits; inside a replaced range, its new end. */
export function shiftOf(edits: readonly Edit[]): (offset: number) => number {
  const ordered = inOrder(edits)
  return (offset) => {
    let shift = 0
    for (const { range, text } of ordered) {
      if (range.start > offset || (range.start === offset && range.end > offset)) break
      if (range.end > offset) return range.start + shift + text.length
      shift += text.length - (range.end - range.start)
    }
    return offset + shift
  }
}
