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

/** A node as it stands in a page. */
export type PageNode = RootContent | ElementContent

/** Nodes as blocks, and as runs of what stands between them, each of which makes a paragraph; blank runs are left out. */
export function* blocksAndRuns(nodes: readonly PageNode[]): Generator<Element | readonly PageNode[]> {
  let run: PageNode[] = []
  for (const node of [...nodes, undefined]) {
    if (node !== undefined && !isBlock(node)) {
      run.push(node)
      continue
    }
    if (run.some((each) => each.type !== 'text' || each.value.trim() !== '')) yield run
    run = []
    if (node !== undefined) yield node
  }
}

/** The elements among a node's children. */
export function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element')
}

/** The classes of an element. */
export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

/** The language that a code element names: `js`; undefined where it names none. */
export function codeLanguageOf(code: Element): string | undefined {
  const found = classesOf(code).find((each) => each.startsWith('language-'))
  return found?.slice('language-'.length).toLowerCase()
}

/** The rows of a table, those of its head first. */
export function rowsOf(element: Element): Element[] {
  return elementsIn(element).flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child)))
}
