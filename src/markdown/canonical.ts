import type { Root } from 'mdast'
import type { Doubt } from './doubt.ts'
import { doubts } from './doubts.ts'
import { normalisers, type Normaliser } from './normalisers.ts'
import type { Format } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'
import { isContainer, type TreeNode } from './tree-node.ts'

/** What brings the trees of both parsers together; a test leaves parts of it out. */
export interface Tables {
  readonly normalisers: readonly Normaliser[]
  readonly doubts: readonly Doubt[]
}

/** All that is known of how the trees differ. */
export const allTables: Tables = { normalisers, doubts }

/** How a tree came about. */
export interface Origin {
  readonly parser: 'native' | 'remark'
  readonly format: Format
  readonly tables: Tables
}

/** What is asked of a node of one type, and done to it. */
interface Work {
  readonly doubts: Doubt[]
  readonly steps: Normaliser['apply'][]
}

const workByTables = new WeakMap<Tables, Map<string, ReadonlyMap<string, Work>>>()

function workOf({ parser, format, tables }: Origin): ReadonlyMap<string, Work> {
  const known = workByTables.get(tables) ?? new Map<string, ReadonlyMap<string, Work>>()
  workByTables.set(tables, known)
  const found = known.get(parser + format)
  if (found) return found
  const work = new Map<string, Work>()
  const at = (type: string): Work => {
    const each = work.get(type) ?? { doubts: [], steps: [] }
    work.set(type, each)
    return each
  }
  const holdsHere = ({ format: only }: { readonly format?: Format }): boolean => (only ?? format) === format
  for (const { types, apply } of tables.normalisers.filter(holdsHere))
    for (const type of types) at(type).steps.push(apply)
  if (parser === 'native')
    for (const doubt of tables.doubts.filter(holdsHere))
      for (const type of doubt.types) at(type).doubts.push(doubt)
  known.set(parser + format, work)
  return work
}

/**
 * Brings the tree of either parser to the one that both share, in place and in one walk.
 * @throws ParseRefusal where a native tree shows that remark's would be another.
 */
export function canonicalTree(tree: Root, text: string, origin: Origin): Root {
  const work = workOf(origin)
  const visit = (node: TreeNode, contained: boolean, parent?: TreeNode, previous?: TreeNode): void => {
    const { children, type } = node
    const here = work.get(type)
    if (here && here.doubts.length > 0) {
      const place = { text, parent, previous, contained }
      for (const { holds, reason } of here.doubts)
        if (holds(node, place)) throw new ParseRefusal('reference', reason)
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
