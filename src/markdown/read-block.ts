import { sliceOf, type Range } from '../text/range.ts'
import { countUpTo } from '../text/search.ts'
import { shortHashOf, written } from '../text/short-hash.ts'
import { packed, type Block, type BlockKind } from './block.ts'
import type { Tag } from './html.ts'
import type { Draft } from './facts.ts'
import type { Reading } from './reading.ts'
import { emptyScan, scanProse, type Scan } from './scan.ts'

/** How many facts of a kind there were before a block was read: those behind them are the block's own. */
export interface Since {
  readonly prose: number
  readonly links: number
  readonly images: number
  readonly code: number
  readonly emphases: number
  readonly attributes: number
  readonly opaque: number
}

/** Where the facts stand now. */
export function sinceNow({ facts }: Reading): Since {
  return countsBy((kind) => facts[kind].length)
}

/**
 * How many facts began before an offset, of those that were read since some point and stand in the order of the text.
 * They are searched, not walked: a paragraph may have as many parts as lines.
 */
export function sinceAt(offset: number, since: Since, { facts }: Reading): Since {
  const startOf = (fact: Placed): number => placeOf(fact).start
  return countsBy((kind) => countUpTo<Placed>(facts[kind], offset - 1, startOf, since[kind]))
}

function countsBy(count: (kind: keyof Since) => number): Since {
  return {
    prose: count('prose'),
    links: count('links'),
    images: count('images'),
    code: count('code'),
    emphases: count('emphases'),
    attributes: count('attributes'),
    opaque: count('opaque'),
  }
}

/** More than these tell no more of a block. */
const most = 40

/** Notes a block by the facts that were read since it began, or from one point to another, and that lie in it. */
export function addBlock(
  reading: Reading,
  kind: BlockKind,
  range: Range,
  level: number,
  since: Since,
  until: Since = sinceNow(reading),
): void {
  const { text } = reading
  reading.notes.push((facts) => blockOf({ facts, text }, kind, range, level, since, until))
}

function blockOf(
  { facts, text }: { readonly facts: Draft; readonly text: string },
  kind: BlockKind,
  range: Range,
  level: number,
  since: Since,
  until: Since,
): Block {
  const own = <Fact extends Placed>(all: readonly Fact[], of: keyof Since): readonly Fact[] =>
    since[of] === until[of]
      ? []
      : all.slice(since[of], until[of]).filter((fact) => isIn(placeOf(fact), range))
  const opaque = own(facts.opaque, 'opaque')
  const literals = literalsIn(opaque, text)
  const scan = emptyScan()
  let next = 0
  for (const stretch of own(facts.prose, 'prose')) {
    while ((literals[next]?.end ?? Infinity) <= stretch.start) next++
    const literal = literals[next]
    if (!literal || !isIn(stretch, literal)) scanProse(text, stretch, scan)
  }
  const marks: number[] = []
  const code = own(facts.code, 'code')
  for (const each of code) marks.push(shortHashOf(withoutTicks(sliceOf(text, each.range))))
  const links = own(facts.links, 'links')
  for (const { url } of links) markAddress(url, marks)
  const images = own(facts.images, 'images')
  for (const { url } of images) markPicture(url, marks)
  for (const each of own(facts.attributes, 'attributes')) marks.push(shortHashOf(sliceOf(text, each)))
  for (const each of opaque) marks.push(shortHashOf(sliceOf(text, each).slice(0, 80)))
  const counts = [own(facts.emphases, 'emphases').length, links.length, code.length, images.length]
  return printedBlock(scan.size > 0 ? kind : wordlessKind(kind, counts), range, level, scan, marks, counts)
}

const literalTag = /^<(\/?)(?:code|kbd|samp|var|tt)\b/i

/** What stands in elements of HTML that hold code, keys or labels, and so is no language either. */
function literalsIn(opaque: readonly Range[], text: string): Range[] {
  const ranges: Range[] = []
  let start: number | undefined
  for (const tag of opaque) {
    const match = literalTag.exec(text.slice(tag.start, tag.start + 8))
    if (!match) continue
    if (match[1] === '') start ??= tag.end
    else if (start !== undefined) {
      ranges.push({ start, end: tag.start })
      start = undefined
    }
  }
  return ranges
}

/** What a block without words is: a picture, a table, a link, or markup such as a shortcode. */
function wordlessKind(kind: BlockKind, [, links = 0, code = 0, images = 0]: readonly number[]): BlockKind {
  if (kind === 'table' || kind === 'heading') return kind
  if (images > 0) return 'image'
  return links + code > 0 ? kind : 'markup'
}

