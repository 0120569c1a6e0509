import type { Document } from '../../corpus/document.ts'
import type { Guide } from '../../corpus/guide.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { blobIdOf } from '../../io/git-history.ts'
import { textsAt } from '../../io/git.ts'
import type { Change } from '../../io/journal.ts'
import { textBelow } from '../../io/ledger-files.ts'
import type { CorpusOnDisk } from '../../io/read.ts'
import { ledgerPath, parseLedger, printLedger } from '../../l10n/ledger.ts'
import type { LeftOut } from '../../report/left-out.ts'
import { drawRegions } from '../../sync/regions.ts'
import { applyEdits, hashOf } from '../../text/edit.ts'
import type { CommonOptions } from '../command.ts'
import { Drawings } from './drawings.ts'
import { adoptedBy, orphanLedgers, type OrphanLedger } from './orphan-ledgers.ts'
import { syncDerived } from './derived.ts'
import { Filler } from './fill.ts'
import { syncOne, type Asked, type SyncedTarget } from './guide.ts'
import { Sources } from './sources.ts'
import { Targets, type Target } from './targets.ts'
import { withoutDocuments } from '../usage.ts'
import type { Workspace } from '../workspace.ts'

/** The options of `hexapla sync`, as commander gives them. */
export interface SyncOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly check?: true
  readonly maxWords?: number
  readonly diff?: true
  readonly since?: string
  readonly accept?: true
  readonly json?: true
  /** Who translates what is new. */
  readonly provider?: string
}

/** One document, and what is to be written for it. */
export interface SyncResult {
  readonly synced: SyncedTarget
  readonly isNew: boolean
  /** It is a source, in which regions of settings were made again. */
  readonly isSource?: true
  /** The document before, the ledger beside it. */
  readonly changes: readonly Change[]
}

/** One run over the guides that were asked for. */
export class SyncRun {
  readonly #workspace: Workspace
  readonly #disk: CorpusOnDisk
  readonly #options: SyncOptions
  readonly #sources: Sources
  readonly #targets: Targets
  readonly #drawings: Drawings
  readonly #filler: Filler | undefined
  /** Documents as they are to be: others may be made from them. */
  readonly #after = new Map<string, string>()
  /** The sources that were synced with, by git's ids of them. */
  readonly heads: Map<string, string> = new Map<string, string>()

  constructor(workspace: Workspace, disk: CorpusOnDisk, reader: FactsReader, options: SyncOptions) {
    this.#workspace = workspace
    this.#disk = disk
    this.#options = options
    this.#targets = new Targets(workspace, disk, reader, options.locale)
    this.#sources = new Sources(workspace.root, workspace.config, reader)
    this.#drawings = new Drawings(workspace, disk.corpus)
    const isFilled = workspace.config.sync.insert === 'memory' || options.provider !== undefined
    this.#filler = isFilled ? new Filler(workspace, disk, options.provider) : undefined
  }

