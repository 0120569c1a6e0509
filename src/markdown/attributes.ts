import type { Range } from '../text/range.ts'

/** An attribute list of the dialect: `{.thumbnail .w-500}` behind a picture, `{#parts}` behind a heading. */
export interface Attributes {
  readonly range: Range
  readonly id?: string
  /** `#parts` without its sign, where there is an id. */
  readonly idRange?: Range
  readonly classes: readonly string[]
}

const list = /\{:?[ \t]*([.#][^{}\n]*)\}/y
const trailingList = /[ \t]*\{:?[ \t]*[.#][^{}\n]*\}[ \t]*$/

/** The attribute list that begins at an offset, if one does. */
export function attributesAt(text: string, offset: number): Attributes | undefined {
  if (text.charCodeAt(offset) !== 123) return undefined
  list.lastIndex = offset
  const match = list.exec(text)
  if (!match) return undefined
  const words = match[1] ?? ''
  const end = offset + match[0].length
  const bodyStart = end - 1 - words.length
  const idMatch = /(?:^|[ \t])#([^\s#.]+)/.exec(words)
  const classes = [...words.matchAll(/(?:^|[ \t])\.([^\s#.]+)/g)].map((each) => each[1] ?? '')
  const attributes = { range: { start: offset, end }, classes }
  const id = idMatch?.[1]
  if (idMatch === null || id === undefined) return attributes
  const idStart = bodyStart + idMatch.index + idMatch[0].length - id.length
  return { ...attributes, id, idRange: { start: idStart, end: idStart + id.length } }
}

/** The attribute list that ends a heading: `{#parts}` of `## Parts {#parts}`. */
export function trailingAttributes(text: string, range: Range): Attributes | undefined {
  const open = range.start + text.slice(range.start, range.end).lastIndexOf('{')
  if (open < range.start) return undefined
  const attributes = attributesAt(text, open)
  return attributes && /^[ \t]*$/.test(text.slice(attributes.range.end, range.end)) ? attributes : undefined
}

/** Words without the attribute list at their end. */
export function withoutAttributes(words: string): string {
  return words.includes('}') ? words.replace(trailingList, '') : words
}
