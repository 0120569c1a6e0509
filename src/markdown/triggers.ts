import type { TreeNode } from './normalise.ts'
import type { Format } from './parse.ts'

interface Trigger {
  readonly reason: string
  readonly pattern: RegExp
  /** Where it holds for one format alone. */
  readonly format?: Format
}

const triggers: readonly Trigger[] = [
  // Native code gets UTF-8, in which half a surrogate pair cannot be said.
  { reason: 'half of a surrogate pair', pattern: /\p{Surrogate}/u },
]

/** Why the text must be read by remark, as the native parser's tree would differ; undefined where it would not. */
export function remarkTriggerIn(text: string, format: Format): string | undefined {
  return triggers.find((trigger) => (trigger.format ?? format) === format && trigger.pattern.test(text))
    ?.reason
}

type Doubt = (node: TreeNode, text: string, parent: TreeNode | undefined) => string | undefined

/** By node type: what shows in a native tree that remark's would be another, and is cheaper seen there than in the text. */
export const doubts: ReadonlyMap<string, Doubt> = new Map<string, Doubt>()
