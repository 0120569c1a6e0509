import { aliasesOf } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Document, OpenDocument } from '../../corpus/document.ts'
import { locateBy } from '../../corpus/locate.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import type { ReturnedKit } from '../../exchange/kit.ts'
import { usageIn } from '../../exchange/across-units.ts'
import { takeKit } from '../../exchange/take.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { recover, writeTogether, type Change } from '../../io/journal.ts'
import { readCorpus } from '../../io/read.ts'
import type { Usage } from '../../l10n/consistency.ts'
import { unitsOf, type Known, type Unit } from '../../l10n/unit.ts'
import { terminalSafe } from '../../report/escape.ts'
import { refusedWords } from '../../report/refused.ts'
import { countOf } from '../../report/sentences.ts'
import { unifiedDiff } from '../../text/diff.ts'
import { hashOf } from '../../text/edit.ts'
import { groupBy } from '../../text/group-by.ts'
import type { CommonOptions } from '../command.ts'
import { formerFinder } from '../recorded-words.ts'
import { takeTables, type TakenTables } from './import-glossary.ts'
import { askedBy, readReturned, type KitInFile } from './import-kits.ts'
import { linesOf, type Told } from './import-report.ts'
import { placeOfKit, type KitPlace } from './kit-place.ts'
import { KeptKits, unpackUnits } from './kept.ts'
import { isBegun, knownOf, ledgerChange, type Authorship } from './ledger.ts'
import { withOwnAddresses } from './localize-document.ts'
import type { Outcome } from '../outcome.ts'
import { routeOf } from '../sync/route.ts'
import { Sources } from '../sync/sources.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'

/** The options of `hexapla import`, as commander gives them. */
export interface ImportOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly diff?: true
  readonly quiet?: true
  readonly fuzzy?: boolean
}

/** A document on its way: as it is on disk, and as the kits make it. */
interface Work {
  /** Undefined where there is none yet. */
  readonly before: Document | undefined
  readonly source: OpenDocument
  readonly locale: Locale
  document: OpenDocument
  /** By the places of segments, whose words were brought or confirmed. */
  readonly taken: Map<number, Authorship>
}

/** Takes kits back: checks every unit, and writes those that are right. */
export async function runImport(files: readonly string[], options: ImportOptions): Promise<Outcome> {
  const { kits, tables, empty } = await readReturned(files, options.cwd)
  const workspace = await openWorkspace(options.cwd, [], options.config)
  const words = tables.length > 0 ? await takeTables(tables, workspace) : undefined
  const reader = await FactsReader.open(workspace.config)
  try {
    const { corpus, textOf, locales } = await readCorpus({
      ...workspace,
      reader,
      isAsked: askedBy(kits, workspace),
      namesOthers: true,
    })
    const sources = new Sources(workspace.root, workspace.config, reader)
    const desk: Desk = {
      ...workspace,
      corpus,
      textOf,
      locales,
      reader,
      sources,
      works: new Map(),
      usages: usagesOf(kits),
      kept: new KeptKits(workspace.root, workspace.config),
    }
    const told: ((isDone: boolean) => readonly string[])[] = [
      () => words?.told ?? [],
      () => empty.map((file) => `${file}: Unexpected kit without units, expected some`),
    ]
    let refused = 0
    for (const { file, kit } of kits) {
      const result = await takeOne(kit, desk, options)
      if (typeof result === 'string') {
        refused += kit.units.length
        told.push(() => [`${file}: ${result}; ${countOf(kit.units.length, 'unit')} refused`])
        continue
      }
      refused += result.taken.notes.filter(({ severity }) => severity === 'error').length
      told.push((isDone) => linesOf(file, kit, result, { isDone, isQuiet: options.quiet === true }))
    }
    await settleAddresses(desk)
    const saying = (isDone: boolean): string =>
      `${told
        .flatMap((lines) => lines(isDone))
        .map(terminalSafe)
        .join('\n')}\n`
    const exitCode = refused > 0 || empty.length > 0 ? 1 : 0
    if (options.diff) return { stdout: diffOf(desk, words), stderr: saying(false), exitCode }
    const failed = await write(desk, words?.change)
    return {
      stdout: '',
      stderr: [saying(failed.length === 0), ...failed].join(''),
      exitCode: failed.length > 0 ? 2 : exitCode,
    }
  } finally {
    await reader.close()
  }
}

interface Desk extends Workspace {
  readonly corpus: Corpus
  readonly textOf: (path: string) => string
  /** Of all documents that are there. */
  readonly locales: ReadonlySet<Locale>
  readonly reader: FactsReader
  /** What the sources were. */
  readonly sources: Sources
  readonly kept: KeptKits
  /** How the kits of each target language translate their words. */
  readonly usages: ReadonlyMap<string, Usage>
  /** By path. */
  readonly works: Map<string, Work>
}

function usagesOf(files: readonly KitInFile[]): Map<string, Usage> {
  const kits = groupBy(
    files.map(({ kit }) => kit),
    ({ languages }) => languages.target,
  )
  return new Map(Array.from(kits, ([language, each]) => [language, usageIn(each)]))
}

