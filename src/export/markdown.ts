import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toMdast, type State } from 'hast-util-to-mdast'
import type { Nodes as MdastNodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { classesOf } from './elements.ts'
import { linkedTo } from './linked.ts'
import { outputPath, type Exporter } from './output.ts'
import type { Page } from './page.ts'
import { updatedLine } from './template.ts'

export const exporter: Exporter = {
  format: 'markdown',
  summary: 'plain Markdown (GFM) with the dialect translated away',
  *files(publication) {
    for (const page of publication.pages) {
      yield { path: outputPath(page, 'md'), data: markdownOf(page, linkedTo('md', page, publication)) }
    }
  },
}

/** A page as Markdown that any reader of it understands. A new text: nobody's document is printed from a tree. */
function markdownOf(page: Page, root: Root): string {
  const head: Element[] = []
  const add = (tagName: string, value: string): void => {
    if (value !== '')
      head.push({ type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] })
  }
  if (page.outline[0]?.depth !== 1) add('h1', page.title)
  add('p', page.excerpt)
  const updated = updatedLine(page)
  add('p', updated)
  if (page.deprecated) add('strong', page.words.deprecated)
  const tree = toMdast(
    { type: 'root', children: [...head, ...root.children.map(plain)] },
    {
      handlers: { dl: pairsOf },
    },
  )
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
  })
}

/** Shapes that Markdown has no sign for become ones that it has: a callout a quote, its title strong. */
function plain<Node extends RootContent | ElementContent>(node: Node): Node {
  if (node.type !== 'element') return node
  const children = node.children.map(plain)
  if (classesOf(node).includes('callout-title'))
    return { ...node, children: [{ type: 'element', tagName: 'strong', properties: {}, children }] }
  return { ...node, tagName: node.tagName === 'aside' ? 'blockquote' : node.tagName, children }
}

/** Questions and answers: the question strong, the answer below it. */
function pairsOf(state: State, list: Element): MdastNodes[] {
  return list.children.flatMap((child): MdastNodes[] => {
    if (child.type !== 'element') return []
    const content = state.toFlow(state.all(child))
    if (child.tagName !== 'dt') return content
    return content.map((block): MdastNodes =>
      block.type === 'paragraph'
        ? { ...block, children: [{ type: 'strong', children: block.children }] }
        : block,
    )
  })
}
