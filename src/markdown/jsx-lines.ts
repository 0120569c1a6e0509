import type { TreeNode } from './tree-node.ts'

const phrasing = new Set(
  'text emphasis strong delete link linkReference image imageReference inlineCode break html footnoteReference mdxJsxTextElement mdxTextExpression'.split(
    ' ',
  ),
)

/** A paragraph of elements, expressions and white space alone. */
function isLoose({ type, children = [] }: TreeNode): boolean {
  if (type !== 'paragraph') return false
  let found = false
  for (const child of children) {
    if (child.type === 'mdxJsxTextElement' || child.type === 'mdxTextExpression') found = true
    else if (child.type !== 'text' || !/^[\t\r\n ]*$/.test(child.value ?? '')) return false
  }
  return found
}

function unwrapped({ children = [] }: TreeNode): TreeNode[] {
  return children
    .filter(({ type }) => type !== 'text')
    .map((child) => ({
      ...child,
      type: child.type === 'mdxJsxTextElement' ? 'mdxJsxFlowElement' : 'mdxFlowExpression',
    }))
}

/** A block element with words in it. */
function isBare({ type, children = [] }: TreeNode): boolean {
  return type === 'mdxJsxFlowElement' && children.some((child) => phrasing.has(child.type))
}

function wrapped(element: TreeNode): TreeNode {
  const { position } = element
  const place = position && { start: { ...position.start }, end: { ...position.end } }
  return {
    type: 'paragraph',
    ...(place && { position: place }),
    children: [{ ...element, type: 'mdxJsxTextElement' }],
  }
}

/** Elements and expressions alone on their lines: those without words are blocks, the others stand in a paragraph. */
export function settleJsxLines(node: TreeNode): void {
  const { children } = node
  if (children?.some((child) => isLoose(child) || isBare(child)) !== true) return
  node.children = children
    .flatMap((child) => (isLoose(child) ? unwrapped(child) : [child]))
    .map((child) => (isBare(child) ? wrapped(child) : child))
}
