import type { Heading as HeadingNode, Nodes, Paragraph, Root } from 'mdast'
import { overlaps, sliceOf, trimmed, type Range } from '../text/range.ts'
import { attributesAt, trailingAttributes } from './attributes.ts'
import { calloutOf } from './callout.ts'
import { emptyFacts, type Facts } from './facts.ts'
import { frontMatterOf } from './front-matter.ts'
import { tagsIn, type Tag } from './html.ts'
import { labelGroupOf } from './label-lines.ts'
import { contentLines } from './lines.ts'
import { destinationAt, labelEnd } from './link.ts'
import { literalLinksIn } from './literal.ts'
import type { Parsed } from './parse.ts'
import { plainOf } from './plain.ts'
import type { SegmentKind } from './segment.ts'
import { pipeRowsOf, tableOf } from './table.ts'

type Draft = ReturnType<typeof emptyFacts>

/** What the walk carries from a node to those within it. */
interface Surroundings {
  /** How many quotes lie around: so many `>` begin each line. */
  readonly quotes: number
  readonly inItem: boolean
  /** Bare addresses in a link's words are no links of their own. */
  readonly inLink?: true
  /** Offset behind the `[!kind]` of the callout whose first paragraph comes next. */
  readonly afterMark?: number
}

const shortcode = /\{\{.*?\}\}/g
const word = /[\p{L}\p{N}]/u

/** Reads a parsed document into facts, in one walk over its tree. */
export function factsOf(parsed: Parsed, text: string): Facts {
  const facts = emptyFacts()
  if (parsed.syntaxError) facts.syntaxError = parsed.syntaxError
  walkChildren(parsed.tree, facts, text, { quotes: 0, inItem: false })
  resolveReferences(facts)
  return facts
}

function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

function walkChildren(parent: Nodes, facts: Draft, text: string, around: Surroundings): void {
  if (!('children' in parent)) return
  let previous: Nodes | undefined
  for (const child of parent.children) {
    walk(child, facts, text, around, previous)
    if (previous && !around.inItem && isFlow(parent)) noteTouch(previous, child, facts, text)
    previous = child
  }
}