  async all(
    progress: (done: number, all: number) => void,
  ): Promise<{ readonly results: readonly SyncResult[]; readonly leftOut: readonly LeftOut[] }> {
    const guides = this.#targets.guides()
    if (guides.length === 0) throw withoutDocuments(this.#workspace.targets)
    const asked = {
      config: this.#workspace.config,
      corpus: this.#disk.corpus,
      sources: this.#sources,
      isAccepted: this.#options.accept ?? false,
      made: this.#targets.madeIn(guides),
      filler: this.#filler,
      drawings: this.#drawings,
    }
    const former = await this.#formerSources(guides)
    const orphans = orphanLedgers(this.#workspace.root, this.#disk.corpus)
    const results: SyncResult[] = []
    for (const [index, guide] of guides.entries()) {
      if (this.#targets.isWhole(guide)) results.push(...(await this.#drawSource(guide)))
      for (const target of await this.#targets.of(guide)) {
        const source = this.#targets.sourceOf(guide, target.locale)
        if (source)
          results.push(
            await this.#sync(source, target, orphans, { ...asked, since: former?.get(source.path) }),
          )
      }
      this.#sources.forget()
      progress(index + 1, guides.length)
    }
    // Who asks what a sync would do is promised that nothing is written.
    if (!(this.#options.check ?? this.#options.diff)) this.#sources.save()
    return { results, leftOut: this.#targets.leftOut(guides) }
  }

  /** A source's regions of settings are nobody's words: they are made again before anything is made from them. */
  async #drawSource({ id, source }: Guide): Promise<SyncResult[]> {
    if (!source || source.facts.refused) return []
    const drawing = await this.#drawings.for(this.#targets.source, source)
    const { path } = source
    const text = this.#disk.textOf(path)
    const read = (words: string): ReturnType<Sources['read']> => this.#sources.read(words, path)
    const drawn = drawing && (await drawRegions(await read(text), drawing, read))
    if (!drawn) return []
    this.#after.set(path, drawn.sheet.text)
    const synced: SyncedTarget = {
      path,
      guide: id,
      locale: this.#targets.source,
      text,
      edits: drawn.edits,
      target: drawn.sheet,
      ledger: { synced: [], lines: [] },
      states: [],
      changes: new Map([['drawn', drawn.count]]),
      told: [],
      left: [],
      words: { translated: 0, fuzzy: 0, untranslated: 0 },
      notes: [],
      inserted: new Set(),
    }
    const change = { path, base: hashOf(text), text: drawn.sheet.text }
    return [{ synced, isNew: false, isSource: true, changes: [change] }]
  }

  /** Git's ids of the sources at the commit that was asked for. */
  async #formerSources(guides: readonly Guide[]): Promise<ReadonlyMap<string, string> | undefined> {
    const { since } = this.#options
    if (since === undefined) return undefined
    const paths = guides.flatMap(({ documents }) => [...documents.values()].map(({ path }) => path))
    const texts = await textsAt(this.#workspace.root, since, paths)
    return new Map(
      [...texts].map(([path, text]) => {
        const blob = blobIdOf(text)
        this.#sources.know(blob, text)
        return [path, blob]
      }),
    )
  }

  async #sync(
    source: Document,
    target: Target,
    orphans: readonly OrphanLedger[],
    asked: Asked,
  ): Promise<SyncResult> {
    const { root, config } = this.#workspace
    const { locale, document, isMade } = target
    const path = ledgerPath(locale, document.guide)
    const before = textBelow(root, path)
    const known = before === undefined ? undefined : parseLedger(before)
    const adopted = known || isMade ? undefined : await this.#adopted(target, orphans)
    const derivation = config.derived[locale]
    const from = {
      document: source,
      text: this.#after.get(source.path) ?? this.#disk.textOf(source.path),
      locale: derivation?.from ?? this.#targets.source,
    }
    this.heads.set(blobIdOf(from.text), from.text)
    const ledger = isMade
      ? { synced: [blobIdOf(from.text)], lines: [], damaged: [] }
      : (known ?? adopted?.ledger)
    const own = { ...target, ledger }
    const synced = derivation
      ? await syncDerived(from, own, derivation, asked)
      : await syncOne(from, own, asked)
    const damaged = (ledger?.damaged ?? []).map(
      ({ line, reason }) => `${path}:${line}: ${reason}; the line is left out`,
    )
    const text = applyEdits(synced.text, synced.edits)
    this.#after.set(document.path, text)
    const after = printLedger(synced.ledger)
    const changes: Change[] = []
    if (isMade || text !== target.text)
      changes.push({ path: document.path, base: isMade ? undefined : hashOf(target.text), text })
    if (before !== after)
      changes.push({ path, base: before === undefined ? undefined : hashOf(before), text: after })
    if (adopted)
      changes.push({ path: adopted.path, base: hashOf(textBelow(root, adopted.path) ?? ''), text: undefined })
    return { synced: { ...synced, notes: [...damaged, ...synced.notes] }, isNew: isMade, changes }
  }

  /** The ledger of a guide that had another name. */
  async #adopted(
    { text, document, locale }: Target,
    orphans: readonly OrphanLedger[],
  ): Promise<OrphanLedger | undefined> {
    if (orphans.length === 0) return undefined
    const { parts } = await this.#sources.read(text, document.path)
    return adoptedBy(parts, locale, orphans)
  }
}
