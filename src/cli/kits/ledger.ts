import type { Document, OpenDocument } from '../../corpus/document.ts'
import type { Locale } from '../../corpus/locale.ts'
import { blobIdOf } from '../../io/git-history.ts'
import type { Change } from '../../io/journal.ts'
import { textBelow } from '../../io/ledger-files.ts'
import { alignBlocks } from '../../l10n/align.ts'
import { ledgerPath, parseLedger, printLedger, type LedgerLine, type Origin } from '../../l10n/ledger.ts'
import { pairParts } from '../../l10n/pair-parts.ts'
import { partsOf, phraseHash, type Part } from '../../l10n/part.ts'
import type { Phrase } from '../../l10n/phrase.ts'
import { recordOf, type Recording } from '../../l10n/record.ts'
import { statesOf, type PartState } from '../../l10n/state.ts'
import type { Known } from '../../l10n/unit.ts'
import { hashOf } from '../../text/edit.ts'

/** A source and one of its targets. */
export interface Pair {
  readonly root: string
  readonly locale: Locale
  readonly source: OpenDocument
  readonly target: OpenDocument
}

interface Sides {
  readonly from: readonly Part[]
  readonly to: readonly Part[]
  readonly states: readonly PartState[]
}

function sidesOf({ source, target }: Pair, lines: readonly LedgerLine[]): Sides {
  const [from, to] = [partsOf(source.facts, source.text), partsOf(target.facts, target.text)]
  const beads = pairParts(
    { facts: source.facts, parts: from },
    { facts: target.facts, parts: to },
    alignBlocks(source.facts.blocks, target.facts.blocks),
  )
  return { from, to, states: statesOf(from, to, lines, beads) }
}

/** Whether anything was recorded of a target. */
export function isBegun({
  root,
  locale,
  guide,
}: Pick<Pair, 'root' | 'locale'> & Pick<Document, 'guide'>): boolean {
  return textBelow(root, ledgerPath(locale, guide)) !== undefined
}

/** What the ledger knows of a pair's segments. */
export interface Recorded extends Known {
  /** What was recorded of the target of a segment that is behind: the source of then. */
  readonly behindAt: (place: number) => LedgerLine | undefined
}

/** What the ledger knows of the segments of a pair: which stand for each other, and how they stand; nothing where nothing was recorded. */
export function knownOf(pair: Pair): Recorded | undefined {
  const text = textBelow(pair.root, ledgerPath(pair.locale, pair.source.guide))
  if (text === undefined) return undefined
  const { from, to, states } = sidesOf(pair, parseLedger(text).lines)
  const pairs = new Map<number, number>()
  const found = new Map<number, NonNullable<PartState['state']>>()
  const behind = new Map<number, LedgerLine>()
  for (const { source, target, state, lines: [line] = [] } of states) {
    const [own, other] = [from[source[0] ?? -1]?.segment, to[target[0] ?? -1]?.segment]
    if (source.length !== 1 || target.length !== 1 || own === undefined || other === undefined) continue
    pairs.set(own, other)
    if (state !== undefined) found.set(own, state)
    if (state === 'fuzzy' && line) behind.set(own, line)
  }
  return {
    pairs,
    behindAt: (place) => behind.get(place),
    stateOf: (place) => {
      const state = found.get(place)
      return state === 'obsolete' ? undefined : state
    },
  }
}

/** Whose words were taken: a person's, or those of a machine that nobody has looked at; words that stood there keep what was recorded of them. */
export interface Authorship {
  readonly by: 'human' | 'unread'
  /** The source that they were made from, where it is another by now. */
  readonly former?: { readonly phrase: Phrase; readonly blob: string }
}

/**
 * The ledger as it is to be when units have been taken: these are in step with the source as it is.
 * Of a document that was there before anything was recorded, nothing is begun: `sync` dates it by its history.
 */
export function ledgerChange(
  pair: Pair,
  taken: ReadonlyMap<number, Authorship>,
  isNew: boolean,
): Change | undefined {
  const path = ledgerPath(pair.locale, pair.source.guide)
  const before = textBelow(pair.root, path)
  if (before === undefined && !isNew) return undefined
  const ledger = parseLedger(before ?? '')
  const { from, to, states } = sidesOf(pair, ledger.lines)
  const blob = blobIdOf(pair.source.text)
  const originsBefore = new Map(ledger.lines.map(({ target, origin }) => [target, origin]))
  const acceptedAs = (index: number): Origin | undefined => {
    const { segment = -1, hash = '' } = to[index] ?? {}
    const by = taken.get(segment)?.by
    return by === 'unread' ? (originsBefore.get(hash) ?? 'machine') : by
  }
  // A new document begins as its source: what no kit has brought words for still waits, be it one word.
  const originOf: Recording['originOf'] = (index) =>
    isNew && !taken.has(to[index]?.segment ?? -1) ? 'source' : undefined
  const madeFrom: Recording['madeFrom'] = (index) => {
    const former = taken.get(to[index]?.segment ?? -1)?.former
    const origin = acceptedAs(index) ?? 'human'
    return former && { source: phraseHash(former.phrase), blob: former.blob, origin }
  }
  const lines = recordOf(states, from, to, ledger.lines, { blob, acceptedAs, madeFrom, originOf })
  const text = printLedger({ synced: ledger.synced.length > 0 ? ledger.synced : [blob], lines })
  return text === before ? undefined : { path, base: before === undefined ? undefined : hashOf(before), text }
}
