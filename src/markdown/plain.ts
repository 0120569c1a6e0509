import type { Nodes } from 'mdast'
import { withoutAttributes } from './attributes.ts'

/**
 * What a reader reads of a node: words and code, without markup, raw HTML, footnote marks or attribute lists.
 * Alternative texts count only where `images` says so: a heading's slug is made without them.
 */
export function plainOf(node: Nodes, options: { readonly images?: boolean } = {}): string {
  return withoutAttributes(gather(node, options.images ?? false)).trim()
}

function gather(node: Nodes, images: boolean): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return ' '
    case 'image':
    case 'imageReference':
      return images ? (node.alt ?? '') : ''
    default:
      return 'children' in node ? node.children.map((child) => gather(child, images)).join('') : ''
  }
}
