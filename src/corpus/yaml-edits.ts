import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'

/** What a YAML text is to say in one place: words, a list of them, or a map. */
type YamlValue = string | readonly string[] | YamlChanges

/** What becomes of the values of a map, by their keys; undefined takes a key away, and with its last one the map. */
export type YamlChanges = ReadonlyMap<string, YamlValue | undefined>

/** A text, and what is to change in it. */
interface Sheet {
  readonly text: string
  readonly lineEnd: string
  readonly edits: Edit[]
}

/**
 * The edits that give a YAML text other values in some places; all else stays, comments and spelling included. They are
 * made for plain maps and lists: who asks for them reads what they leave, to see that it says what was meant.
 */
export function yamlEdits(text: string, changes: YamlChanges): Edit[] {
  const root = parseDocument(text, { logLevel: 'silent', stringKeys: true }).contents
  const sheet: Sheet = { text, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', edits: [] }
  if (isMap(root) && root.items.length > 0) {
    if (!changeMap(root, changes, sheet)) sheet.edits.push({ range: rangeOf(root), text: '{}' })
    return sheet.edits
  }
  const lines = linesOf(changes, '', sheet)
  if (lines === '') return []
  const range = isNode(root) ? rangeOf(root) : { start: text.length, end: text.length }
  const isWithin = range.start > 0 && text.charAt(range.start - 1) !== '\n'
  return [{ range, text: (isWithin ? sheet.lineEnd : '') + lines }]
}

/** Notes the edits of a map; false where nothing would be left of it: then none is noted. */
function changeMap(map: YAMLMap, changes: YamlChanges, sheet: Sheet): boolean {
  const inner: Sheet = { ...sheet, edits: [] }
  const removed = new Set<number>()
  const added = new Map(changes)
  for (const [index, pair] of map.items.entries()) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (!added.has(key)) continue
    const value = added.get(key)
    added.delete(key)
    if (value === undefined || !changeValue(pair, value, map.flow === true, inner)) removed.add(index)
  }
  for (const [key, value] of added) if (value === undefined || isEmpty(value)) added.delete(key)
  if (removed.size === map.items.length && added.size === 0) return false
  const places = map.items.map((pair): Range => ({ start: startOf(pair), end: endOf(pair) }))
  // What goes altogether needs no change within.
  for (const { range, text } of inner.edits)
    if (![...removed].some((index) => isIn(range, places[index]))) sheet.edits.push({ range, text })
  if (map.flow === true) {
    const items = [...added].map(([key, value]) => `${scalarText(key)}: ${flowText(value ?? '')}`)
    sheet.edits.push(...flowEdits(places, removed, items))
  } else sheet.edits.push(...blockEdits(places, removed, added, sheet))
  return true
}

/** Notes the edits of one value; false where nothing would be left of it. */
function changeValue({ key, value: node }: Pair, given: YamlValue, isFlow: boolean, sheet: Sheet): boolean {
  // A list of lines stays one, though one item could stand without.
  const value = typeof given === 'string' && isSeq(node) && node.flow !== true ? [given] : given
  if (isChanges(value) && isMap(node) && node.items.length > 0) return changeMap(node, value, sheet)
  if (isEmpty(value)) return false
  const { text, edits } = sheet
  if (isList(value) && isSeq(node) && node.items.length > 0) {
    edits.push(node.flow === true ? flowList(node, value) : blockList(node, value, sheet))
    return true
  }
  const place = { start: startOf(key), end: endOf(key) }
  const words =
    isFlow || !isChanges(value) ? ` ${flowText(value)}` : valueText(value, indentAt(place, text), sheet)
  if (isNode(node) && endOf(node) > startOf(node)) {
    const end = withoutLineEnd(endOf(node), text)
    if (isChanges(value)) edits.push({ range: { start: colonBehind(place, text), end }, text: words })
    else edits.push({ range: { start: startOf(node), end }, text: words.trimStart() })
  } else edits.push({ range: emptyAt(colonBehind(place, text)), text: words })
  return true
}

/** Items of a list between brackets; what stays is written as it was. */
function flowList(list: YAMLSeq, values: readonly string[]): Edit {
  return { range: rangeOf(list), text: flowText(values) }
}

/** Items of a list, a line each; what stays keeps its comments. */
function blockList(list: YAMLSeq, values: readonly string[], { text, lineEnd }: Sheet): Edit {
  const start = startOf(list)
  const end = withoutLineEnd(endOf(list), text)
  const known = new Map<string, string>()
  let from = start
  for (const item of list.items) {
    const to = lineEndAt(withoutLineEnd(endOf(item), text), text)
    if (isScalar(item)) known.set(String(item.value), text.slice(from, to).trimEnd())
    from = skipIndent(to, text)
  }
  const indent = ' '.repeat(indentAt({ start, end }, text))
  const lines = values.map((value) => known.get(value) ?? `- ${scalarText(value)}`)
  return { range: { start, end: Math.max(end, lineEndAt(end, text)) }, text: lines.join(lineEnd + indent) }
}

/** Takes some items between brackets away, and puts others behind the last one. */
function flowEdits(places: readonly Range[], removed: ReadonlySet<number>, items: readonly string[]): Edit[] {
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return []
  if (removed.size === places.length)
    return [{ range: { start: first.start, end: last.end }, text: items.join(', ') }]
  const isKeptBefore = (index: number): boolean => places.some((_, at) => at < index && !removed.has(at))
  const cuts = [...removed].map((index): Edit => {
    const [before, own, next] = [places[index - 1], places[index], places[index + 1]]
    const range = isKeptBefore(index)
      ? { start: before?.end ?? 0, end: own?.end ?? 0 }
      : { start: own?.start ?? 0, end: next?.start ?? 0 }
    return { range, text: '' }
  })
  return [...cuts, ...items.map((item) => ({ range: emptyAt(last.end), text: `, ${item}` }))]
}

