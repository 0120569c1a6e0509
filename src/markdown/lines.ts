import { trimmed, type Range } from '../text/range.ts'
import { linesOf, lineStartAt } from '../text/source.ts'

/**
 * The content of each line of a block: without the `> ` of the quotes around it, without indentation
 * and without white space at its end. The first line begins where the range begins. Lazy lines,
 * which lack some of the marks, are read as Markdown reads them.
 */
export function contentLines(text: string, range: Range, quotes: number): Range[] {
  return linesOf(text, range).map((line, index) => {
    const start = index === 0 ? line.start : afterPrefix(text, line, quotes)
    return trimmed(text, { start, end: line.end })
  })
}

function afterPrefix(text: string, { start, end }: Range, quotes: number): number {
  let at = start
  let left = quotes
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === 62 && left > 0) left--
    else if (code !== 32 && code !== 9) break
    at++
  }
  return at
}

/**
 * What must stand before a new line so that it lies in the same containers as the block that begins at an
 * offset: `> ` inside a quote, nothing at the top. Only for blocks outside lists.
 */
export function linePrefixAt(text: string, offset: number): string {
  const lineStart = lineStartAt(text, offset)
  const prefix = text.slice(lineStart, offset)
  return /^[>\s]*$/.test(prefix) ? prefix.replace(/\s+$/, '').replace(/^\uFEFF/, '') : ''
}
