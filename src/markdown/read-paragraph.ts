import type { Paragraph, Parents } from 'mdast'
import { overlaps, sliceOf, trimmed, type Range } from '../text/range.ts'
import type { BlockKind } from './block.ts'
import { directiveIn, type Directive } from './directive.ts'
import { labelGroupOf } from './label-lines.ts'
import { contentLines } from './lines.ts'
import { plainOf } from './plain.ts'
import { addBareBlock, addBlock, sinceAt, sinceNow, type Since } from './read-block.ts'
import { addTable, clipProse } from './read-table.ts'
import {
  addSegment,
  hasLetter,
  inBlock,
  rangeOf,
  wordsSince,
  type Reader,
  type Reading,
  type Surroundings,
} from './reading.ts'
import type { SegmentKind } from './segment.ts'
import { pipeRowsOf } from './table.ts'

/** Reads a paragraph: rows of pipes, elements of MDX, or words, parted by the lines of directives. */
export const readParagraph: Reader<'paragraph'> = (node, whole, around, reading) => {
  const { facts, text } = reading
  const { afterMark } = around
  const isMarked = afterMark !== undefined && afterMark > whole.start && afterMark <= whole.end
  const unmarked = isMarked ? { start: afterMark, end: whole.end } : whole
  const lines = contentLines(text, unmarked, around.quotes).filter((line) => line.end > line.start)
  const range = { start: lines[0]?.start ?? unmarked.end, end: unmarked.end }
  const rows = pipeRowsOf(text, lines)
  const since = sinceNow(reading)
  const kind = around.startsItem && reading.previous === undefined ? 'item' : 'paragraph'
  if (rows) addTable(rows, reading)
  else {
    const group = labelGroupOf(text, range, lines, (line) => endsInBreak(text, line))
    if (group) facts.labelGroups.push(group)
  }
  reading.within(node, inBlock(around))
  if (rows) {
    clipProse(since.prose, rows, reading)
    addBlock(reading, 'table', rows.range, around.depth, since)
  } else if (isElementsAlone(node, text)) {
    addElementSegments(node, around, reading)
    addBlock(reading, wordsSince(since.prose, reading) ? kind : 'markup', range, around.depth, since)
    return
  }
  const titleEnd = isMarked ? lineEndAt(text, afterMark) : 0
  const others = rows ? lines.filter((line) => !overlaps(line, rows.range)) : lines
  const parts = partsOf(others, titleEnd, text)
  const own = (part: Range): Extent =>
    parts.length === 1 && !rows
      ? { since, until: sinceNow(reading) }
      : { since: sinceAt(part.start, since, reading), until: sinceAt(part.end, since, reading) }
  for (const part of parts) addPart(part, kind, around.depth, own, reading)
}

function endsInBreak(text: string, line: Range): boolean {
  if (text.startsWith('  ', line.end)) return true
  return /(?:^|[^\\])(?:\\\\)*\\$|<br\s*\/?>$/i.test(sliceOf(text, line))
}

/** MDX takes a paragraph that holds elements alone for these elements: what they hold are the segments. */
function isElementsAlone(node: Parents | Paragraph, text: string): boolean {
  const isElement = ({ type }: { type: string }): boolean => type === 'mdxJsxTextElement'
  return (
    node.children.some(isElement) &&
    node.children.every(
      (child) => isElement(child) || (child.type === 'text' && sliceOf(text, rangeOf(child)).trim() === ''),
    )
  )
}

function addElementSegments(node: Parents, around: Surroundings, reading: Reading): void {
  const { text } = reading
  for (const element of node.children) {
    if (!('children' in element)) continue
    const [first] = element.children
    const last = element.children.at(-1)
    if (!first || !last) continue
    if (isElementsAlone(element, text)) addElementSegments(element, around, reading)
    else if (hasLetter(plainOf(element))) {
      const range = trimmed(text, { start: rangeOf(first).start, end: rangeOf(last).end })
      addSegment(reading, 'paragraph', range, contentLines(text, range, around.quotes))
    }
  }
}

/** A stretch of a paragraph between the lines of directives, or the line of one. */
interface Part {
  readonly kind: 'title' | 'words' | 'directive'
  readonly lines: readonly Range[]
  readonly directive?: Directive
}

/** A paragraph's lines without those that open and close directives; what stands behind a callout's mark is its title. */
function partsOf(lines: readonly Range[], titleEnd: number, text: string): Part[] {
  const parts: Part[] = []
  let words: Range[] = []
  const end = (): void => {
    if (words.length > 0) parts.push({ kind: 'words', lines: words })
    words = []
  }
  for (const line of lines) {
    const directive = directiveIn(text, line)
    if (line.end <= titleEnd) parts.push({ kind: 'title', lines: [line] })
    else if (directive) {
      end()
      parts.push({ kind: 'directive', lines: [line], directive })
    } else words.push(line)
  }
  end()
  return parts
}

/** The facts of one part, kind by kind: from so many on, up to so many. */
interface Extent {
  readonly since: Since
  readonly until: Since
}

function addPart(
  { kind: partKind, lines, directive }: Part,
  kind: BlockKind & SegmentKind,
  depth: number,
  own: (part: Range) => Extent,
  reading: Reading,
): void {
  const range = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
  if (directive) {
    if (directive.kind !== '') addBareBlock(reading, 'callout', range, depth + 1, [`k${directive.kind}`])
    const { titleRange } = directive
    if (titleRange === undefined || !hasLetter(sliceOf(reading.text, titleRange))) return
    addSegment(reading, 'title', titleRange, [titleRange])
    const { since, until } = own(titleRange)
    addBlock(reading, 'paragraph', titleRange, depth + 1, since, until)
    return
  }
  const { since, until } = own(range)
  const hasWords = wordsSince(since.prose, reading, until.prose)
  if (hasWords) addSegment(reading, partKind === 'title' ? 'title' : kind, range, lines)
  addBlock(reading, kind, range, depth, since, until)
}

function lineEndAt(text: string, offset: number): number {
  const match = /[\r\n]/g
  match.lastIndex = offset
  return match.exec(text)?.index ?? text.length
}
