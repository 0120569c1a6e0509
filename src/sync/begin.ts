import { answersChange } from '../l10n/answer.ts'
import type { Ledger, LedgerLine } from '../l10n/ledger.ts'
import { recordedSource } from '../l10n/state.ts'
import { alignPages } from './plan.ts'
import { beadsBetween, type Sheet } from './sheet.ts'

/** A state of a document in version control. */
interface Dated {
  readonly blob: string
  /** In milliseconds since 1970. */
  readonly time: number
}

/** What is known of a target that no ledger speaks of. */
export interface Beginning {
  readonly target: Sheet
  readonly head: Sheet
  /** Git's id of the source as it is. */
  readonly blob: string
  /** The newest first. */
  readonly sources: readonly Dated[]
  readonly targets: readonly Dated[]
  readonly textOf: (blob: string) => string | undefined
  readonly sheetAt: (blob: string) => Promise<Sheet | undefined>
  /** When the source was as the target's own front matter says; undefined where it says nothing that holds. */
  readonly pinned: number | undefined
}

/**
 * The ledger that a target would have, had it been kept from the start: each passage is dated to the revision that
 * brought its words, and to the source of then. An edit that follows no change of the source makes nothing newer.
 */
export async function beginLedger(beginning: Beginning): Promise<Pick<Ledger, 'synced' | 'lines'>> {
  const { target, blob, sources, targets, pinned } = beginning
  const last = pinned ?? targets[0]?.time
  const synced = last === undefined ? blob : (sourceAt(sources, last)?.blob ?? blob)
  const dates = await datesOf(beginning)
  // The front matter goes with the page.
  const lines: LedgerLine[] = []
  const dateOfBlock = new Map(
    target.passages.flatMap(({ blocks }, index) =>
      blocks.map((block) => [block, dates[index] ?? synced] as const),
    ),
  )
  for (const each of new Set([...dates, synced])) {
    const base = each === blob ? beginning.head : await beginning.sheetAt(each)
    if (!base) continue
    for (const bead of beadsBetween(base, target)) {
      const parts = bead.source.flatMap((index) => base.parts[index] ?? [])
      const [first] = parts
      if (!first) continue
      for (const index of bead.target) {
        const part = target.parts[index]
        const date = part?.block === undefined ? synced : dateOfBlock.get(part.block)
        if (!part || date !== each) continue
        lines.push({
          source: recordedSource(parts),
          context: first.context,
          occurrence: first.occurrence,
          target: part.hash,
          origin: 'human',
          blob: each,
        })
      }
    }
  }
  return { synced: [synced], lines }
}

function sourceAt(sources: readonly Dated[], time: number): Dated | undefined {
  return sources.find((revision) => revision.time <= time) ?? sources.at(-1)
}

/** Git's id of the source that each passage of a target was made from. */
async function datesOf(beginning: Beginning): Promise<string[]> {
  const { target, blob, sources, targets, pinned } = beginning
  const newest = (time: number): string => sourceAt(sources, time)?.blob ?? blob
  if (pinned !== undefined) return target.passages.map(() => newest(pinned))
  const dates: string[] = []
  const known: Partners = new Map()
  const stretches = new Map<string, readonly Stretch[]>()
  for (const [index, passage] of target.passages.entries()) {
    let words = target.text.slice(passage.range.start, passage.range.end)
    let at = -1
    let date = blob
    for (;;) {
      while (at + 1 < targets.length && holds(beginning, targets[at + 1], words)) at++
      if (at >= 0) date = newest(targets[at]?.time ?? 0)
      const older = targets[at + 1]
      const former =
        at < 0 || !older ? undefined : likeIn(stretchesAt(beginning, older.blob, stretches), words)
      if (!older || former === undefined) break
      const earlier = newest(older.time)
      if (earlier !== date && (await follows(beginning, index, { earlier, date, former, words }, known)))
        break
      words = former
      at++
      date = earlier
    }
    dates.push(date)
  }
  return dates
}

function holds({ textOf }: Beginning, revision: Dated | undefined, words: string): boolean {
  return revision !== undefined && (textOf(revision.blob)?.includes(words) ?? false)
}

/** A paragraph or an item of a text that was, and the words in it. */
interface Stretch {
  readonly text: string
  readonly words: ReadonlySet<string>
}

const between = /\r?\n(?:[ \t>]*\r?\n|(?=\s*(?:[-*+]|\d+[.)])\s))/

function stretchesAt(
  { textOf }: Beginning,
  blob: string,
  known: Map<string, readonly Stretch[]>,
): readonly Stretch[] {
  const found =
    known.get(blob) ??
    (textOf(blob) ?? '').split(between).map((stretch): Stretch => {
      const text = stretch.trim()
      return { text, words: new Set(text.split(/\s+/)) }
    })
  known.set(blob, found)
  return found
}

/** The stretch of an older text that some words were made of by an edit; undefined where none is alike. */
function likeIn(stretches: readonly Stretch[], words: string): string | undefined {
  const own = new Set(words.split(/\s+/))
  let best: { text: string; like: number } | undefined
  for (const { text, words: other } of stretches) {
    let shared = 0
    for (const word of other) if (own.has(word)) shared++
    const like = (2 * shared) / (own.size + other.size)
    if (like >= leastAlike && like > (best?.like ?? 0)) best = { text, like }
  }
  return best?.text
}

const leastAlike = 0.6

interface Step {
  readonly earlier: string
  readonly date: string
  readonly former: string
  readonly words: string
}

/** True where an edit of the target answers what the source changed between two of its states. */
async function follows(
  beginning: Beginning,
  index: number,
  { earlier, date, former, words }: Step,
  known: Partners,
): Promise<boolean> {
  const [was, is] = [
    await sourceWords(beginning, index, earlier, known),
    await sourceWords(beginning, index, date, known),
  ]
  if (was === undefined || is === undefined) return true
  return was !== is && answersChange({ before: was, after: is }, { before: former, after: words })
}

/** By git's ids of sources: what each of the target's passages stands for in them. */
type Partners = Map<string, Promise<ReadonlyMap<number, string> | undefined>>

async function partnersAt(
  beginning: Beginning,
  blob: string,
): Promise<ReadonlyMap<number, string> | undefined> {
  const base = blob === beginning.blob ? beginning.head : await beginning.sheetAt(blob)
  if (!base) return undefined
  const partners = new Map<number, string>()
  for (const { source, target } of alignPages(base, beginning.target)) {
    const words = source.map((each) => base.passages[each]?.content ?? '').join(' ')
    if (words !== '') for (const index of target) partners.set(index, words)
  }
  return partners
}

function sourceWords(
  beginning: Beginning,
  index: number,
  blob: string,
  known: Partners,
): Promise<string | undefined> {
  const partners = known.get(blob) ?? partnersAt(beginning, blob)
  known.set(blob, partners)
  return partners.then((found) => found?.get(index))
}