function walk(
  node: Nodes,
  facts: Draft,
  text: string,
  around: Surroundings,
  previous: Nodes | undefined,
): void {
  const range = rangeOf(node)
  switch (node.type) {
    case 'yaml':
      readFrontMatter('yaml', range, facts, text)
      return
    case 'heading':
      readHeading(node, range, facts, text, around)
      return
    case 'paragraph':
      readParagraph(node, range, facts, text, around)
      return
    case 'text':
      readWords(range, previous, facts, text, around)
      return
    case 'blockquote': {
      const callout = calloutOf(node, range, text)
      if (callout) facts.callouts.push(callout)
      const inside = { quotes: around.quotes + 1, inItem: around.inItem }
      walkChildren(node, facts, text, callout ? { ...inside, afterMark: callout.markRange.end } : inside)
      return
    }
    case 'listItem':
    case 'footnoteDefinition':
      walkChildren(node, facts, text, { quotes: around.quotes, inItem: true })
      return
    case 'table':
      readTable(facts, tableOf(node, text))
      break
    case 'code': {
      const form = /[`~]/.test(text.charAt(range.start)) ? 'fenced' : 'indented'
      facts.code.push(node.lang ? { form, range, language: node.lang } : { form, range })
      return
    }
    case 'inlineCode':
      facts.code.push({ form: 'inline', range })
      return
    case 'break':
      facts.breaks.push(range)
      return
    case 'html':
      readMarkup(range, facts, text)
      return
    case 'link':
      readLink(node.url, plainOf(node, { images: true }), range, facts, text)
      if (text.charAt(range.start) !== '<') walkChildren(node, facts, text, { ...around, inLink: true })
      return
    case 'linkReference': {
      const textRange = { start: range.start + 1, end: labelEnd(text, range.start + 1, range.end) }
      const urlRange = { start: range.end, end: range.end }
      const words = plainOf(node, { images: true })
      // The address is the identifier until all definitions are known.
      facts.links.push({ form: 'reference', range, url: node.identifier, urlRange, text: words, textRange })
      walkChildren(node, facts, text, { ...around, inLink: true })
      return
    }
    case 'image':
    case 'imageReference': {
      const altRange = { start: range.start + 2, end: labelEnd(text, range.start + 2, range.end) }
      const form = node.type === 'image' ? 'inline' : 'reference'
      const urlRange =
        form === 'inline'
          ? destinationAt(text, altRange.end + 2, range.end)
          : { start: range.end, end: range.end }
      const url = node.type === 'image' ? node.url : node.identifier
      const alt = node.alt ?? ''
      facts.images.push({ form, range, url, urlRange, alt, altRange })
      if (word.test(alt)) addSegment(facts, 'alt', altRange, contentLines(text, altRange, around.quotes))
      return
    }
    case 'definition': {
      const close = labelEnd(text, range.start + 1, range.end)
      const urlRange = destinationAt(text, close + 2, range.end)
      facts.definitions.push({ identifier: node.identifier, range, url: node.url, urlRange })
      return
    }
    default:
      readOther(node, range, facts, text)
  }
  walkChildren(node, facts, text, around)
}

/** Nodes that mdast's own types do not know: TOML, MDX. */
function readOther(node: { readonly type: string }, range: Range, facts: Draft, text: string): void {
  if (node.type === 'toml') readFrontMatter('toml', range, facts, text)
  else if (node.type === 'mdxjsEsm') facts.opaque.push(range)
  else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    facts.opaque.push(range)
    const comment = /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/.exec(sliceOf(text, range))
    if (comment) facts.comments.push({ range, value: (comment[1] ?? '').trim() })
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const tag = tagsIn(text, range)[0]
    if (tag) {
      facts.opaque.push(tag.range)
      readTag(tag, facts)
    }
  }
}

function readFrontMatter(syntax: 'yaml' | 'toml', range: Range, facts: Draft, text: string): void {
  const frontMatter = frontMatterOf(text, syntax, range)
  facts.frontMatter = frontMatter
  for (const { type, value, valueRange } of frontMatter.fields) {
    const isWords = type === 'string' && word.test(value) && sliceOf(text, valueRange) === value
    if (isWords) addSegment(facts, 'field', valueRange, [valueRange])
  }
}

function readHeading(
  node: HeadingNode,
  range: Range,
  facts: Draft,
  text: string,
  around: Surroundings,
): void {
  const first = node.children[0]
  const last = node.children.at(-1)
  const whole =
    first && last
      ? { start: rangeOf(first).start, end: rangeOf(last).end }
      : { start: range.end, end: range.end }
  const attributes = trailingAttributes(text, whole)
  const contentRange = trimmed(text, attributes ? { start: whole.start, end: attributes.range.start } : whole)
  const id = attributes?.id
  const heading = { range, depth: node.depth, text: plainOf(node), contentRange }
  facts.headings.push(id === undefined ? heading : { ...heading, id })
  if (attributes) facts.attributes.push(attributes.range)
  if (attributes?.id !== undefined && attributes.idRange)
    facts.anchors.push({ id: attributes.id, range: attributes.idRange })
  const before = facts.prose.length
  walkChildren(node, facts, text, around)
  if (hasWords(facts, before, text))
    addSegment(facts, 'heading', contentRange, contentLines(text, contentRange, around.quotes))
}

function readParagraph(
  node: Paragraph,
  whole: Range,
  facts: Draft,
  text: string,
  around: Surroundings,
): void {
  const { afterMark } = around
  const isMarked = afterMark !== undefined && afterMark > whole.start && afterMark <= whole.end
  const unmarked = isMarked ? { start: afterMark, end: whole.end } : whole
  const lines = contentLines(text, unmarked, around.quotes).filter((line) => line.end > line.start)
  const range = { start: lines[0]?.start ?? unmarked.end, end: unmarked.end }
  const rows = pipeRowsOf(text, lines)
  if (rows) readTable(facts, rows)
  else {
    const group = labelGroupOf(text, range, lines, (line) => endsInBreak(text, line))
    if (group) facts.labelGroups.push(group)
  }
  const before = facts.prose.length
  walkChildren(node, facts, text, around)
  if (rows) clipProse(facts, before, rows, text)
  else if (hasWords(facts, before, text)) {
    addSegment(facts, 'paragraph', range, lines)
  }
}

/** The words of pipe rows, cell by cell, as those of a table are. */
function clipProse(facts: Draft, since: number, { rows }: Facts['tables'][number], text: string): void {
  const cells = rows.flatMap((row) => row.cells)
  const stretches = facts.prose.splice(since)
  for (const stretch of stretches) {
    const within = cells.filter(({ range }) => overlaps(range, stretch))
    for (const { range } of within) {
      pushProse(facts, text, Math.max(range.start, stretch.start), Math.min(range.end, stretch.end))
    }
  }
}

function endsInBreak(text: string, line: Range): boolean {
  if (/ {2}/y.test(text.slice(line.end, line.end + 2))) return true
  return /(?:^|[^\\])(?:\\\\)*\\$|<br\s*\/?>$/i.test(sliceOf(text, line))
}

function readTable(facts: Draft, table: Facts['tables'][number]): void {
  facts.tables.push(table)
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (word.test(cell.text)) addSegment(facts, 'cell', cell.range, [cell.range])
    }
  }
}

/** A run of plain words: what is no word in it (attribute list, shortcode, callout mark, bare address) is set aside. */
function readWords(
  range: Range,
  previous: Nodes | undefined,
  facts: Draft,
  text: string,
  around: Surroundings,
): void {
  const start =
    around.afterMark !== undefined && around.afterMark > range.start ? around.afterMark : range.start
  const follows =
    previous &&
    rangeOf(previous).end === start &&
    ['image', 'imageReference', 'link', 'linkReference', 'inlineCode'].includes(previous.type)
  const attributes = follows ? attributesAt(text, start) : undefined
  if (attributes) {
    facts.attributes.push(attributes.range)
    if (attributes.id !== undefined && attributes.idRange)
      facts.anchors.push({ id: attributes.id, range: attributes.idRange })
  }
  const from = attributes ? Math.min(attributes.range.end, range.end) : start
  if (from >= range.end) return
  for (const line of contentLines(text, { start: from, end: range.end }, around.quotes)) {
    let at = line.start
    for (const cut of cutsIn(line, facts, text, around)) {
      pushProse(facts, text, at, cut.start)
      at = cut.end
    }
    pushProse(facts, text, at, line.end)
  }
}

function cutsIn(line: Range, facts: Draft, text: string, around: Surroundings): Range[] {
  const cuts: Range[] = []
  const words = sliceOf(text, line)
  if (words.includes('{{')) {
    for (const match of words.matchAll(shortcode)) {
      const start = line.start + match.index
      const range = { start, end: start + match[0].length }
      cuts.push(range)
      facts.opaque.push(range)
    }
  }
  const heading = facts.headings.at(-1)
  const list = facts.attributes.at(-1)
  if (heading && list && list.start >= line.start && list.end <= line.end && list.end <= heading.range.end)
    cuts.push(list)
  if (around.inLink) return cuts
  for (const { range, url } of literalLinksIn(text, line)) {
    cuts.push(range)
    facts.links.push({
      form: 'literal',
      range,
      url,
      urlRange: range,
      text: sliceOf(text, range),
      textRange: { start: range.end, end: range.end },
    })
  }
  return cuts.length > 1 ? cuts.sort((a, b) => a.start - b.start) : cuts
}

function pushProse(facts: Draft, text: string, start: number, end: number): void {
  if (end <= start) return
  const range = trimmed(text, { start, end })
  if (range.end > range.start) facts.prose.push(range)
}

function readLink(url: string, words: string, range: Range, facts: Draft, text: string): void {
  if (text.charAt(range.start) === '<') {
    const inner = { start: range.start + 1, end: range.end - 1 }
    facts.links.push({
      form: 'autolink',
      range,
      url,
      urlRange: inner,
      text: words,
      textRange: { start: range.end, end: range.end },
    })
    return
  }
  const textRange = { start: range.start + 1, end: labelEnd(text, range.start + 1, range.end) }
  const urlRange = destinationAt(text, textRange.end + 2, range.end)
  facts.links.push({ form: 'inline', range, url, urlRange, text: words, textRange })
}

/** Raw HTML: kept as it is, looked through for comments, anchors, links and pictures. */
function readMarkup(range: Range, facts: Draft, text: string): void {
  facts.opaque.push(range)
  for (let open = text.indexOf('<!--', range.start); open >= 0 && open < range.end;) {
    const close = text.indexOf('-->', open + 4)
    const end = close < 0 || close + 3 > range.end ? range.end : close + 3
    const value = text.slice(open + 4, close < 0 ? end : Math.min(close, end)).trim()
    facts.comments.push({ range: { start: open, end }, value })
    open = text.indexOf('<!--', end)
  }
  for (const tag of tagsIn(text, range)) readTag(tag, facts)
}

function readTag(tag: Tag, facts: Draft): void {
  const attribute = (name: string): Tag['attributes'][number] | undefined =>
    tag.attributes.find((each) => each.name === name)
  const name = tag.name.toLowerCase()
  for (const each of [attribute('id'), name === 'a' ? attribute('name') : undefined]) {
    if (each && each.value !== '') facts.anchors.push({ id: each.value, range: each.range })
  }
  const href = attribute('href')
  if (href && !href.isExpression) {
    const none = { start: tag.range.end, end: tag.range.end }
    facts.links.push({
      form: 'html',
      range: tag.range,
      url: href.value,
      urlRange: href.range,
      text: '',
      textRange: none,
    })
  }
  const source = attribute('src')
  if (source && !source.isExpression && (name === 'img' || name === 'image')) {
    const alt = attribute('alt')
    const image = {
      form: 'html',
      range: tag.range,
      url: source.value,
      urlRange: source.range,
      alt: alt?.value ?? '',
    } as const
    facts.images.push(alt ? { ...image, altRange: alt.range } : image)
  }
}

function noteTouch(before: Nodes, after: Nodes, facts: Draft, text: string): void {
  const range = rangeOf(before)
  const next = rangeOf(after).start
  let lineEnds = 0
  for (let at = range.end; at < next; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lineEnds++
  }
  if (lineEnds === 1) facts.touches.push({ before: before.type, after: after.type, range, next })
}

function isFlow(node: Nodes | Root): boolean {
  return node.type === 'root' || node.type === 'blockquote' || (node.type as string) === 'mdxJsxFlowElement'
}

function addSegment(facts: Draft, kind: SegmentKind, range: Range, lines: readonly Range[]): void {
  facts.segments.push({ kind, range, lines })
}

function hasWords(facts: Draft, since: number, text: string): boolean {
  for (let index = since; index < facts.prose.length; index++) {
    const range = facts.prose[index]
    if (range && word.test(sliceOf(text, range))) return true
  }
  return false
}

/** Gives reference links and pictures the address of their definition. */
function resolveReferences(facts: Draft): void {
  if (facts.definitions.length === 0) return
  const definitions = new Map([...facts.definitions].reverse().map((each) => [each.identifier, each]))
  const resolve = <Item extends { readonly form: string; readonly url: string; readonly urlRange: Range }>(
    item: Item,
  ): Item => {
    const definition = item.form === 'reference' ? definitions.get(item.url) : undefined
    return definition ? { ...item, url: definition.url, urlRange: definition.urlRange } : item
  }
  facts.links = facts.links.map(resolve)
  facts.images = facts.images.map(resolve)
}
