import { diffArrays } from 'diff'
import type { Edit } from '../text/edit.ts'

/** A change of the source for which there is no place in the target. */
export interface Conflict {
  /** Where in the target it belongs. */
  readonly offset: number
  readonly before: string
  readonly after: string
}

/** What came of a merge: the edits of the target, counted from its start, and how many changes found no place. */
export interface Merged {
  readonly edits: readonly Edit[]
  readonly conflicts: number
  readonly told: readonly Conflict[]
}

/** What a text is cut into: words and signs, or lines. */
export type Grain = 'words' | 'lines'

/** Texts of more pieces than this are merged whole or not at all. */
const mostPieces = 4000

/**
 * Brings the changes between two states of a source into a target that is mostly the same text: code, markup. Each
 * change is made where its surroundings in the target are still the source's.
 */
export function mergeChanges(before: string, after: string, target: string, grain: Grain = 'words'): Merged {
  if (before === after || target === after) return { edits: [], conflicts: 0, told: [] }
  if (target === before)
    return { edits: [{ range: { start: 0, end: target.length }, text: after }], conflicts: 0, told: [] }
  const [a, b, t] = [piecesOf(before, grain), piecesOf(after, grain), piecesOf(target, grain)]
  if (a.length + b.length + t.length > mostPieces && grain === 'words')
    return { edits: [], conflicts: 1, told: [] }
  const places = placesIn(a, t)
  const starts = startsOf(t)
  const edits: Edit[] = []
  const told: Conflict[] = []
  for (const { from, to, words } of hunksOf(a, b)) {
    const place = placeOf(places, from, to, t.length)
    if (!place) {
      if (isMade(places, { from, to, words }, t)) continue
      const known = places.subarray(0, from).findLast((index) => index >= 0) ?? -1
      told.push({
        offset: starts[known + 1] ?? target.length,
        before: a.slice(from, to).join(''),
        after: words,
      })
    } else {
      const range = { start: starts[place.start] ?? target.length, end: starts[place.end] ?? target.length }
      if (target.slice(range.start, range.end) !== words) edits.push({ range, text: words })
    }
  }
  return { edits, conflicts: told.length, told }
}

function piecesOf(text: string, grain: Grain): string[] {
  if (grain === 'lines') return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  return text.match(/\r?\n|[^\S\n]+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []
}

function startsOf(pieces: readonly string[]): number[] {
  let at = 0
  return pieces.map((piece) => {
    const start = at
    at += piece.length
    return start
  })
}

/** For each piece of a text where it stands in another one; -1 where it does not. */
function placesIn(pieces: readonly string[], others: readonly string[]): Int32Array {
  const places = new Int32Array(pieces.length).fill(-1)
  let [i, j] = [0, 0]
  for (const { added, removed, count } of diffArrays([...pieces], [...others])) {
    if (added) j += count
    else if (removed) i += count
    else for (let n = 0; n < count; n++) places[i++] = j++
  }
  return places
}

interface Hunk {
  /** First and last but one of the pieces that are replaced. */
  readonly from: number
  readonly to: number
  readonly words: string
}

function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let i = 0
  let open: { from: number; to: number; words: string } | undefined
  for (const { value, added, removed, count } of diffArrays([...a], [...b])) {
    if (!added && !removed) {
      if (open) hunks.push(open)
      open = undefined
      i += count
      continue
    }
    open ??= { from: i, to: i, words: '' }
    if (added) open.words += value.join('')
    else {
      i += count
      open.to = i
    }
  }
  if (open) hunks.push(open)
  return hunks
}

/** True where a target has a change already: between its neighbours stands what the change would put there. */
function isMade(places: Int32Array, { from, to, words }: Hunk, target: readonly string[]): boolean {
  const before = from === 0 ? -1 : (places[from - 1] ?? -2)
  const after = to === places.length ? target.length : (places[to] ?? -2)
  if (after < 0 || before < (from === 0 ? -1 : 0) || after <= before) return false
  return bare(target.slice(before + 1, after).join('')) === bare(words)
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Where in the target a run of the source's pieces stands as it was, or, of an empty run, between which two. */
function placeOf(
  places: Int32Array,
  from: number,
  to: number,
  length: number,
): { start: number; end: number } | undefined {
  if (from === to) {
    const before = from === 0 ? -1 : (places[from - 1] ?? -2)
    const after = from === places.length ? length : (places[from] ?? -2)
    const isBetween = (from === 0 || before >= 0) && after >= 0 && after === before + 1
    if (isBetween) return { start: after, end: after }
    return undefined
  }
  const start = places[from] ?? -1
  for (let at = from; at < to; at++) if (places[at] !== start + at - from) return undefined
  return start < 0 ? undefined : { start, end: start + to - from }
}
