import type { Facts } from '../markdown/facts.ts'
import type { Segment } from '../markdown/segment.ts'
import { contentOf } from './content.ts'
import { inlinesOf, type Inline } from './inline.ts'

/** Markup that was numbered away: the two ends of a pair, or one piece that stands for itself. */
export type Code =
  | { readonly kind: 'pair'; readonly open: string; readonly close: string }
  | { readonly kind: 'lone'; readonly text: string }

/** A segment's words with inline markup numbered away: `Open the <1>panel</1> {2}`. */
export interface Phrase {
  readonly text: string
  /** The first is number 1. */
  readonly codes: readonly Code[]
}

/** What would read as a number of a code, and so becomes one: a text may hold `{1}` itself. */
const lookalike = /<\/?\d+>|\{\d+\}/g
const number = /<(\/?)(\d+)>|\{(\d+)\}/g

/** The phrases of a document's segments, in their order. */
export function phrasesOf(facts: Facts, text: string): Phrase[] {
  const inlines = inlinesOf(facts, text)
  return facts.segments.map((segment) => phraseOf(segment, inlines, text))
}

/** The phrase of one segment of a document, for its inline markup. */
export function phraseOf(segment: Segment, inlines: readonly Inline[], text: string): Phrase {
  const content = contentOf(segment, text)
  const within = inlinesIn(segment, inlines).map(({ range, inner }): Inline => {
    const place = { start: content.offsetOf(range.start), end: content.offsetOf(range.end) }
    return inner
      ? { range: place, inner: { start: content.offsetOf(inner.start), end: content.offsetOf(inner.end) } }
      : { range: place }
  })
  const codes: Code[] = []
  const phrase = numbered(content.text, 0, content.text.length, within, codes)
  return { text: phrase, codes }
}

/** The markup that lies whole in a segment and is not all of it. */
function inlinesIn({ range }: Segment, inlines: readonly Inline[]): Inline[] {
  let low = 0
  let high = inlines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inlines[middle]?.range.start ?? 0) < range.start) low = middle + 1
    else high = middle
  }
  const found: Inline[] = []
  for (let at = low; at < inlines.length; at++) {
    const inline = inlines[at]
    if (!inline || inline.range.start >= range.end) break
    if (inline.range.end <= range.end) found.push(inline)
  }
  return found
}

/** Words from one offset to another with their markup numbered; takes what it has used off the list. */
function numbered(content: string, start: number, end: number, inlines: Inline[], codes: Code[]): string {
  let words = ''
  let at = start
  for (;;) {
    const next = inlines[0]
    if (!next || next.range.start >= end) break
    inlines.shift()
    const { range, inner } = next
    // What reaches out of its surroundings, or into what was passed, stays in the words.
    if (range.start < at || range.end > end || range.end <= range.start) continue
    words += plain(content.slice(at, range.start), codes)
    if (inner) {
      const open = content.slice(range.start, inner.start)
      const close = content.slice(inner.end, range.end)
      const name = String(codes.push({ kind: 'pair', open, close }))
      words += `<${name}>${numbered(content, inner.start, inner.end, inlines, codes)}</${name}>`
    } else words += lone(content.slice(range.start, range.end), codes)
    at = range.end
  }
  return words + plain(content.slice(at, end), codes)
}

function lone(text: string, codes: Code[]): string {
  return `{${String(codes.push({ kind: 'lone', text }))}}`
}

function plain(words: string, codes: Code[]): string {
  return words.replace(lookalike, (found) => lone(found, codes))
}

/** What is wrong with a phrase's codes in other words: lost, said twice, unknown, or a pair the wrong way round. */
export function codeFaults(words: string, codes: readonly Code[]): string[] {
  const seen = new Map<string, number>()
  const open: string[] = []
  const faults: string[] = []
  for (const match of words.matchAll(number)) {
    const [whole, slash, pair, single] = match
    seen.set(whole, (seen.get(whole) ?? 0) + 1)
    const code = codes[Number(pair ?? single) - 1]
    if (code?.kind !== (pair === undefined ? 'lone' : 'pair')) faults.push(`Unexpected \`${whole}\``)
    else if (slash === '') open.push(pair ?? '')
    else if (slash === '/' && open.pop() !== pair) faults.push(`Unexpected \`${whole}\` here`)
  }
  for (const [index, code] of codes.entries()) {
    const name = String(index + 1)
    for (const sign of code.kind === 'pair' ? [`<${name}>`, `</${name}>`] : [`{${name}}`]) {
      const count = seen.get(sign) ?? 0
      if (count !== 1)
        faults.push(`Expected \`${sign}\` once, found it ${count === 0 ? 'not' : `${String(count)} times`}`)
    }
  }
  return faults
}

/** A phrase's words with the markup back in them, as they stand in a segment; for codes without faults. */
export function contentOfPhrase({ text, codes }: Phrase): string {
  return text.replace(
    number,
    (whole, slash: string | undefined, pair: string | undefined, single: string | undefined) => {
      const code = codes[Number(pair ?? single) - 1]
      if (code === undefined) return whole
      if (code.kind === 'lone') return code.text
      return slash === '/' ? code.close : code.open
    },
  )
}
