import type { Link, Nodes, Root, RootContent, Text } from 'mdast'
import { linesOf, placesIn, type Place } from '../text/source.ts'
import type { Range } from '../text/range.ts'
import { literalLinksIn } from './literal.ts'
import type { Format, Parse } from './parsed.ts'

/** Where a plugin points. */
export interface LinePoint {
  readonly line: number
  readonly column: number
}

/** What a plugin of remark says, as far as it is looked at. */
export interface PluginMessage {
  readonly reason: string
  readonly fatal?: boolean | null | undefined
  readonly ruleId?: string | undefined
  readonly source?: string | undefined
  readonly note?: string | undefined
  readonly url?: string | undefined
  readonly place?: LinePoint | { readonly start: LinePoint; readonly end: LinePoint } | undefined
}

/**
 * A text as a tree that plugins of remark understand: lines and columns in its positions, and links for bare addresses.
 * The text has no byte order mark, since remark takes it off before it counts.
 * @throws ParseRefusal as the parser does
 */
export function treeForPlugins(text: string, format: Format, parse: Parse): Root {
  const { tree } = parse(text, format)
  const places = placesIn(text)
  const place = (range: Range): Place => places.placeOf(range)
  const visit = (node: Nodes, inLink: boolean): void => {
    if (node.position) {
      const { start, end } = node.position
      node.position = place({ start: start.offset ?? 0, end: end.offset ?? 0 })
    }
    if (!('children' in node)) return
    const isLink = inLink || node.type === 'link' || node.type === 'linkReference'
    for (const child of node.children) visit(child, isLink)
    const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
      const own = plain(child)
      return own.type === 'text' && !isLink ? withLinks(own, text, place) : [own]
    })
    node.children = children
  }
  visit(tree, false)
  return tree
}

/** A node whose value is its own: the native parser's reads it where somebody asks, which plugins that copy do not. */
function plain(node: RootContent): RootContent {
  return 'value' in node ? { ...node, value: node.value } : node
}

/** A run of words, with a link for each bare address in it, but for lines that are written otherwise than they read. */
function withLinks(node: Text, text: string, place: (range: Range) => Place): (Text | Link)[] {
  const { value, position } = node
  if (!position || !/https?:\/\/|www\.|@/i.test(value)) return [node]
  const whole = { start: position.start.offset ?? 0, end: position.end.offset ?? 0 }
  const words = (from: number, to: number, start: number, end: number): Text => {
    return { type: 'text', value: value.slice(from, to), position: place({ start, end }) }
  }
  const pieces: (Text | Link)[] = []
  let at = 0
  let start = whole.start
  for (const line of linesAsRead(value, text, whole)) {
    for (const { range, url } of literalLinksIn(text, line.range)) {
      const from = line.from + range.start - line.range.start
      const to = from + range.end - range.start
      if (from > at) pieces.push(words(at, from, start, range.start))
      const children = [words(from, to, range.start, range.end)]
      pieces.push({ type: 'link', title: null, url, children, position: place(range) })
      at = to
      start = range.end
    }
  }
  if (pieces.length === 0) return [node]
  if (at < value.length) pieces.push(words(at, value.length, start, whole.end))
  return pieces
}

/** The lines of a run that are written as they read: where each begins in the value, and where it stands in the text. */
function linesAsRead(value: string, text: string, whole: Range): { from: number; range: Range }[] {
  const written = linesOf(text, whole)
  let from = 0
  return value.split(/\r?\n|\r/).flatMap((words, index) => {
    const own = from
    const lineEnd = /^(?:\r?\n|\r)/.exec(value.slice(own + words.length, own + words.length + 2))?.[0] ?? ''
    from += words.length + lineEnd.length
    const line = written[index]
    if (!line) return []
    // Indentation and `>` before the words are no part of them, nor are the spaces behind.
    const source = text.slice(line.start, line.end)
    const end = words.endsWith(' ') ? source.length : source.trimEnd().length
    const start = line.start + end - words.length
    const range = { start, end: start + words.length }
    return start >= line.start && text.slice(range.start, range.end) === words ? [{ from: own, range }] : []
  })
}
