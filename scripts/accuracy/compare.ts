import { ParseRefusal } from '../../src/markdown/refusal.ts'
import { remarkTriggerIn, type Format, type Parse, type Parsed } from '../../src/markdown/parse.ts'

/** Both parsers, side by side. */
export interface Pair {
  readonly native: Parse
  readonly remark: Parse
}

/** The trees at the first place where they differ. */
export interface Difference {
  readonly native: readonly string[]
  readonly remark: readonly string[]
}

/** What came of one document: alike, different, or read by remark alone, for a reason. */
export type Outcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'remark'; readonly reason: string }
  | { readonly kind: 'different'; readonly difference: Difference }

interface PlainNode {
  readonly type: string
  readonly position?: {
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }
  readonly children?: readonly PlainNode[]
  readonly value?: unknown
}

/** A tree as lines, one a node: kind, offsets and every field but the children. */
export function linesOfTree({ tree, syntaxError }: Parsed): string[] {
  const lines = [JSON.stringify(syntaxError ?? null)]
  const visit = (node: PlainNode, depth: number): void => {
    const { type, position, children, ...fields } = 'value' in node ? { ...node, value: node.value } : node
    const range = position ? `${position.start.offset}-${position.end.offset}` : 'nowhere'
    const sorted = Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`${' '.repeat(depth)}${type} ${range} ${JSON.stringify(sorted)}`)
    for (const child of children ?? []) visit(child, depth + 1)
  }
  visit(tree as PlainNode, 0)
  return lines
}

/** Where two trees part, with the line before and after; undefined where they are equal. */
function differenceOf(native: Parsed, remark: Parsed): Difference | undefined {
  const left = linesOfTree(native)
  const right = linesOfTree(remark)
  const length = Math.max(left.length, right.length)
  for (let i = 0; i < length; i++) {
    if (left[i] === right[i]) continue
    const from = Math.max(0, i - 1)
    return { native: left.slice(from, i + 2), remark: right.slice(from, i + 2) }
  }
  return undefined
}

/** Reads a text as the program would with the native parser at hand, and compares it with remark's reading. */
export function outcomeOf({ native, remark }: Pair, text: string, format: Format): Outcome {
  const trigger = remarkTriggerIn(text, format)
  if (trigger !== undefined) return { kind: 'remark', reason: trigger }
  try {
    const parsed = native(text, format)
    const difference = differenceOf(parsed, remark(text, format))
    return difference ? { kind: 'different', difference } : { kind: 'same' }
  } catch (error) {
    if (!(error instanceof ParseRefusal)) throw error
    const reason = remark(text, format).syntaxError ? 'no MDX for either parser' : error.message
    return { kind: 'remark', reason }
  }
}

/** A smaller text on which the trees still differ: whole lines go first, then characters. */
export function shrink(pair: Pair, text: string, format: Format): string {
  const differs = (candidate: string): boolean => outcomeOf(pair, candidate, format).kind === 'different'
  let current = text
  for (const split of ['\n', '']) {
    if (split === '' && current.length > 400) break
    for (
      let size = Math.ceil(current.split(split).length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      let parts = current.split(split)
      for (let i = 0; i < parts.length;) {
        const fewer = [...parts.slice(0, i), ...parts.slice(i + size)]
        if (differs(fewer.join(split))) parts = fewer
        else i += size
      }
      current = parts.join(split)
    }
  }
  return current
}
