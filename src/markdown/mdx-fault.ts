import { lineStartAt, lineStartsOf } from '../text/source.ts'

/** Where the tag that lacks its end stands: `Expected a closing tag for <B> (1:6-1:9)`. */
const namedPlace = /^Expected a closing tag .*\((\d+):(\d+)-\d+:\d+\)/

/** What was opened and never closed, by what the parser says at the end of the block. */
const unclosed: readonly (readonly [words: RegExp, sign: string])[] = [
  [/end of file in expression/, '{'],
  [/end of file in attribute expression/, '{'],
  [/end of file/, '<'],
]

/**
 * The offset at which an MDX text goes wrong. The parser tells it where it gave up, which is often the end of the
 * block or the start of what lies around: what it says leads to where the writer erred.
 */
export function mdxFaultOffset(text: string, reason: string, offset: number): number {
  const [, line, column] = namedPlace.exec(reason) ?? []
  if (line !== undefined && column !== undefined) {
    return (lineStartsOf(text)[Number(line) - 1] ?? 0) + Number(column) - 1
  }
  const before = Math.max(offset - 1, 0)
  const sign = unclosed.find(([words]) => words.test(reason))?.[1]
  if (sign !== undefined) return Math.max(text.lastIndexOf(sign, before), 0)
  // Of imports and exports, all of the block is in doubt.
  if (reason.includes('import/exports')) return blockStart(text.slice(0, offset).trimEnd())
  return Math.min(offset, text.length)
}

function blockStart(text: string): number {
  let start = text.length
  do start = lineStartAt(text, Math.max(start - 1, 0))
  while (start > 0 && !/^\s*$/.test(text.slice(lineStartAt(text, start - 1), start)))
  return start
}
