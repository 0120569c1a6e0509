import type { Config } from '../corpus/config.ts'
import type { Document } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import { alignmentOf, asidesOf, type Alignment } from '../l10n/alignment.ts'
import type { BeadMemory } from '../l10n/bead-memory.ts'

export { factsWithin } from '../text/range.ts'

/** A document beside the one that it was made from. */
export interface Beside {
  readonly source: Document
  readonly target: Document
  readonly alignment: Alignment
  /** Read when they are asked for: most findings need facts alone. */
  readonly sourceText: () => string
  readonly targetText: () => string
}

interface View {
  readonly guide: Guide
  readonly config: Config
  readonly textOf: (document: Document) => string
  readonly beads?: BeadMemory | undefined
}

/** How sure a bead must be for a rule to speak of a difference in it. */
export const sure = 0.8

/** A document beside its source; undefined for the source itself, and where there is none that can be read. */
export function besideSource(target: Document, { guide, config, textOf, beads }: View): Beside | undefined {
  const { source } = guide
  if (!source || source === target || source.path === target.path || source.facts.refused) return undefined
  const alignment = alignmentOf(source, target, asidesOf(source, target, config, textOf), beads)
  return { source, target, alignment, sourceText: () => textOf(source), targetText: () => textOf(target) }
}
