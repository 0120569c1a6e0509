import { widthOf } from './width.ts'

/** A stretch of words and how it is painted. */
export interface Span {
  readonly text: string
  readonly paint: (text: string) => string
}

/** Lays spans out in lines of at most so many columns; a word that is longer stands on a line of its own. */
export function wrap(spans: readonly Span[], columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of wordsOf(spans)) {
    const width = word.reduce((sum, { text }) => sum + widthOf(text), 0)
    const painted = word.map(({ text, paint }) => paint(text)).join('')
    if (used > 0 && used + 1 + width > columns) {
      lines.push(line)
      line = painted
      used = width
    } else {
      line += (used > 0 ? ' ' : '') + painted
      used += (used > 0 ? 1 : 0) + width
    }
  }
  return used > 0 ? [...lines, line] : lines
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