/** Takes one kit; the reason where all of it is refused. */
async function takeOne(
  kit: ReturnedKit,
  desk: Desk,
  { locale: only, fuzzy = false }: ImportOptions,
): Promise<Told | string> {
  const { config, textOf, reader, sources, root } = desk
  const place = placeOfKit(kit, desk, only)
  if (typeof place === 'string') return place
  const { source, locale, languages } = place
  const original = { ...source, text: textOf(source.path) }
  const { path } = place
  const work = desk.works.get(path) ?? workFor(original, place, desk)
  const usage = desk.usages.get(kit.languages.target)
  const isRecorded = !work.before || isBegun({ root, locale, source: original, target: work.document })
  const taken = await takeKit(kit, {
    source: original,
    target: work.document,
    units: unitsAt(original, work, locale, desk),
    about: {
      languages,
      locales: { source: source.locale ?? 'und', target: locale },
      ...(config.terms && { glossary: config.terms }),
    },
    read: (text) => reader.read(text, path),
    fuzzy,
    ...(usage && { usage }),
    ...(config.strings && { strings: config.strings }),
    ...(isRecorded && { formerOf: formerFinder(root, original, sources) }),
  })
  const { text, facts } = taken.put
  if (text !== work.document.text) work.document = { ...work.document, text, facts, hash: hashOf(text) }
  const done = new Set(kit.units.flatMap(({ id, isDone }) => (isDone ? [id] : [])))
  for (const unit of [...taken.written, ...taken.same]) {
    const former = taken.behind.get(unit)
    work.taken.set(unit.targetPlace ?? -1, {
      by: (former?.isDone ?? done.has(unit.id)) ? 'human' : 'unread',
      ...(former && { former }),
    })
  }
  if (taken.written.length + taken.same.length > 0) desk.works.set(path, work)
  return { taken, path, isNew: !work.before }
}

/** The target of a source; a new one begins as its source does. */
function workFor(source: OpenDocument, { locale, path, known }: KitPlace, { config, textOf }: Desk): Work {
  const document = known
    ? { ...known, text: textOf(path) }
    : { ...source, ...locateBy(config)(path), text: source.text }
  return { before: known, source, locale, document, taken: new Map() }
}

function diffOf({ works, textOf }: Desk, words: TakenTables | undefined): string {
  const documents = [...works]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { before, document }]) => unifiedDiff(path, before ? textOf(path) : '', document.text))
  const { change, before = '' } = words ?? {}
  return [...(change ? [unifiedDiff(change.path, before, change.text ?? '')] : []), ...documents].join('')
}

/** Gives new documents their own locale's addresses, when all that kits make is there. */
async function settleAddresses({ works, corpus, config, reader }: Desk): Promise<void> {
  const made = new Set([...works.values()].map(({ document, locale }) => `${locale} ${document.guide}`))
  for (const work of works.values()) {
    const { source, document, locale } = work
    if (work.before) continue
    const from = { document: source, locale: source.locale ?? 'und' }
    const route = routeOf(from, { document, locale }, { config, corpus, made })
    const text = withOwnAddresses(source, document, config, route)
    if (text !== document.text)
      work.document = { ...document, text, hash: hashOf(text), facts: await reader.read(text, document.path) }
  }
}

/** The units of a document as it is so far; made already, where nothing has changed since they were given out. */
function unitsAt(source: OpenDocument, work: Work, locale: Locale, desk: Desk): readonly Unit[] {
  const { before, document } = work
  const { kept, config } = desk
  if (before?.hash === document.hash && work.taken.size === 0) {
    const aliases = aliasesOf(config)
    const from = source.locale ?? 'und'
    const { guide, path } = source
    const languages = { source: languageTagOf(from, aliases), target: languageTagOf(locale, aliases) }
    const frame = { guide, path, locales: { source: source.locale ?? 'und', target: locale }, languages }
    const line = kept.of(guide).get(kept.nameOf(frame, source.hash, document.hash))
    if (line !== undefined) return unpackUnits(line)
  }
  return unitsOf(source, document, knownAt(source, work, locale, desk))
}

/** What the ledger knows of a target, and what kits have brought it a moment ago. */
function knownAt(
  source: OpenDocument,
  { before, taken }: Work,
  locale: Locale,
  { root, textOf }: Desk,
): Known | undefined {
  const target = before && { ...before, text: textOf(before.path) }
  const known = target && knownOf({ root, locale, source, target })
  // Words that were put in leave every segment in its place.
  return (
    known && {
      ...known,
      stateOf: (place, targetPlace) =>
        taken.has(targetPlace) ? 'translated' : known.stateOf(place, targetPlace),
    }
  )
}

/** Writes what has changed, documents and ledgers as one; tells what could not be written. */
async function write({ root, works }: Desk, glossary: Change | undefined): Promise<string[]> {
  await recover(root)
  const changes = [...works].flatMap(([path, { before, source, locale, document, taken }]): Change[] => {
    const ledger = ledgerChange({ root, locale, source, target: document }, taken, before === undefined)
    const isChanged = before?.hash !== document.hash
    return [
      ...(isChanged ? [{ path, base: before?.hash, text: document.text }] : []),
      ...(ledger ? [ledger] : []),
    ]
  })
  const all = [...(glossary ? [glossary] : []), ...changes]
  return refusedWords(await writeTogether(root, all), all.length, 'hexapla import')
}
