import type { Range } from '../text/range.ts'

const opening = /^\uFEFF?(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)/

/**
 * The front matter block with both fences, as `---\ntitle: x\n---`; undefined without a closing fence.
 * The parsers are told of front matter only where this finds some: they differ on an unclosed one.
 */
export function frontMatterRangeIn(text: string): Range | undefined {
  const first = opening.exec(text)?.[0]
  if (first === undefined) return undefined
  const start = first.charCodeAt(0) === 0xfeff ? 1 : 0
  const closing = text.startsWith('---', start) ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = first.length
  const match = closing.exec(text)
  return match ? { start, end: match.index + match[0].length } : undefined
}
