import { rememberingOf } from '../text/remembering.ts'
import type { Block } from './block.ts'
import type { Facts, Heading } from './facts.ts'
import { markAddress, markPicture, printedBlock } from './read-block.ts'
import { emptyScan, scanProse } from './scan.ts'

/** A page as far as it shows itself to others: its headings, and the links and pictures between them, as blocks. */
export interface OutwardBlocks {
  readonly blocks: readonly Block[]
  /** The heading that each block is; undefined for all others. */
  readonly headings: readonly (Heading | undefined)[]
}

type Outward = Pick<Facts, 'headings' | 'links' | 'images'>

/** The blocks of a page's headings, links and pictures, in the order of the text; a page with many dead fragments is asked for at each. */
export const outwardBlocksOf: (facts: Outward) => OutwardBlocks = rememberingOf(madeOf)

function madeOf({ headings, links, images }: Outward): OutwardBlocks {
  const all = [
    ...headings.map((heading) => ({ block: blockOfHeading(heading), heading })),
    ...links.map(({ range, url }) => ({
      block: bare('paragraph', range, url, markAddress),
      heading: undefined,
    })),
    ...images.map(({ range, url }) => ({
      block: bare('image', range, url, markPicture),
      heading: undefined,
    })),
  ].sort((a, b) => a.block.range.start - b.block.range.start)
  return { blocks: all.map(({ block }) => block), headings: all.map(({ heading }) => heading) }
}

function blockOfHeading({ range, text, depth }: Heading): Block {
  const scan = emptyScan()
  scanProse(text, { start: 0, end: text.length }, scan)
  return printedBlock('heading', range, depth, scan, [])
}

function bare(
  kind: 'paragraph' | 'image',
  range: Block['range'],
  url: string,
  mark: (url: string, marks: number[]) => void,
): Block {
  const marks: number[] = []
  mark(url, marks)
  return printedBlock(kind, range, 0, emptyScan(), marks)
}
