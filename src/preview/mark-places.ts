import type { Nodes } from 'mdast'

/** What findings can stand beside. */
const marked: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'heading',
  'image',
  'listItem',
  'paragraph',
  'table',
  'tableCell',
  'tableRow',
  'thematicBreak',
])

/** Lets the blocks of a tree tell in `data-start` and `data-end` where in the text they stand, when they are HTML. */
export function markPlaces(node: Nodes): void {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (marked.has(node.type) && start !== undefined && end !== undefined) {
    const data = { ...node.data, hProperties: { dataStart: String(start), dataEnd: String(end) } }
    node.data = data
  }
  if ('children' in node) for (const child of node.children) markPlaces(child)
}
