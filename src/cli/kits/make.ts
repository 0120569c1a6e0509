import { aliasesOf, type Config } from '../../corpus/config.ts'
import type { OpenDocument } from '../../corpus/document.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import { notesOf, type Kit, type KitUnit } from '../../exchange/kit.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { readText } from '../../io/read-text.ts'
import { unitsOf } from '../../l10n/unit.ts'
import { refusedFacts } from '../../markdown/facts.ts'
import type { ToRead } from '../../run/near.ts'
import { wordsRecorded } from '../recorded-words.ts'
import { KeptKits, unpackUnits, type KitFrame } from './kept.ts'
import { knownOf } from './ledger.ts'
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

/** The kits of a guide, one for each target. */
export interface MadeKits {
  /** The source's. */
  readonly text: string
  readonly kits: readonly MadeKit[]
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
 * The kits of guides, in their order; undefined where a source cannot be read. What is as it was at an earlier export
 * is not read again. What remark is asked for is waited for together, while others are made.
 */
export async function makeKits(jobs: readonly KitJob[], setup: KitSetup): Promise<(MadeKits | undefined)[]> {
  const { root, config } = setup
  const reader = await FactsReader.open(config)
  const sources = new Sources(root, config, reader)
  const kept = new KeptKits(root, config)
  try {
    return await Promise.all(jobs.map((job) => makeGuide(job, { ...setup, reader, sources, kept })))
  } finally {
    await reader.close()
  }
}

async function makeGuide(job: KitJob, about: About): Promise<MadeKits | undefined> {
  const { kept, targets } = about
  const cache = kept.of(job.guide)
  const original = new LazyDocument(job.source, about)
  const kits: MadeKit[] = []
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
    if (!made) return undefined
    if (line === undefined && made.isWhole) cache.set(name, JSON.stringify(made.units))
    kits.push({ ...frame, units: made.units, isTranslated: target !== undefined })
  }
  cache.save()
  return { text: original.text, kits }
}

/** A document of which no more is read than is asked for. */
class LazyDocument {
  readonly text: string
  readonly hash: string
  readonly #read: () => Promise<OpenDocument>
  #document: Promise<OpenDocument> | undefined

  constructor(document: ToRead, { root, reader }: Pick<About, 'root' | 'reader'>) {
    const { text, hash, refusal } = readText(root, document)
    this.text = text
    this.hash = hash
    this.#read = async () => {
      const facts = refusal ? refusedFacts(refusal) : await reader.read(text, document.path)
      return { ...document, text, hash, facts }
    }
  }

  open(): Promise<OpenDocument> {
    this.#document ??= this.#read()
    return this.#document
  }
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
): Promise<Units | undefined> {
  const original = await source.open()
  if (original.facts.refused) return undefined
  const target = await translation?.open()
  const known = target && knownOf({ root, locale: frame.locales.target, source: original, target })
  const units: KitUnit[] = []
  let isWhole = true
  for (const unit of unitsOf(original, target, known)) {
    const line = known?.behindAt(unit.place)
    const previous = line && (await wordsRecorded(line, original.path, sources))?.text
    if (line && previous === undefined) isWhole = false
    const notes = notesOf(unit, frame, config.terms, previous)
    units.push({ ...unit, notes, matches: [], ...(previous !== undefined && { previous }) })
  }
  return { units, isWhole }
}