/** Takes some lines of a map away, and puts others behind the last one. */
function blockEdits(
  places: readonly Range[],
  removed: ReadonlySet<number>,
  added: YamlChanges,
  sheet: Sheet,
): Edit[] {
  const { text, lineEnd } = sheet
  const ends = places.map(({ end }) => behindLine(withoutLineEnd(end, text), text))
  const cuts = [...removed].map((index): Edit => {
    const start = places[index]?.start ?? 0
    // The first key of a map may stand behind a sign of its own.
    const line = text.lastIndexOf('\n', start - 1) + 1
    return {
      range: { start: text.slice(line, start).trim() === '' ? line : start, end: ends[index] ?? start },
      text: '',
    }
  })
  const [first] = places
  if (added.size === 0 || !first) return cuts
  const last = ends.at(-1) ?? 0
  const lines = linesOf(added, ' '.repeat(indentAt(first, text)), sheet, areApart(places, ends, text))
  const isOpen = last > 0 && text.charAt(last - 1) !== '\n'
  return [...cuts, { range: emptyAt(last), text: (isOpen ? lineEnd : '') + lines }]
}

/** Whether an empty line stands between the entries of a map. */
function areApart(places: readonly Range[], ends: readonly number[], text: string): boolean {
  const last = places.at(-1)
  const end = ends.at(-2)
  return last !== undefined && end !== undefined && /\n[ \t]*\r?\n/.test(`\n${text.slice(end, last.start)}`)
}

/** The lines of keys and their values. */
function linesOf(changes: YamlChanges, indent: string, sheet: Sheet, areApart = false): string {
  return [...changes]
    .flatMap(([key, value]) =>
      value === undefined || isEmpty(value)
        ? []
        : `${areApart ? sheet.lineEnd : ''}${indent}${scalarText(key)}:${valueText(value, indent.length, sheet)}${sheet.lineEnd}`,
    )
    .join('')
}

/** A value behind its colon: on its line, or on lines of its own. */
function valueText(value: YamlValue, indent: number, sheet: Sheet): string {
  if (!isChanges(value)) return ` ${flowText(value)}`
  return sheet.lineEnd + linesOf(value, ' '.repeat(indent + 2), sheet).replace(/\r?\n$/, '')
}

function flowText(value: YamlValue): string {
  if (typeof value === 'string') return scalarText(value)
  if (isChanges(value)) {
    const pairs = [...value].flatMap(([key, each]) =>
      each === undefined || isEmpty(each) ? [] : `${scalarText(key)}: ${flowText(each)}`,
    )
    return `{ ${pairs.join(', ')} }`
  }
  return `[${value.map(scalarText).join(', ')}]`
}

/** Words as they are where nobody could read them otherwise, else between quotation marks. */
function scalarText(words: string): string {
  const isPlain = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'.\-/()*+@&_;!]| (?! |#|$))*$/u.test(words)
  return isPlain && parse(words, { logLevel: 'silent' }) === words ? words : JSON.stringify(words)
}

function isChanges(value: YamlValue): value is YamlChanges {
  return value instanceof Map
}

function isList(value: YamlValue): value is readonly string[] {
  return Array.isArray(value)
}

function isEmpty(value: YamlValue): boolean {
  if (isChanges(value)) return [...value.values()].every((each) => each === undefined || isEmpty(each))
  return value.length === 0
}

/** Where something begins and ends: a pair from its key on, a map with its last value. */
function startOf(part: unknown): number {
  if (isPairLike(part)) return startOf(part.key)
  return isNode(part) ? (part.range?.[0] ?? 0) : 0
}

function endOf(part: unknown): number {
  if (isPairLike(part))
    return isNode(part.value) && endOf(part.value) > 0
      ? Math.max(endOf(part.value), endOf(part.key))
      : endOf(part.key)
  if ((isMap(part) || isSeq(part)) && part.flow !== true && part.items.length > 0)
    return endOf(part.items.at(-1))
  return isNode(part) ? (part.range?.[1] ?? 0) : 0
}

function isPairLike(part: unknown): part is Pair {
  return typeof part === 'object' && part !== null && 'key' in part && 'value' in part && !isNode(part)
}

function rangeOf(part: unknown): Range {
  return { start: startOf(part), end: endOf(part) }
}

function emptyAt(offset: number): Range {
  return { start: offset, end: offset }
}

function isIn({ start, end }: Range, around: Range | undefined): boolean {
  return around !== undefined && start >= around.start && end <= around.end
}

function colonBehind({ end }: Range, text: string): number {
  return text.indexOf(':', end) + 1
}

/** How far something is from the beginning of its line. */
function indentAt({ start }: Range, text: string): number {
  return start - (text.lastIndexOf('\n', start - 1) + 1)
}

/** A block of words ends behind its line. */
function withoutLineEnd(offset: number, text: string): number {
  return text.charAt(offset - 1) === '\n' ? offset - (text.charAt(offset - 2) === '\r' ? 2 : 1) : offset
}

function lineEndAt(offset: number, text: string): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : withoutLineEnd(end + 1, text)
}

function behindLine(offset: number, text: string): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

function skipIndent(offset: number, text: string): number {
  const rest = /^\r?\n[ \t]*/.exec(text.slice(offset, offset + 1000))
  return offset + (rest?.[0].length ?? 0)
}
