import type { Fix } from '../lint/finding.ts'
import type { Edit } from '../text/edit.ts'
import { lineIndexAt, lineStartsOf } from '../text/source.ts'
import type { Stretch } from '../text/word-difference.ts'

/** Lines that a fix changes, before and after. */
export interface Hunk {
  /** The first of them, from 1. */
  readonly line: number
  readonly before: readonly Stretch[]
  readonly after: readonly Stretch[]
}

/** A fix as a person looks at it before it is made. */
export interface FixView {
  readonly title: string
  readonly applicability: Fix['applicability']
  readonly hunks: readonly Hunk[]
  /** How many more places it changes than are shown. */
  readonly more: number
}

/** A person looks at so many places, not at more. */
const mostHunks = 12

/** Shows what a fix does to a text, line by line. */
export function fixViewOf({ title, applicability, edits }: Fix, text: string): FixView {
  const starts = lineStartsOf(text)
  const groups = groupsOf(edits, starts)
  return {
    title,
    applicability,
    hunks: groups.slice(0, mostHunks).map((group) => hunkOf(group, text, starts)),
    more: Math.max(0, groups.length - mostHunks),
  }
}

/** Edits that share a line stand in one hunk. */
function groupsOf(edits: readonly Edit[], starts: readonly number[]): Edit[][] {
  const groups: Edit[][] = []
  let last = -1
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const group = groups.at(-1)
    if (group && lineIndexAt(starts, edit.range.start) <= last) group.push(edit)
    else groups.push([edit])
    last = Math.max(last, lineIndexAt(starts, edit.range.end))
  }
  return groups
}

function hunkOf(edits: readonly Edit[], text: string, starts: readonly number[]): Hunk {
  const first = lineIndexAt(starts, edits[0]?.range.start ?? 0)
  const last = lineIndexAt(starts, edits.at(-1)?.range.end ?? 0)
  const end = (starts[last + 1] ?? text.length + 1) - 1
  const before: Stretch[] = []
  const after: Stretch[] = []
  const put = (to: Stretch[], kind: Stretch[0], words: string): void => {
    if (words !== '') to.push([kind, words])
  }
  let at = starts[first] ?? 0
  for (const { range, text: words } of edits) {
    put(before, 'same', text.slice(at, range.start))
    put(after, 'same', text.slice(at, range.start))
    put(before, 'removed', text.slice(range.start, range.end))
    put(after, 'added', words)
    at = range.end
  }
  const rest = text.slice(at, Math.max(at, end)).replace(/\r$/, '')
  put(before, 'same', rest)
  put(after, 'same', rest)
  return { line: first + 1, before, after }
}
