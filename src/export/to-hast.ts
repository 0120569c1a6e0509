import type { Element, Nodes as HastNodes, Root } from 'hast'
import type { Nodes, Root as MdastRoot } from 'mdast'
import { toHast, type State } from 'mdast-util-to-hast'
import { raw } from 'hast-util-raw'
import { sanitized } from './sanitize.ts'

interface Jsx {
  readonly name?: string | null
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[]
}

/** An element of JSX: an HTML element where its name is one, else what it holds. */
function jsx(state: State, node: Nodes, inline: boolean): Element {
  const { name, attributes = [] } = node as unknown as Jsx
  const isHtml = typeof name === 'string' && /^[a-z][a-z0-9]*$/.test(name)
  const given = attributes.filter(({ name: key, value }) => key !== undefined && typeof value === 'string')
  const properties = Object.fromEntries(
    given.map(({ name: key = '', value }) => [key === 'class' ? 'className' : key, value as string]),
  )
  const title = properties.title
  const children = state.all(node)
  if (!isHtml && title !== undefined) {
    children.unshift({
      type: 'element',
      tagName: inline ? 'span' : 'p',
      properties: {},
      children: [{ type: 'text', value: title }],
    })
  }
  return {
    type: 'element',
    tagName: isHtml ? name : inline ? 'span' : 'div',
    properties: isHtml ? properties : {},
    children,
  }
}

const handlers = {
  mdxJsxFlowElement: (state: State, node: Nodes) => jsx(state, node, false),
  mdxJsxTextElement: (state: State, node: Nodes) => jsx(state, node, true),
  mdxjsEsm: () => undefined,
  mdxFlowExpression: () => undefined,
  mdxTextExpression: () => undefined,
  yaml: () => undefined,
  toml: () => undefined,
}

/** A tree of Markdown as a clean tree of HTML. */
export function hastOf(tree: MdastRoot): Root {
  const made: HastNodes = toHast(tree, {
    allowDangerousHtml: true,
    handlers: handlers as never,
    clobberPrefix: '',
  })
  return sanitized(holdsRaw(made) ? raw(made) : made)
}

function holdsRaw(node: HastNodes): boolean {
  return (node.type as string) === 'raw' || ('children' in node && node.children.some(holdsRaw))
}
