import { isSpace } from '../text/range.ts'
import type { Format } from './parsed.ts'
import type { TreeNode } from './tree-node.ts'

/** What lies around a node of a native tree. */
export interface Place {
  readonly text: string
  readonly parent: TreeNode | undefined
  readonly previous: TreeNode | undefined
  /** Within a list, quote or footnote, at any depth. */
  readonly contained: boolean
}

/** A sign in a native tree that remark's tree is another; it tells better than the text would. */
export interface Doubt {
  readonly reason: string
  /** A text on which the trees differ and in which nothing else would tell so. */
  readonly example: string
  readonly types: readonly string[]
  readonly format?: Format
  readonly holds: (node: TreeNode, place: Place) => boolean
}

/** A node as it is written. */
export function sourceOf({ position }: TreeNode, text: string): string {
  return position ? text.slice(position.start.offset, position.end.offset) : ''
}

/** True where no blank line stands between the two. */
export function touches({ position: before }: TreeNode, { position }: TreeNode, text: string): boolean {
  if (!before || !position) return false
  return !/(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/.test(text.slice(before.end.offset, position.start.offset))
}

/** True of code that indentation makes such. */
export function isIndented({ position }: TreeNode, text: string): boolean {
  return position !== undefined && isSpace(text.charCodeAt(position.start.offset))
}
