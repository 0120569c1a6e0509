import { setImmediate as nextTurn } from 'node:timers/promises'
import { aliasesOf } from '../../corpus/config.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import type { ReturnedKit } from '../../exchange/kit.ts'
import { takeKit, type Taken } from '../../exchange/take.ts'
import type { Usage } from '../../l10n/consistency.ts'
import { unitsOf, type Known, type Unit } from '../../l10n/unit.ts'
import { hashOf } from '../../text/edit.ts'
import { groupBy } from '../../text/group-by.ts'
import { formerFinder } from '../recorded-words.ts'
import type { Sources } from '../sync/sources.ts'
import type { KitInFile } from './import-kits.ts'
import { toldOf, type Told } from './import-report.ts'
import { unpackUnits, type KeptKits } from './kept.ts'
import type { LazyDocument } from './lazy-document.ts'
import { isBegun, knownOf } from './ledger.ts'
import { placeOfKit, type KitPlace } from './kit-place.ts'
import { finished, settleAddresses, workFor, type Finished, type Site, type Work } from './work.ts'

/** What taking kits needs. */
export interface Desk extends Site {
  /** What the sources were. */
  readonly sources: Sources
  readonly kept: KeptKits
  /** How the kits of each target language translate their words. */
  readonly usages: ReadonlyMap<string, Usage>
}

/** Which locale's kits are taken, and whether words are that nobody has looked at. */
interface Choice {
  readonly locale?: readonly string[]
  readonly fuzzy?: boolean
}

/** What came of kits: of each what is to be told, or why all of it is refused; and the documents as they are to be. */
interface AllTaken {
  readonly results: ReadonlyMap<KitInFile, Told | string>
  readonly works: readonly Finished[]
}

/** Takes kits, document by document, so that few are held at a time; what remark reads in its thread is waited for together. */
export async function takeAll(kits: readonly KitInFile[], desk: Desk, choice: Choice): Promise<AllTaken> {
  const results = new Map(kits.map((each): [KitInFile, Told | string] => [each, '']))
  const places: { readonly each: KitInFile; readonly place: KitPlace }[] = []
  for (const each of kits) {
    const place = placeOfKit(each.kit, desk, choice.locale)
    if (typeof place === 'string') results.set(each, place)
    else places.push({ each, place })
  }
  const takings: Promise<Finished | Work | undefined>[] = []
  for (const group of groupBy(places, ({ place }) => place.path).values()) {
    const taking = takeGroup(group, desk, choice, results)
    takings.push(taking)
    await Promise.race([taking, nextTurn()])
  }
  const works = (await Promise.all(takings)).filter((work) => work !== undefined)
  const made = works.filter((work) => 'source' in work)
  if (made.length > 0) await settleAddresses(made, desk)
  return {
    results,
    works: await Promise.all(works.map(async (work) => ('source' in work ? finished(work, desk) : work))),
  }
}

/** Takes the kits of one document, one after the other; what stands there already is finished with them, a new one waits for all others. */
async function takeGroup(
  group: readonly { readonly each: KitInFile; readonly place: KitPlace }[],
  desk: Desk,
  choice: Choice,
  results: Map<KitInFile, Told | string>,
): Promise<Finished | Work | undefined> {
  let work: Work | undefined
  for (const { each, place } of group) {
    const begun: Work = work ?? (await workFor(place, desk))
    const taken = await takeOne(each.kit, place, begun, desk, choice)
    results.set(each, toldOf(taken, { path: place.path, isNew: !begun.before }))
    if (taken.written.length + taken.same.length > 0) work = begun
  }
  return work?.before ? finished(work, desk) : work
}

/** Takes one kit. */
async function takeOne(
  kit: ReturnedKit,
  place: KitPlace,
  work: Work,
  desk: Desk,
  { fuzzy = false }: Choice,
): Promise<Taken> {
  const { shelf, config, reader, sources, root } = desk
  const { locale, languages, path } = place
  const source = shelf.open(place.source)
  const usage = desk.usages.get(kit.languages.target)
  const isRecorded = !work.before || isBegun({ root, locale, guide: place.source.guide })
  const taken = await takeKit(kit, {
    source: () => source.open(),
    target: work.document,
    units: await unitsAt(source, work, locale, desk),
    about: {
      languages,
      locales: { source: place.source.locale ?? 'und', target: locale },
      ...(config.terms && { glossary: config.terms }),
    },
    read: (text) => reader.read(text, path),
    fuzzy,
    ...(usage && { usage }),
    ...(config.strings && { strings: config.strings }),
    ...(isRecorded && { formerOf: formerFinder(root, source.located, sources) }),
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
  return taken
}

/** The units of a document as it is so far; made already, where nothing has changed since they were given out. */
async function unitsAt(
  source: LazyDocument,
  work: Work,
  locale: Locale,
  desk: Desk,
): Promise<readonly Unit[]> {
  const { before, document } = work
  const { kept, config } = desk
  if (before?.hash === document.hash && work.taken.size === 0) {
    const aliases = aliasesOf(config)
    const { guide, path, locale: from = 'und' } = source.located
    const languages = { source: languageTagOf(from, aliases), target: languageTagOf(locale, aliases) }
    const frame = { guide, path, locales: { source: from, target: locale }, languages }
    const line = kept.of(guide).get(kept.nameOf(frame, source.hash, document.hash))
    if (line !== undefined) return unpackUnits(line)
  }
  return unitsOf(await source.open(), document, await knownAt(source, work, locale, desk))
}

/** What the ledger knows of a target, and what kits have brought it a moment ago. */
async function knownAt(
  source: LazyDocument,
  { before, taken }: Work,
  locale: Locale,
  { root }: Desk,
): Promise<Known | undefined> {
  const known = before && knownOf({ root, locale, source: await source.open(), target: await before.open() })
  // Words that were put in leave every segment in its place.
  return (
    known && {
      ...known,
      stateOf: (place, targetPlace) =>
        taken.has(targetPlace) ? 'translated' : known.stateOf(place, targetPlace),
    }
  )
}
