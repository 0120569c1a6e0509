import { unexpectedChange } from '../../src/lint/verify.ts'
import { emptyFacts, type FactKind, type Facts } from '../../src/markdown/facts.ts'
import type { Segment } from '../../src/markdown/segment.ts'
import { applyEdits, type Edit } from '../../src/text/edit.ts'

const everyKind = new Set(['frontMatter', ...Object.keys(emptyFacts())]) as ReadonlySet<FactKind>

/** The edits that put a word in the place of each line of a segment. */
function wordEdits({ lines }: Segment): Edit[] {
  return lines.map((range) => ({ range, text: 'Xyzzy' }))
}

/**
 * What goes wrong when a segment of a text is replaced: by itself, which must give the same bytes, or by other words,
 * after which the facts outside it must be as they were.
 */
export function replacementFault(
  text: string,
  facts: Facts,
  segment: Segment,
  read: (text: string) => Facts,
): string | undefined {
  const same = segment.lines.map((range) => ({ range, text: text.slice(range.start, range.end) }))
  if (applyEdits(text, same) !== text) return 'replaced by itself, the text is another'
  const edits = wordEdits(segment)
  const changed = unexpectedChange(facts, read(applyEdits(text, edits)), edits, everyKind)
  return changed === undefined ? undefined : `replaced by other words, ${changed} outside it changed`
}
