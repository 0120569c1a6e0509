import { setImmediate as nextTurn } from 'node:timers/promises'
import { aliasesOf, type Config } from '../../corpus/config.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import { kitUnit, notesOf, type Kit, type KitUnit } from '../../exchange/kit.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { unitsOf } from '../../l10n/unit.ts'
import type { LeftOut } from '../../report/left-out.ts'
import type { ToRead } from '../../run/near.ts'
import { wordsRecorded } from '../recorded-words.ts'
import { KeptKits, unpackUnits, type KitFrame } from './kept.ts'
import { LazyDocument } from './lazy-document.ts'
import { knownOf } from './ledger.ts'
import { leftOut } from '../sync/left-out.ts'
import { Sources } from '../sync/sources.ts'

/** What kits are made of, and for whom. */
export interface KitSetup {
  readonly root: string
  readonly config: Config
  readonly source: Locale
  readonly targets: readonly Locale[]
}

/** A guide's documents that are to be read: its source, and what there is of its targets. */
export interface KitJob {
  readonly guide: string
  readonly source: ToRead
  readonly targets: ReadonlyMap<Locale, ToRead>
}

/** The kits of a guide, one for each target that could be read. */
export interface MadeKits {
  readonly guide: string
  /** The source's. */
  readonly text: string
  readonly kits: readonly MadeKit[]
  /** What could not be read, so that there is no kit of it. */
  readonly leftOut: readonly LeftOut[]
}

interface MadeKit extends Kit {
  readonly isTranslated: boolean
}

interface About extends KitSetup {
  readonly reader: FactsReader
  readonly sources: Sources
  readonly kept: KeptKits
}

/**
 * The kits of guides, in their order. What is as it was at an earlier export is not read again. What remark is asked for
 * is waited for together, while others are made.
 */
export async function makeKits(jobs: readonly KitJob[], setup: KitSetup): Promise<MadeKits[]> {
  const { root, config } = setup
  const reader = await FactsReader.open(config)
  const sources = new Sources(root, config, reader)
  const kept = new KeptKits(root, config)
  const making: Promise<MadeKits>[] = []
  try {
    for (const job of jobs) {
      const guide = makeGuide(job, { ...setup, reader, sources, kept })
      making.push(guide)
      // What remark reads in its thread is not waited for: others are made meanwhile.
      await Promise.race([guide, nextTurn()])
    }
    return await Promise.all(making)
  } finally {
    await reader.close()
  }
}

async function makeGuide(job: KitJob, about: About): Promise<MadeKits> {
  const { kept, targets } = about
  const { guide } = job
  const cache = kept.of(guide)
  const original = new LazyDocument(job.source, about)
  const kits: MadeKit[] = []
  const unread = new Map<string, LeftOut>()
  for (const locale of targets) {
    const translation = job.targets.get(locale)
    const target = translation && new LazyDocument(translation, about)
    const frame = frameOf(job.source, locale, about)
    const name = kept.nameOf(frame, original.hash, target?.hash)
    const line = cache.get(name)
    const made =
      line === undefined
        ? await unitsFor(frame, original, target, about)
        : { units: unpackUnits(line), isWhole: true }
    if ('reason' in made) {
      unread.set(made.path, made)
      continue
    }
    if (line === undefined && made.isWhole) cache.set(name, JSON.stringify(made.units))
    kits.push({ ...frame, units: made.units, isTranslated: target !== undefined })
  }
  cache.save()
  return { guide, text: original.text, kits, leftOut: [...unread.values()] }
}

function frameOf({ guide, path }: ToRead, target: Locale, { config, source }: About): KitFrame {
  const aliases = aliasesOf(config)
  return {
    guide,
    path,
    locales: { source, target },
    languages: { source: languageTagOf(source, aliases), target: languageTagOf(target, aliases) },
  }
}

interface Units {
  readonly units: readonly KitUnit[]
  /** False where a source of then is not here, which may come yet. */
  readonly isWhole: boolean
}

async function unitsFor(
  frame: KitFrame,
  source: LazyDocument,
  translation: LazyDocument | undefined,
  { root, config, sources }: About,
): Promise<Units | LeftOut> {
  const original = await source.open()
  const target = await translation?.open()
  for (const { path, text, facts } of [original, ...(target ? [target] : [])])
    if (facts.refused) return leftOut(path, text, facts.refused)
  const known = target && knownOf({ root, locale: frame.locales.target, source: original, target })
  const units: KitUnit[] = []
  let isWhole = true
  for (const unit of unitsOf(original, target, known)) {
    const line = known?.behindAt(unit.place)
    const previous = line && (await wordsRecorded(line, original.path, sources))?.text
    if (line && previous === undefined) isWhole = false
    const notes = notesOf(unit, frame, config.terms, previous)
    units.push(kitUnit(unit, { notes, matches: [], previous }))
  }
  return { units, isWhole }
}
