import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import { blobIdOf } from '../io/git-history.ts'
import { answersChange } from '../l10n/answer.ts'
import type { Ledger, LedgerLine } from '../l10n/ledger.ts'
import type { Part } from '../l10n/part.ts'
import { recordedStates } from '../l10n/recorded-states.ts'
import { statesOf } from '../l10n/state.ts'
import { addressesOf, localizedDocument } from '../sync/addresses.ts'
import { beginLedger } from '../sync/begin.ts'
import { leftIn, wordsIn, type Left, type Words } from '../sync/left.ts'
import { beadsBetween, syncTarget, type Sheet, type TargetOutcome } from '../sync/target.ts'
import type { Filler } from './sync-fill.ts'
import type { Sources } from './sync-sources.ts'

/** The document that a target is made from. */
export interface SourceDocument {
  readonly document: Document
  readonly text: string
  readonly locale: Locale
}

/** One target of a guide, and what is recorded of it. */
export interface TargetDocument {
  readonly document: Document
  readonly text: string
  readonly locale: Locale
  /** Undefined where nothing was ever recorded. */
  readonly ledger: Ledger | undefined
  /** It is yet to be written: its text is the source's. */
  readonly isMade: boolean
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
  const settled = settledStates(ledger, { blob, head, sheet }, target, asked)
  if (settled) return settled
  const base = asked.since ?? ledger.synced[0]
  const former = base === undefined ? undefined : await sources.sheetAt(base, path)
  if (!former && base !== blob)
    notes.push(
      `${base === undefined ? 'no record says what source it was synced with' : 'the source that it was synced with is not in this clone'}: what is behind is told, nothing is carried`,
    )
  const addresses = addressesOf(head, sheet, route)
  const answered = await answeredLines(source, target, { head, sheet, ledger }, asked)
  const synced = await syncTarget({
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
    read: (text) => sources.read(text, target.document.path),
  })
  const filling = {
    source,
    target,
    head,
    blob,
    read: (text: string) => sources.read(text, target.document.path),
  }
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

/** How addresses of a source are put for a target: a relative one of a document leads to that of the target's locale. */
export function routeOf(
  source: Pick<SourceDocument, 'document' | 'locale'>,
  { locale }: TargetDocument,
  { config, corpus, made }: Asked,
): Parameters<typeof addressesOf>[2] {
  return {
    urls: config.urls,
    source: source.locale,
    target: locale,
    slugs: corpus.slugs,
    documentOf: (url) => {
      const end = url.search(/[?#]/)
      const path = end < 0 ? url : url.slice(0, end)
      if (!/\.mdx?$/.test(path)) return undefined
      const found = corpus.resolve(url, source.document)
      if (found.kind !== 'document' || found.document.locale !== source.locale) return undefined
      const own =
        corpus.guideOf(found.document).documents.has(locale) || made.has(`${locale} ${found.document.guide}`)
      const tag = new RegExp(`(^|[./])${source.locale}(?=[./])`, 'g')
      return own ? path.replace(tag, `$1${locale}`) + url.slice(path.length) : undefined
    },
  }
}

function wordsAt(sheet: Sheet | undefined, hashes: string): string | undefined {
  if (!sheet) return undefined
  const words = hashes.split('+').map((hash) => {
    const part = sheet.parts.find((each) => each.hash === hash)
    return part && sheet.text.slice(part.range.start, part.range.end)
  })
  return words.some((each) => each === undefined) ? undefined : words.join('\n')
}

/** What would have been recorded of a target, told by git; where git knows nothing, it counts as in step. */
export async function begunLedger(
  source: { readonly path: string; readonly text: string },
  path: string,
  head: Sheet,
  sheet: Sheet,
  {
    sources,
    pin,
    notes = [],
  }: { readonly sources: Sources; readonly pin: string | undefined; readonly notes?: string[] },
): Promise<Pick<Ledger, 'synced' | 'lines'>> {
  const blob = blobIdOf(source.text)
  const [from, to] = [await sources.revisionsOf(source.path), await sources.revisionsOf(path)]
  if (from.length === 0 || to.length === 0) return { synced: [blob], lines: [] }
  await sources.load([...from, ...to].map((each) => each.blob))
  const named =
    pin === undefined ? undefined : sheet.facts.frontMatter?.fields.find(({ key }) => key === pin)?.value
  const pinned =
    named === undefined ? undefined : await timeOfPin(named, { last: to[0]?.time ?? 0, notes, sources })
  return beginLedger({
    target: sheet,
    head,
    blob,
    sources: from,
    targets: to,
    textOf: (id) => sources.textOf(id),
    sheetAt: (id) => sources.sheetAt(id, source.path),
    pinned,
  })
}

const day = 86_400_000

/** When the commit was made that a page says it was translated from; undefined where that cannot be so. */
async function timeOfPin(
  named: string,
  { last, notes, sources }: { readonly last: number; readonly notes: string[]; readonly sources: Sources },
): Promise<number | undefined> {
  const time = await sources.timeOf(named)
  if (time === undefined) notes.push(`Unexpected pin \`${named}\`, expected a commit that this clone holds`)
  else if (time > last + day) {
    notes.push(
      `Unexpected pin \`${named}\`, which is later than the page's last change, expected one before it`,
    )
    return undefined
  }
  return time
}

/** Lines whose target was edited in answer to what its source changed. */
async function answeredLines(
  { document }: { readonly document: Document },
  target: TargetDocument,
  {
    head,
    sheet,
    ledger,
  }: { readonly head: Sheet; readonly sheet: Sheet; readonly ledger: Pick<Ledger, 'lines'> },
  { sources }: Asked,
): Promise<ReadonlySet<LedgerLine>> {
  const answered = new Set<LedgerLine>()
  const states = statesOf(head.parts, sheet.parts, ledger.lines, beadsBetween(head, sheet))
  const asked = states.filter(({ state, isEdited }) => state === 'fuzzy' && isEdited)
  if (asked.length === 0) return answered
  const revisions = (await sources.revisionsOf(target.document.path)).slice(0, mostRevisions)
  await sources.load(revisions.map(({ blob }) => blob))
  for (const { source, target: own, lines } of asked) {
    const after = source.map((index) => wordsOf(head, head.parts[index])).join('\n')
    for (const [at, line] of lines.entries()) {
      const part = sheet.parts[own[at] ?? -1]
      if (!line || !part) continue
      const before = wordsAt(await sources.sheetAt(line.blob, document.path), line.source)
      const former = await formerWords(line.target, revisions, target.document.path, sources)
      if (before === undefined || former === undefined) continue
      if (answersChange({ before, after }, { before: former, after: wordsOf(sheet, part) }))
        answered.add(line)
    }
  }
  return answered
}

/** A target's words are looked for in so many of its states. */
const mostRevisions = 20

async function formerWords(
  hash: string,
  revisions: readonly { readonly blob: string }[],
  path: string,
  sources: Sources,
): Promise<string | undefined> {
  for (const { blob } of revisions) {
    const sheet = await sources.sheetAt(blob, path)
    const part = sheet?.parts.find((each) => each.hash === hash)
    if (sheet && part) return wordsOf(sheet, part)
  }
  return undefined
}

function wordsOf({ text }: Sheet, part: Part | undefined): string {
  return part ? text.slice(part.range.start, part.range.end) : ''
}
