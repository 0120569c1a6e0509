import type { Config } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import type { Locale } from '../../corpus/locale.ts'
import { blobIdOf } from '../../io/git-history.ts'
import type { Ledger } from '../../l10n/ledger.ts'
import { recordedStates } from '../../l10n/recorded-states.ts'
import { addressesOf, localizedDocument } from '../../sync/addresses.ts'
import { leftIn, wordsIn, type Left, type Words } from '../../sync/left.ts'
import { withRegions } from '../../sync/regions.ts'
import type { Sheet } from '../../sync/sheet.ts'
import { syncTarget, type TargetOutcome } from '../../sync/target.ts'
import { begunLedger } from './begun-ledger.ts'
import type { Drawings } from './drawings.ts'
import { answeredLines, wordsAt } from './answers.ts'
import type { Filler } from './fill.ts'
import { routeOf } from './route.ts'
import type { Sources } from './sources.ts'
import type { Target } from './targets.ts'

/** The document that a target is made from. */
export interface SourceDocument {
  readonly document: Document
  readonly text: string
  readonly locale: Locale
}

/** One target of a guide, and what is recorded of it. */
export interface TargetDocument extends Target {
  /** Undefined where nothing was ever recorded. */
  readonly ledger: Ledger | undefined
}

/** What came of one target. */
export interface SyncedTarget extends TargetOutcome {
  readonly path: string
  readonly guide: string
  readonly locale: Locale
  readonly text: string
  readonly left: readonly Left[]
  readonly words: Words
  readonly notes: readonly string[]
}

/** What is asked of a sync besides its targets. */
export interface Asked {
  readonly config: Config
  readonly corpus: Corpus
  readonly sources: Sources
  readonly isAccepted: boolean
  /** Documents that this run makes, by `locale guide`. */
  readonly made: ReadonlySet<string>
  /** Git's id of the source at the commit to sync from; where it is not asked for, what was recorded counts. */
  readonly since: string | undefined
  /** Puts translations in the place of what is new; undefined where the source's words stay. */
  readonly filler: Filler | undefined
  /** What regions of settings are made of. */
  readonly drawings: Drawings
}

/** Syncs one target of a guide in memory. */
export async function syncOne(
  source: SourceDocument,
  target: TargetDocument,
  asked: Asked,
): Promise<SyncedTarget> {
  const { sources, config } = asked
  const notes: string[] = []
  const { path } = source.document
  const blob = blobIdOf(source.text)
  const head = await sources.source(source.text, path)
  const route = routeOf(source, target, asked)
  const text = target.isMade ? localizedDocument(head, addressesOf(head, head, route)) : target.text
  const sheet = await sources.read(text, target.document.path)
  const ledger =
    target.ledger ??
    (await begunLedger({ path, text: source.text }, target.document.path, head, sheet, {
      sources,
      pin: config.sync.pin,
      notes,
    }))
  const read = (words: string): Promise<Sheet> => sources.read(words, target.document.path)
  const settled = settledStates(ledger, { blob, head, sheet }, target, asked)
  if (settled) return drawn(settled, { head, blob, read }, asked)
  const base = asked.since ?? ledger.synced[0]
  const former = base === undefined ? undefined : await sources.sheetAt(base, path)
  if (!former && base !== blob)
    notes.push(
      `${base === undefined ? 'no record says what source it was synced with' : 'the source that it was synced with is not in this clone'}: what is behind is told, nothing is carried`,
    )
  const addresses = addressesOf(head, sheet, route)
  const answered = await answeredLines({ source, target, head, sheet, ledger }, sources)
  const carried = await syncTarget({
    base: former,
    head,
    blob,
    target: sheet,
    ledger,
    addresses,
    offer: (words) => (config.sync.insert === 'skip' ? undefined : { text: words, origin: 'source' }),
    ownKeys: new Set([...config.sync.own, ...(config.sync.pin === undefined ? [] : [config.sync.pin])]),
    hints: { answers: (line) => answered.has(line) },
    isAccepted: asked.isAccepted,
    isMade: target.isMade,
    read,
  })
  const synced = await drawn({ ...carried, locale: target.locale }, { head, blob, read }, asked)
  const filling = { source, target, head, blob, read }
  const { outcome, notes: told } = (await asked.filler?.fill(synced, filling)) ?? {
    outcome: synced,
    notes: [],
  }
  notes.push(...told)
  const behind = outcome.states.flatMap(({ lines }) => lines.flatMap((line) => line?.blob ?? []))
  await sources.load(behind)
  const olds = new Map<string, Sheet | undefined>()
  for (const id of new Set(behind)) olds.set(id, await sources.sheetAt(id, path))
  return {
    ...outcome,
    path: target.document.path,
    guide: target.document.guide,
    locale: target.locale,
    text,
    left: leftIn(outcome.states, head, outcome.target, (id, hashes) => wordsAt(olds.get(id), hashes)),
    words: wordsIn(outcome.states, head),
    notes,
  }
}

/** The outcome with its regions of settings as the settings file has them. */
async function drawn<Outcome extends TargetOutcome & { readonly locale: Locale }>(
  outcome: Outcome,
  source: Parameters<typeof withRegions>[2],
  { drawings }: Asked,
): Promise<Outcome> {
  const drawing = await drawings.for(outcome.locale, outcome.target)
  return drawing ? withRegions(outcome, drawing, source) : outcome
}

/** What there is to say of a target that is in step with its source to the last part, told without an alignment. */
function settledStates(
  ledger: Pick<Ledger, 'synced' | 'lines'>,
  { blob, head, sheet }: { readonly blob: string; readonly head: Sheet; readonly sheet: Sheet },
  { document, locale, text, isMade }: TargetDocument,
  { since, isAccepted }: Asked,
): SyncedTarget | undefined {
  const isSynced = ledger.synced.length === 1 && ledger.synced[0] === blob
  if (!isSynced || isMade || isAccepted || since !== undefined) return undefined
  const states = recordedStates(head.parts, sheet.parts, ledger.lines)
  const used = states?.length === ledger.lines.length
  if (!states || !used || states.some(({ state }) => state !== 'translated')) return undefined
  return {
    path: document.path,
    guide: document.guide,
    locale,
    text,
    edits: [],
    target: sheet,
    ledger,
    states,
    changes: new Map(),
    told: [],
    left: [],
    words: wordsIn(states, head),
    notes: [],
    inserted: new Set(),
  }
}
