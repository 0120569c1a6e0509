import type { Nodes } from 'mdast'
import { sliceOf, trimmed, type Range } from '../text/range.ts'
import { trailingAttributes } from './attributes.ts'
import { calloutOf } from './callout.ts'
import { frontMatterOf } from './front-matter-of.ts'
import { contentLines } from './lines.ts'
import { destinationAt, labelEnd } from './link.ts'
import { plainOf } from './plain.ts'
import { addBareBlock, addBlock, addCodeBlock, sinceNow } from './read-block.ts'
import { readParagraph } from './read-paragraph.ts'
import { addTable } from './read-table.ts'
import {
  addSegment,
  addTitle,
  amongBlocks,
  hasLetter,
  inBlock,
  rangeOf,
  wordsSince,
  type Readers,
  type Reading,
} from './reading.ts'
import { tableOf } from './table.ts'

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
    const since = sinceNow(reading)
    reading.within(node, inBlock(around))
    if (wordsSince(since.prose, reading)) {
      addSegment(reading, 'heading', contentRange, contentLines(text, contentRange, around.quotes))
    }
    addBlock(reading, 'heading', contentRange, node.depth, since)
  },

  paragraph: readParagraph,

  blockquote(node, range, around, reading) {
    const callout = calloutOf(node, range, reading.text)
    const depth = around.depth + 1
    if (callout) {
      reading.facts.callouts.push(callout)
      addBareBlock(reading, 'callout', callout.markRange, depth, [`k${callout.kind.toLowerCase()}`])
    }
    const afterMark = callout?.markRange.end
    reading.within(node, amongBlocks(around.quotes + 1, around.inItem, depth, { afterMark }))
  },

  listItem: (node, _, { quotes, depth }, reading) => {
    reading.within(node, amongBlocks(quotes, true, depth + 1, { startsItem: true }))
  },

  footnoteDefinition: (node, _, around, reading) => {
    reading.within(node, amongBlocks(around.quotes, true, around.depth))
  },

  table(node, range, around, reading) {
    const since = sinceNow(reading)
    addTable(tableOf(node, reading.text), reading)
    reading.within(node, inBlock(around))
    addBlock(reading, 'table', range, around.depth, since)
  },

  code(node, range, around, reading) {
    const { facts, text } = reading
    const { lang } = node
    const form = /[`~]/.test(text.charAt(range.start)) ? 'fenced' : 'indented'
    facts.code.push(lang ? { form, range, language: lang } : { form, range })
    addCodeBlock(reading, range, around.depth, node)
  },

  definition({ identifier, url, title }, range, _, reading) {
    const { facts, text } = reading
    const close = labelEnd(text, range.start + 1, range.end)
    const urlRange = destinationAt(text, close + 2, range.end)
    facts.definitions.push({ identifier, range, url, urlRange })
    if (title) addTitle({ start: urlRange.end, end: range.end }, reading)
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
