import type { Root } from 'mdast'
import { doubts, type Doubt } from './doubts.ts'
import { normalisers, type Normaliser } from './normalise.ts'
import type { Format } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'
import { isContainer, type TreeNode } from './tree-node.ts'

/** How a tree came about, and, for a test, other normalisers than all. */
export interface Origin {
  readonly parser: 'native' | 'remark'
  readonly format: Format
  readonly normalisers?: readonly Normaliser[] | undefined
}

/** What is asked of a node of one type, and done to it. */
interface Work {
  readonly doubts: Doubt[]
  readonly steps: Normaliser['apply'][]
}

function workOf({ parser, format, normalisers: table = normalisers }: Origin): ReadonlyMap<string, Work> {
  const work = new Map<string, Work>()
  const at = (type: string): Work => {
    const found = work.get(type) ?? { doubts: [], steps: [] }
    work.set(type, found)
    return found
  }
  const holdsHere = ({ format: only }: { readonly format?: Format }): boolean => (only ?? format) === format
  for (const { types, apply } of table.filter(holdsHere)) for (const type of types) at(type).steps.push(apply)
  if (parser === 'remark') return work
  for (const doubt of doubts.filter(holdsHere)) for (const type of doubt.types) at(type).doubts.push(doubt)
  return work
}

const everyWork = {
  native: {
    markdown: workOf({ parser: 'native', format: 'markdown' }),
    mdx: workOf({ parser: 'native', format: 'mdx' }),
  },
  remark: {
    markdown: workOf({ parser: 'remark', format: 'markdown' }),
    mdx: workOf({ parser: 'remark', format: 'mdx' }),
  },
}

/**
 * Brings the tree of either parser to the one that both share, in place and in one walk.
 * @throws ParseRefusal where a native tree shows that remark's would be another.
 */
export function canonicalTree(tree: Root, text: string, origin: Origin): Root {
  const work = origin.normalisers ? workOf(origin) : everyWork[origin.parser][origin.format]
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const visit = (node: TreeNode, contained: boolean, parent?: TreeNode, previous?: TreeNode): void => {
    const { children, type } = node
    const here = work.get(type)
    if (shift > 0 && node.position) node.position = shifted(node.position, shift)
    if (here) {
      for (const { holds, reason } of here.doubts) {
        if (holds(node, text, parent, previous, contained)) throw new ParseRefusal('reference', reason)
      }
    }
    if (children) {
      const within = contained || isContainer(node)
      let before: TreeNode | undefined
      for (const child of children) {
        visit(child, within, node, before)
        before = child
      }
    }
    if (here) for (const step of here.steps) step(node, text, parent)
  }
  visit(tree as TreeNode, false)
  return tree
}

function shifted(position: NonNullable<TreeNode['position']>, by: number): NonNullable<TreeNode['position']> {
  const { start, end } = position
  return { start: { ...start, offset: start.offset + by }, end: { ...end, offset: end.offset + by } }
}
