import type { Range } from '../../src/text/range.ts'

/** Takes the signs `⟦` and `⟧` out of a text and tells what stood between them; pairs may nest. */
export function unmarked(marked: string): { readonly text: string; readonly ranges: readonly Range[] } {
  let text = ''
  const open: number[] = []
  const ranges: Range[] = []
  for (const character of marked) {
    if (character === '⟦') open.push(text.length)
    else if (character === '⟧') ranges.push({ start: open.pop() ?? 0, end: text.length })
    else text += character
  }
  return { text, ranges: ranges.sort((a, b) => a.start - b.start || a.end - b.end) }
}
