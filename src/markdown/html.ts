import { indexIn, type Range } from '../text/range.ts'

/** An attribute of a tag; its value's range lies inside the quotation marks: `x` of `id="x"`. */
export interface TagAttribute {
  readonly name: string
  /** Empty where the value is an expression of JSX. */
  readonly value: string
  readonly range: Range
  readonly isExpression: boolean
}

/** An opening tag, of HTML or of JSX; its range covers `<` to `>`. */
export interface Tag {
  readonly name: string
  readonly range: Range
  readonly attributes: readonly TagAttribute[]
}

const isNameStart = /[A-Za-z]/
const nameCharacter = /[\w.:-]/

/** The opening tags in a stretch of raw HTML or JSX, read from left to right; comments and closing tags are passed over. */
export function tagsIn(text: string, range: Range): Tag[] {
  const tags: Tag[] = []
  for (let at = indexIn(text, '<', range); at >= 0; at = indexIn(text, '<', range, at)) {
    const tag = tagAt(text, { start: at, end: range.end })
    if (tag) {
      tags.push(tag)
      at = tag.range.end
    } else if (text.startsWith('<!--', at)) {
      const close = indexIn(text, '-->', range, at + 4)
      at = close < 0 ? range.end : close + 3
    } else {
      at++
    }
  }
  return tags
}

/** The tag that a range begins with; an unclosed one fills it. */
export function tagAt(text: string, { start, end: limit }: Range): Tag | undefined {
  if (text.charAt(start) !== '<' || !isNameStart.test(text.charAt(start + 1))) return undefined
  let at = wordEnd(text, start + 1, limit)
  const name = text.slice(start + 1, at)
  const attributes: TagAttribute[] = []
  while (at < limit) {
    const character = text.charAt(at)
    if (character === '>') return { name, range: { start, end: at + 1 }, attributes }
    if (character === '{') {
      at = bracesEnd(text, at, limit)
    } else if (isNameStart.test(character)) {
      const nameEnd = wordEnd(text, at, limit)
      const attributeName = text.slice(at, nameEnd)
      at = nameEnd
      while (at < limit && /\s/.test(text.charAt(at))) at++
      if (text.charAt(at) !== '=') continue
      at++
      while (at < limit && /\s/.test(text.charAt(at))) at++
      const range = valueAt(text, at, limit)
      const isExpression = text.charAt(at) === '{'
      const value = isExpression ? '' : text.slice(range.start, range.end)
      attributes.push({ name: attributeName, value, range, isExpression })
      at = Math.max(at + 1, range.end + (range.start > at ? 1 : 0))
    } else {
      at++
    }
  }
  return { name, range: { start, end: limit }, attributes }
}

function wordEnd(text: string, at: number, limit: number): number {
  while (at < limit && nameCharacter.test(text.charAt(at))) at++
  return at
}

/** The range of an attribute's value without its quotation marks; of an expression, with its braces. */
function valueAt(text: string, at: number, limit: number): Range {
  const quote = text.charAt(at)
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1)
    return { start: at + 1, end: close < 0 || close > limit ? limit : close }
  }
  if (quote === '{') return { start: at, end: bracesEnd(text, at, limit) }
  let end = at
  while (end < limit && !/[\s>]/.test(text.charAt(end))) end++
  return { start: at, end }
}

function bracesEnd(text: string, at: number, limit: number): number {
  let depth = 0
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) depth++
    else if (code === 125 && --depth === 0) return at + 1
  }
  return limit
}
