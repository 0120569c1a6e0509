import type { Facts, Heading } from '../markdown/facts.ts'
import { sliceOf } from '../text/range.ts'

const fence = /^[ \t>]*(?:```|~~~)/gm

/**
 * The headings that are surely meant as such: those before raw HTML that has swallowed one fence of a code block.
 * Behind it code is read as text and text as code, and a remark in a shell script looks like a heading.
 */
export function writtenHeadings(text: string, { headings, opaque }: Facts): readonly Heading[] {
  const broken = opaque.find((range) => (sliceOf(text, range).match(fence) ?? []).length % 2 === 1)
  return broken ? headings.filter(({ range }) => range.start < broken.start) : headings
}
