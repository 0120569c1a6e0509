import { pairParts, type PartBead } from '../l10n/pair-parts.ts'
import { partsOf, type Part } from '../l10n/part.ts'
import type { Page } from './passage.ts'
import { alignPages } from './plan.ts'

/** A document with its passages and its parts. */
export interface Sheet extends Page {
  readonly parts: readonly Part[]
}

/** A document for syncing. */
export function sheetOf(page: Page): Sheet {
  return { ...page, parts: partsOf(page.facts, page.text) }
}

/** The beads of two documents' parts. */
export function beadsBetween(source: Sheet, target: Sheet): PartBead[] {
  const blocks = alignPages(source, target).map((bead) => ({
    ...bead,
    source: bead.source.flatMap((index) => source.passages[index]?.blocks ?? []),
    target: bead.target.flatMap((index) => target.passages[index]?.blocks ?? []),
  }))
  return pairParts(source, target, blocks)
}

/** The parts that lie in passages. */
export function partsIn(indexes: readonly number[], sheet: Sheet): Part[] {
  const blocks = new Set(indexes.flatMap((index) => sheet.passages[index]?.blocks ?? []))
  return sheet.parts.filter(({ block }) => block !== undefined && blocks.has(block))
}
