import { hash } from 'node:crypto'
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

/** A text's name by its content: SHA-256 of its UTF-8 bytes, in hexadecimal; the bytes are given, or the text. */
export function hashOf(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex')
}

/** Edits in the order of the text; insertions at one place keep the order in which they came. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
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

/** The edits that turn what the given ones leave back into the text that they were made for. */
export function invertedEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0
  return inOrder(edits).map(({ range, text: replacement }) => {
    const start = range.start + shift
    shift += replacement.length - (range.end - range.start)
    return { range: { start, end: start + replacement.length }, text: text.slice(range.start, range.end) }
  })
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

/** A stretch of the original text, or a text that an edit put in. */
type Piece = Range | string

const lengthOf = (piece: Piece): number =>
  typeof piece === 'string' ? piece.length : piece.end - piece.start

/** One list of edits that does what two do one after the other; the second is made for what the first leaves. */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const before = replaced([{ start: 0, end: Infinity }], first)
  return editsOf(replaced(before, second))
}

/** The pieces after edits whose ranges count along the text that the pieces make. */
function replaced(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = []
  let position = 0
  for (const { range, text } of inOrder(edits)) {
    result.push(...sliced(pieces, position, range.start), text)
    position = range.end
  }
  result.push(...sliced(pieces, position, Infinity))
  return result
}

function sliced(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const length = lengthOf(piece)
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, length)
    if (to > from) {
      const part =
        typeof piece === 'string'
          ? piece.slice(from, to)
          : { start: piece.start + from, end: piece.start + to }
      result.push(part)
    }
    at += length
  }
  return result
}

function editsOf(pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = []
  let position = 0
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    if (text !== '' || piece.start > position)
      edits.push({ range: { start: position, end: piece.start }, text })
    text = ''
    position = piece.end
  }
  return edits
}
