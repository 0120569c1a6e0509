import type { Segment } from '../markdown/segment.ts'
import type { Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'

/** A segment's words without what its containers put before its lines: `> `, indentation. */
export interface Content {
  readonly text: string
  /** Where an offset of the document lies in it; inside a prefix, where that was left out. */
  readonly offsetOf: (offset: number) => number
}

/** Each line from its first word to the line end, white space before that included: it may be a hard break. */
function wholeLines({ lines }: Segment, text: string): Range[] {
  return lines.map((line, index) => {
    const next = lines[index + 1]
    if (next === undefined) return line
    let end = line.end
    while (end < next.start && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
    return { start: line.start, end }
  })
}

/** Reads a segment's content. */
export function contentOf(segment: Segment, text: string): Content {
  const lines = wholeLines(segment, text)
  const starts: number[] = []
  let content = ''
  for (const [index, line] of lines.entries()) {
    starts.push(content.length)
    content += text.slice(line.start, line.end)
    if (index < lines.length - 1) content += '\n'
  }
  const offsetOf = (offset: number): number => {
    const index = Math.max(
      lines.findLastIndex(({ start }) => start <= offset),
      0,
    )
    const line = lines[index] ?? segment.range
    return (starts[index] ?? 0) + Math.max(0, Math.min(offset, line.end) - line.start)
  }
  return { text: content, offsetOf }
}

/**
 * The edits that put another content in a segment's place. Where it has as many lines, each takes the place of one;
 * else new lines begin as the second one does, and where there is none, or none may be, all is one line.
 */
export function contentEdits(segment: Segment, content: string, text: string): Edit[] {
  const lines = wholeLines(segment, text)
  const [first, second] = lines
  const last = lines.at(-1)
  if (!first || !last) return []
  const words = content.split('\n')
  if (words.length === lines.length) {
    return lines.flatMap((range, index) => {
      const line = words[index] ?? ''
      return line === text.slice(range.start, range.end) ? [] : [{ range, text: line }]
    })
  }
  const glue = second ? text.slice(first.end, second.start) : ' '
  return [{ range: { start: first.start, end: last.end }, text: words.join(glue) }]
}
