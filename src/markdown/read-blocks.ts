import type { Nodes, Paragraph, Parents } from 'mdast'
import { overlaps, sliceOf, trimmed, type Range } from '../text/range.ts'
import { trailingAttributes } from './attributes.ts'
import { calloutOf } from './callout.ts'
import { frontMatterOf } from './front-matter.ts'
import { labelGroupOf } from './label-lines.ts'
import { contentLines } from './lines.ts'
import { destinationAt, labelEnd } from './link.ts'
import { plainOf } from './plain.ts'
import { addSegment, hasLetter, rangeOf, type Readers, type Reading, type Surroundings } from './reading.ts'
import { pipeRowsOf, tableOf, type Table } from './table.ts'

/** Readers of blocks. */
export const blockReaders: Readers = {
  yaml(_, range, __, reading) {
    readFrontMatter('yaml', range, reading)
  },

  toml(_, range, __, reading) {
    readFrontMatter('toml', range, reading)
  },

  heading(node, range, around, reading) {
    const { facts, text } = reading
    const [first] = node.children
    const last = node.children.at(-1)
    const whole =
      first && last
        ? { start: rangeOf(first).start, end: rangeOf(last).end }
        : { start: range.end, end: range.end }
    const attributes = trailingAttributes(text, whole)
    const contentRange = trimmed(
      text,
      attributes ? { start: whole.start, end: attributes.range.start } : whole,
    )
    const heading = { range, depth: node.depth, text: plainOf(node), contentRange }
    facts.headings.push(attributes?.id === undefined ? heading : { ...heading, id: attributes.id })
    if (attributes) facts.attributes.push(attributes.range)
    if (attributes?.id !== undefined && attributes.idRange) {
      facts.anchors.push({ id: attributes.id, range: attributes.idRange })
    }
    const before = facts.prose.length
    reading.within(node, around)
    if (wordsSince(before, reading)) {
      addSegment(reading, 'heading', contentRange, contentLines(text, contentRange, around.quotes))
    }
  },

  paragraph(node, whole, around, reading) {
    const { facts, text } = reading
    const { afterMark } = around
    const isMarked = afterMark !== undefined && afterMark > whole.start && afterMark <= whole.end
    const unmarked = isMarked ? { start: afterMark, end: whole.end } : whole
    const lines = contentLines(text, unmarked, around.quotes).filter((line) => line.end > line.start)
    const range = { start: lines[0]?.start ?? unmarked.end, end: unmarked.end }
    const rows = pipeRowsOf(text, lines)
    if (rows) addTable(rows, reading)
    else {
      const group = labelGroupOf(text, range, lines, (line) => endsInBreak(text, line))
      if (group) facts.labelGroups.push(group)
    }
    const before = facts.prose.length
    reading.within(node, around)
    if (rows) clipProse(before, rows, reading)
    else if (isElementsAlone(node, text)) addElementSegments(node, around, reading)
    else if (wordsSince(before, reading)) addSegment(reading, 'paragraph', range, lines)
  },

  blockquote(node, range, around, reading) {
    const callout = calloutOf(node, range, reading.text)
    if (callout) reading.facts.callouts.push(callout)
    const inside = { quotes: around.quotes + 1, inItem: around.inItem }
    reading.within(node, callout ? { ...inside, afterMark: callout.markRange.end } : inside)
  },

  listItem: (node, _, around, reading) => {
    reading.within(node, { quotes: around.quotes, inItem: true })
  },

  footnoteDefinition: (node, _, around, reading) => {
    reading.within(node, { quotes: around.quotes, inItem: true })
  },

  table(node, _, around, reading) {
    addTable(tableOf(node, reading.text), reading)
    reading.within(node, around)
  },

  code({ lang }, range, _, { facts, text }) {
    const form = /[`~]/.test(text.charAt(range.start)) ? 'fenced' : 'indented'
    facts.code.push(lang ? { form, range, language: lang } : { form, range })
  },

  definition({ identifier, url }, range, _, { facts, text }) {
    const close = labelEnd(text, range.start + 1, range.end)
    facts.definitions.push({ identifier, range, url, urlRange: destinationAt(text, close + 2, range.end) })
  },
}

function readFrontMatter(syntax: 'yaml' | 'toml', range: Range, reading: Reading): void {
  const frontMatter = frontMatterOf(reading.text, syntax, range)
  reading.facts.frontMatter = frontMatter
  for (const { type, value, valueRange } of frontMatter.fields) {
    const isWords = type === 'string' && hasLetter(value) && sliceOf(reading.text, valueRange) === value
    if (isWords) addSegment(reading, 'field', valueRange, [valueRange])
  }
}

function addTable(table: Table, reading: Reading): void {
  reading.facts.tables.push(table)
  for (const row of table.rows) {
    for (const { range, text } of row.cells) if (hasLetter(text)) addSegment(reading, 'cell', range, [range])
  }
}

/** The words of pipe rows, cell by cell, as those of a table are. */
function clipProse(since: number, { rows }: Table, { facts, text }: Reading): void {
  const cells = rows.flatMap((row) => row.cells)
  for (const stretch of facts.prose.splice(since)) {
    for (const { range } of cells.filter((cell) => overlaps(cell.range, stretch))) {
      const { start, end } = {
        start: Math.max(range.start, stretch.start),
        end: Math.min(range.end, stretch.end),
      }
      const words = trimmed(text, { start, end })
      if (words.end > words.start) facts.prose.push(words)
    }
  }
}

function endsInBreak(text: string, line: Range): boolean {
  if (text.startsWith('  ', line.end)) return true
  return /(?:^|[^\\])(?:\\\\)*\\$|<br\s*\/?>$/i.test(sliceOf(text, line))
}

/** True where prose that was read since some point holds words. */
function wordsSince(since: number, { facts, text }: Reading): boolean {
  return facts.prose.slice(since).some((range) => hasLetter(sliceOf(text, range)))
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

/** Notes two blocks with no blank line between them. */
export function noteTouch(before: Nodes, after: Nodes, { facts, text }: Reading): void {
  const range = rangeOf(before)
  const next = rangeOf(after).start
  let lineEnds = 0
  for (let at = range.end; at < next; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lineEnds++
  }
  if (lineEnds === 1) facts.touches.push({ before: before.type, after: after.type, range, next })
}
