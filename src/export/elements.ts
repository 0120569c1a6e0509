import type { Element, ElementContent, Nodes as HastNodes, Root, RootContent } from 'hast'

/** Calls back with every element, parents first. */
export function eachElement(node: Root | Element, call: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    call(child)
    eachElement(child, call)
  }
}

/** The words of a node. */
export function wordsOf(node: HastNodes | ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const blockTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl dt dd table pre blockquote aside div figure figcaption hr section details summary'.split(
    ' ',
  ),
)

/** True of an element that stands by itself, and not within a line. */
export function isBlock(node: RootContent | ElementContent): node is Element {
  return node.type === 'element' && blockTags.has(node.tagName)
}

/** The rows of a table, those of its head first. */
export function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'tr' ? [child] : rowsOf(child)
  })
}