type Placed = Range | { readonly range: Range }

function placeOf(fact: Placed): Range {
  return 'range' in fact ? fact.range : fact
}

function isIn(place: Range, { start, end }: Range): boolean {
  return place.start < end && place.end > start
}

/** Notes a block that is no prose, by its marks. */
export function addBareBlock(
  reading: Reading,
  kind: BlockKind,
  range: Range,
  level: number,
  marks: readonly string[],
): void {
  reading.notes.push(() => printedBlock(kind, range, level, emptyScan(), marks.map(shortHashOf)))
}

/** Notes a block of HTML or the tag of an element, by its words, its tags and what their attributes say. */
export function addMarkupBlock(reading: Reading, range: Range, level: number, tags: readonly Tag[]): void {
  reading.notes.push(() => {
    const scan = emptyScan()
    scanProse(reading.text, range, scan)
    const marks = tags.flatMap(({ name, attributes }) => [name, ...attributes.map(({ value }) => value)])
    return printedBlock('markup', range, level, scan, marks.map(shortHashOf))
  })
}

/** Notes a block of code: by the names that it begins and ends with, by its language, and by all of it. */
export function addCodeBlock(
  reading: Reading,
  range: Range,
  level: number,
  { value, lang }: { readonly value: string; readonly lang?: string | null | undefined },
): void {
  reading.notes.push(() => codeBlockOf(range, level, value, lang ?? ''))
}

function codeBlockOf(range: Range, level: number, value: string, lang: string): Block {
  const scan = emptyScan()
  const half = Math.min(codeEnds, value.length / 2)
  scanProse(value, { start: 0, end: half }, scan)
  scanProse(value, { start: value.length - half, end: value.length }, scan)
  const words = [...new Set(scan.words)]
  const marks = [value.replace(/\s+/g, ' '), lang].map(shortHashOf)
  return printedBlock('code', range, level, { ...scan, words, size: value.length }, marks)
}

const codeEnds = 300

/** A block with what is in it, packed. */
export function printedBlock(
  kind: BlockKind,
  range: Range,
  level: number,
  scan: Scan,
  marks: readonly number[],
  counts: readonly number[] = none,
): Block {
  const print = packed({
    size: scan.size,
    count: scan.words.length + scan.numbers.length,
    words: written(scan.words, most),
    numbers: written(scan.numbers, most),
    marks: written(marks, most),
    shape: shapeOf(scan, counts),
  })
  return { kind, range, level, print }
}

const none: readonly number[] = [0, 0, 0, 0]

/** Counts, a digit each, nine for many. */
function shapeOf({ signs, last }: Scan, counts: readonly number[]): string {
  let shape = ''
  for (const count of signs) shape += digitOf(count)
  for (const count of counts) shape += digitOf(count)
  return shape + String(last)
}

function digitOf(count: number): string {
  return count > 9 ? '9' : String(count)
}

function withoutTicks(code: string): string {
  return code.replace(/^`+\s*|\s*`+$/g, '')
}

/** An address by its host and by the last part of its path: what stands before it may be a locale's own. */
export function markAddress(url: string, marks: number[]): void {
  const end = url.search(/\/*(?:[?#]|$)/)
  const scheme = url.indexOf('//')
  const isForeign = scheme >= 0 && scheme < end && /^(?:[a-z][a-z0-9+.-]*:)?$/i.test(url.slice(0, scheme))
  const slash = url.lastIndexOf('/', end - 1)
  if (isForeign) {
    const host = url.slice(scheme + 2, end).split('/', 1)[0] ?? ''
    marks.push(shortHashOf(host.toLowerCase()))
    if (slash < scheme + 2) return
  }
  const last = url.slice(slash + 1, end).replace(/\.(?:mdx?|html?)$/, '')
  if (last !== '') marks.push(shortHashOf(last))
}

/** A picture by its name and by the numbers in it, which often outlive the name. */
export function markPicture(url: string, marks: number[]): void {
  const end = url.search(/(?:\.\w+)?(?:[?#]|$)/)
  const name = url.slice(url.lastIndexOf('/', end) + 1, end).toLowerCase()
  marks.push(shortHashOf(name))
  for (const digits of name.match(/\d+/g) ?? []) marks.push(shortHashOf(String(Number(digits))))
}
