import { recordOf } from '../l10n/record.ts'
import { statesOf } from '../l10n/state.ts'
import type { Canon } from '../settings/canon.ts'
import { regionDifferences } from '../settings/compare-regions.ts'
import type { Wording } from '../settings/lexicon/lexicon.ts'
import { regionsOf } from '../settings/region.ts'
import { applyEdits, composeEdits, type Edit } from '../text/edit.ts'
import { overlaps } from '../text/range.ts'
import { beadsBetween, type Sheet } from './sheet.ts'
import type { TargetOutcome } from './target.ts'

/** What regions of settings are made of: the settings file, and the words of the document's language. */
export interface Drawing {
  readonly canon: Canon
  readonly wording: Wording
}

/** A document whose regions of settings were made again. */
export interface Drawn {
  readonly edits: readonly Edit[]
  readonly sheet: Sheet
  /** How many regions were not what they should be. */
  readonly count: number
}

/** Makes a document's regions of settings again; undefined where all are what the settings file says, or cannot be. */
export async function drawRegions(
  sheet: Sheet,
  drawing: Drawing,
  read: (text: string) => Promise<Sheet>,
): Promise<Drawn | undefined> {
  const behind = behindIn(sheet, drawing)
  if (behind.length === 0) return undefined
  const edits = behind.flat()
  const after = await read(applyEdits(sheet.text, edits))
  return behindIn(after, drawing).length === 0 ? { edits, sheet: after, count: behind.length } : undefined
}

/** The edits that each region asks for that is not what it should be. */
function behindIn(sheet: Sheet, { canon, wording }: Drawing): Edit[][] {
  return regionsOf(sheet.facts.comments, canon)
    .regions.map((region) =>
      regionDifferences(sheet, region, wording).map(({ range, text }) => ({ range, text })),
    )
    .filter((edits) => edits.length > 0)
}

/** What recording a target's regions needs besides it. */
export interface Source {
  readonly head: Sheet
  /** Git's id of it. */
  readonly blob: string
  readonly read: (text: string) => Promise<Sheet>
}

/** The outcome of a sync with the target's regions of settings made again: nothing in them is left to translate. */
export async function withRegions<Outcome extends TargetOutcome>(
  outcome: Outcome,
  drawing: Drawing,
  { head, blob, read }: Source,
): Promise<Outcome> {
  const { target, ledger, states } = outcome
  const drawn = await drawRegions(target, drawing, read)
  const made = partsInRegions(target, drawing)
  const isRecorded = states.every(
    ({ state, target: own }) => state === 'translated' || !own.some((index) => made.has(index)),
  )
  if (!drawn && isRecorded) return outcome
  const after = drawn?.sheet ?? target
  const now = partsInRegions(after, drawing)
  const old = new Set(
    states.flatMap(({ lines, target: own }) => lines.filter((_, at) => made.has(own[at] ?? -1))),
  )
  const lines = ledger.lines.filter((line) => !old.has(line))
  const beads = beadsBetween(head, after)
  const recorded = recordOf(statesOf(head.parts, after.parts, lines, beads), head.parts, after.parts, lines, {
    blob,
    acceptedAs: (index) => (now.has(index) ? 'memory' : undefined),
  })
  return {
    ...outcome,
    edits: drawn ? composeEdits(outcome.edits, drawn.edits) : outcome.edits,
    target: after,
    ledger: { ...ledger, lines: recorded },
    states: statesOf(head.parts, after.parts, recorded, beads),
    changes: drawn ? new Map([...outcome.changes, ['drawn', drawn.count]]) : outcome.changes,
    inserted: keptOutside(outcome.inserted, without(target, made), without(after, now)),
  }
}

function partsInRegions({ facts, parts }: Sheet, { canon }: Drawing): ReadonlySet<number> {
  const { regions } = regionsOf(facts.comments, canon)
  return new Set(
    parts.flatMap(({ range }, index) =>
      regions.some(({ content }) => overlaps(content, range)) ? [index] : [],
    ),
  )
}

function without({ parts }: Sheet, left: ReadonlySet<number>): number[] {
  return [...parts.keys()].filter((index) => !left.has(index))
}

/** Parts outside the regions by their new places: they are the same ones, in the same order. */
function keptOutside(
  inserted: ReadonlySet<number>,
  before: readonly number[],
  after: readonly number[],
): ReadonlySet<number> {
  return new Set(before.flatMap((index, at) => (inserted.has(index) ? (after[at] ?? []) : [])))
}
