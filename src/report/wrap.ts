import { cellsOf, widthOf } from '../text/width.ts'

/** A stretch of words and how it is painted. */
export interface Span {
  readonly text: string
  readonly paint: (text: string) => string
}

/** A line as it is painted, and the columns that it takes. */
interface Line {
  readonly text: string
  readonly width: number
}

/** Lays spans out in lines of at most so many columns; a word that is longer is broken where the line ends. */
export function wrap(spans: readonly Span[], columns: number): string[] {
  return layOut(spans, columns).map(({ text }) => text)
}

/** Lays spans out as `wrap` does. */
export function layOut(spans: readonly Span[], columns: number): Line[] {
  const all = spans.map(({ text }) => text).join('')
  const width = widthOf(all)
  if (all !== '' && width <= columns && !/^ | $| {2}/.test(all)) return [{ text: paintedWords(spans), width }]
  const lines: Line[] = []
  let line = ''
  let used = 0
  const add = (gap: string, { text, paint }: Span): void => {
    line += gap + paint(text)
    used += gap.length + widthOf(text)
  }
  const endLine = (): void => {
    lines.push({ text: line, width: used })
    line = ''
    used = 0
  }
  for (const word of wordsOf(spans)) {
    const width = word.reduce((sum, { text }) => sum + widthOf(text), 0)
    if (used > 0 && used + 1 + width > columns) endLine()
    let gap = used > 0 ? ' ' : ''
    for (const piece of word) {
      for (const part of partsOf(piece, columns - used - gap.length, columns)) {
        if (used + gap.length + widthOf(part.text) > columns && used > 0) endLine()
        add(gap, part)
        gap = ''
      }
    }
  }
  return used > 0 ? [...lines, { text: line, width: used }] : lines
}

/** Each word painted for itself, as those are that stand on lines of their own. */
function paintedWords(spans: readonly Span[]): string {
  return spans
    .map(({ text, paint }) =>
      text
        .split(' ')
        .map((word) => (word === '' ? '' : paint(word)))
        .join(' '),
    )
    .join('')
}

/** A stretch without spaces, cut so that its first part fits what is left of a line, and the others one each. */
function partsOf(span: Span, left: number, columns: number): Span[] {
  const width = widthOf(span.text)
  if (width <= left) return [span]
  const parts: string[] = ['']
  let room = left
  for (const cell of cellsOf(span.text)) {
    if (cell.width > room) {
      parts.push('')
      room = columns
    }
    parts.push((parts.pop() ?? '') + cell.text)
    room -= cell.width
  }
  return parts.filter((text) => text !== '').map((text) => ({ text, paint: span.paint }))
}

/** Words, each of the spans that it goes through: `(`, the painted `x` and `)` make one. */
function wordsOf(spans: readonly Span[]): Span[][] {
  const words: Span[][] = [[]]
  for (const { text, paint } of spans) {
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) words.push([])
      if (part !== '') words.at(-1)?.push({ text: part, paint })
    }
  }
  return words.filter((word) => word.length > 0)
}

/** The spans of a sentence: values in backticks painted one way, the words around them another. */
export function spansOf(sentence: string, words: Span['paint'], values: Span['paint']): Span[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, paint: /^`[^`]+`$/.test(text) ? values : words }))
}
