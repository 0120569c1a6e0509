import { aliasesOf, type Config } from '../../corpus/config.ts'
import type { OpenDocument } from '../../corpus/document.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import { notesOf, type Kit, type KitUnit } from '../../exchange/kit.ts'
import { cacheFolderOf } from '../../io/cache-files.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { textBelow } from '../../io/ledger-files.ts'
import { LineCache } from '../../io/line-cache.ts'
import { readText } from '../../io/read-text.ts'
import { ledgerPath } from '../../l10n/ledger.ts'
import { unitsOf } from '../../l10n/unit.ts'
import { refusedFacts } from '../../markdown/facts.ts'
import type { ToRead } from '../../run/near.ts'
import { hashOf } from '../../text/edit.ts'
import { wordsRecorded } from '../recorded-words.ts'
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
  readonly configHash: string
}

/**
 * The kits of guides, in their order; undefined where a source cannot be read. What is as it was at an earlier export
 * is not read again. What remark is asked for is waited for together, while others are made.
 */
export async function makeKits(jobs: readonly KitJob[], setup: KitSetup): Promise<(MadeKits | undefined)[]> {
  const { root, config } = setup
  const reader = await FactsReader.open(config)
  const sources = new Sources(root, config, reader)
  const configHash = hashOf(JSON.stringify(config))
  try {
    return await Promise.all(jobs.map((job) => makeGuide(job, { ...setup, reader, sources, configHash })))
  } finally {
    await reader.close()
  }
}

async function makeGuide(job: KitJob, about: About): Promise<MadeKits | undefined> {
  const { root, configHash, targets } = about
  const cache = new LineCache(cacheFolderOf(root), `kits/${hashOf(job.guide).slice(0, 16)}`)
  const original = new LazyDocument(job.source, about)
  const kits: MadeKit[] = []
  for (const locale of targets) {
    const translation = job.targets.get(locale)
    const target = translation && new LazyDocument(translation, about)
    const frame = frameOf(job.source, locale, about)
    const ledger = textBelow(root, ledgerPath(locale, job.guide))
    const name = hashOf(JSON.stringify([configHash, frame, original.hash, target?.hash, ledger]))
    const line = cache.get(name)
    const made = line === undefined ? await unitsFor(frame, original, target, about) : unpacked(line)
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

type Frame = Omit<Kit, 'units'>

function frameOf({ guide, path }: ToRead, target: Locale, { config, source }: About): Frame {
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

function unpacked(line: string): Units {
  return { units: JSON.parse(line) as KitUnit[], isWhole: true }
}

async function unitsFor(
  frame: Frame,
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
