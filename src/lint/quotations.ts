import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { matchesInProse } from './words.ts'

/** Words between two quotation marks: `"Parametry"`. */
export interface Quotation {
  readonly open: Range
  readonly close: Range
}

const mark = /["“”„«»「」『』]/g

/** A mark that opens or closes; undefined where nobody can tell. */
interface Mark {
  readonly at: number
  readonly opens: boolean | undefined
}

/** The quotations of a document, block by block; a block whose marks do not pair is left out whole. */
export function quotationsIn(text: string, { prose, segments }: Facts): Quotation[] {
  const blocks = segments.filter(({ kind }) => kind !== 'alt' && kind !== 'field')
  const quotations: Quotation[] = []
  let next = 0
  let marks: Mark[] = []
  for (const { range } of matchesInProse(text, prose, mark)) {
    while (next < blocks.length && (blocks[next]?.range.end ?? 0) <= range.start) {
      quotations.push(...pairsOf(marks))
      marks = []
      next++
    }
    const block = blocks[next]?.range
    if (block && block.start <= range.start) marks.push(markAt(text, range.start, block))
  }
  return [...quotations, ...pairsOf(marks)]
}

const space = /[\s\u00A0\u202F]/
const beforeOpening = /[\s\u00A0\u202F([{—–/'’“„«¿¡-]/
const behindClosing = /[\s\u00A0\u202F.,;:!?)\]}—–/'’”“»…-]/
const alwaysOpens = new Set(['„', '「', '『'])
const alwaysCloses = new Set(['」', '』'])

function markAt(text: string, at: number, block: Range): Mark {
  const sign = text.charAt(at)
  if (alwaysOpens.has(sign)) return { at, opens: true }
  if (alwaysCloses.has(sign)) return { at, opens: false }
  const before = neighbour(text, at, -1, block)
  const behind = neighbour(text, at, 1, block)
  const mayOpen = (before === '' || beforeOpening.test(before)) && behind !== '' && !space.test(behind)
  const mayClose = before !== '' && !space.test(before) && (behind === '' || behindClosing.test(behind))
  if (mayOpen !== mayClose) return { at, opens: mayOpen }
  // French sets spaces on both sides; then the shape tells.
  return { at, opens: sign === '«' ? true : sign === '»' ? false : undefined }
}

/** The next character of the block in a direction, signs of emphasis passed over; empty at its end. */
function neighbour(text: string, from: number, step: 1 | -1, block: Range): string {
  let at = from + step
  while (/[*_~]/.test(text.charAt(at)) && at >= block.start && at < block.end) at += step
  return at < block.start || at >= block.end ? '' : text.charAt(at)
}

function pairsOf(marks: readonly Mark[]): Quotation[] {
  const open: number[] = []
  const pairs: Quotation[] = []
  for (const { at, opens } of marks) {
    if (opens === undefined) return []
    if (opens) {
      open.push(at)
      continue
    }
    const start = open.pop()
    if (start === undefined) return []
    pairs.push({ open: { start, end: start + 1 }, close: { start: at, end: at + 1 } })
  }
  return open.length > 0 ? [] : pairs
}
