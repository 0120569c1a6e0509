import type { Document } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import { isLanguageTag, isLocaleTag, type Locale } from '../corpus/locale.ts'
import { aliasesOf } from '../corpus/config.ts'
import { compileLayouts, pathOf, placeOfPath } from '../corpus/layout.ts'
import type { FactsReader } from '../io/facts-reader.ts'
import { blobIdOf } from '../io/git-history.ts'
import { textsAt } from '../io/git.ts'
import type { Change } from '../io/journal.ts'
import { filesBelow, textBelow } from '../io/ledger-files.ts'
import { readDocument, type CorpusOnDisk } from '../io/read.ts'
import { ledgerPath, parseLedger, printLedger, type Ledger } from '../l10n/ledger.ts'
import { applyEdits, hashOf } from '../text/edit.ts'
import type { CommonOptions } from './command.ts'
import { syncDerived } from './sync-derived.ts'
import { Filler } from './sync-fill.ts'
import { syncOne, type SyncedTarget, type TargetDocument } from './sync-guide.ts'
import { Sources } from './sync-sources.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, type Workspace } from './workspace.ts'

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

/** One target, and what is to be written for it. */
export interface SyncResult {
  readonly synced: SyncedTarget
  readonly isNew: boolean
  /** The document before, the ledger beside it. */
  readonly changes: readonly Change[]
}

/** One run over the guides that were asked for. */
export class SyncRun {
  readonly #workspace: Workspace
  readonly #disk: CorpusOnDisk
  readonly #reader: FactsReader
  readonly #options: SyncOptions
  readonly #sources: Sources
  readonly #source: Locale
  readonly #filler: Filler | undefined
  /** Targets as they are to be: others may be derived from them. */
  readonly #after = new Map<string, string>()
  /** Documents that this run makes, by `locale guide`. */
  readonly #made = new Set<string>()
  /** The sources that were synced with, by git's ids of them. */
  readonly heads: Map<string, string> = new Map<string, string>()

  constructor(workspace: Workspace, disk: CorpusOnDisk, reader: FactsReader, options: SyncOptions) {
    this.#workspace = workspace
    this.#disk = disk
    this.#reader = reader
    this.#options = options
    this.#sources = new Sources(workspace.root, disk.corpus, reader)
    const { source, sync } = workspace.config
    const isFilled = sync.insert === 'memory' || options.provider !== undefined
    this.#filler = isFilled ? new Filler(workspace, disk, options.provider) : undefined
    if (source === undefined)
      throw new UsageError(
        'Unexpected config without `source`, expected the locale that the others are made from',
      )
    this.#source = source
  }

  async all(progress: (done: number, all: number) => void): Promise<SyncResult[]> {
    const { targets, root } = this.#workspace
    const { corpus } = this.#disk
    const locales = this.#locales()
    const guides = [...corpus.guides.values()].filter(
      ({ source, documents }) =>
        source && [...documents.values()].some(({ path }) => isTarget(path, targets)),
    )
    if (guides.length === 0) throw withoutDocuments(targets)
    for (const locale of locales ?? Object.keys(this.#workspace.config.derived))
      for (const { id, documents } of guides) if (!documents.has(locale)) this.#made.add(`${locale} ${id}`)
    const former = await this.#formerSources(guides)
    const adopted = this.#orphans()
    const results: SyncResult[] = []
    for (const [index, guide] of guides.entries()) {
      for (const [locale, document] of await this.#targetsOf(guide, locales)) {
        const source = this.#sourceOf(guide, locale)
        if (!source) continue
        const text = document.isNew ? document.text : this.#disk.textOf(document.document.path)
        const path = ledgerPath(locale, guide.id)
        const own = textBelow(root, path)
        const ledger = own === undefined ? undefined : parseLedger(own)
        const target: TargetDocument = {
          document: document.document,
          text,
          locale,
          ledger,
          isMade: document.isNew,
        }
        const result = await this.#sync(source, target, former, adopted)
        results.push({ ...result, isNew: document.isNew })
      }
      this.#sources.forget()
      progress(index + 1, guides.length)
    }
    // Who asks what a sync would do is promised that nothing is written.
    if (!(this.#options.check ?? this.#options.diff)) this.#sources.save()
    return results
  }

  /** The document that one of a locale is made from: the guide's source, or that of the locale that it is derived from. */
  #sourceOf(guide: Guide, locale: Locale): Document | undefined {
    const derivation = this.#workspace.config.derived[locale]
    return derivation ? guide.documents.get(derivation.from) : guide.source
  }

  /** The locales that were asked for; all where none is. */
  #locales(): ReadonlySet<Locale> | undefined {
    const { config } = this.#workspace
    const { corpus } = this.#disk
    const asked = this.#options.locale
    if (!asked) return undefined
    for (const locale of asked) {
      const isTag = isLocaleTag(locale, aliasesOf(config)) || isLanguageTag(locale)
      if (!isTag || locale === this.#source)
        throw unknownName(
          'locale',
          locale,
          [...corpus.locales].filter((each) => each !== this.#source),
        )
    }
    return new Set(asked)
  }

  /** The targets of a guide; of locales that were asked for and that it lacks, a document that is yet to be made. */
  async #targetsOf(
    guide: Guide,
    locales: ReadonlySet<Locale> | undefined,
  ): Promise<[Locale, { document: Document; text: string; isNew: boolean }][]> {
    const { targets } = this.#workspace
    const isNamed = (path: string): boolean => isTarget(path, targets)
    const isAsked = guide.source !== undefined && isNamed(guide.source.path)
    const found = [...guide.documents].flatMap(
      ([locale, document]): [Locale, { document: Document; text: string; isNew: boolean }][] =>
        locale !== this.#source &&
        (locales?.has(locale) ?? true) &&
        (isAsked || isNamed(document.path)) &&
        !document.facts.refused
          ? [[locale, { document, text: '', isNew: false }]]
          : [],
    )
    for (const locale of locales ?? Object.keys(this.#workspace.config.derived)) {
      const source = this.#sourceOf(guide, locale)
      if (guide.documents.has(locale) || !source || !isAsked) continue
      const text = this.#disk.textOf(source.path)
      const path = this.#pathFor(source, locale)
      if (path === undefined) continue
      const document = await readDocument(path, text, this.#disk.corpus, this.#reader)
      found.push([locale, { document, text, isNew: true }])
    }
    const isDerived = ([locale]: [Locale, unknown]): number =>
      locale in this.#workspace.config.derived ? 1 : 0
    return found.sort((a, b) => isDerived(a) - isDerived(b))
  }

  /** Where the document of a locale would lie, by the layout of its source. */
  #pathFor(source: Document, locale: Locale): string | undefined {
    const { config } = this.#workspace
    const layouts = compileLayouts(
      config.layouts,
      { ...aliasesOf(config), [locale]: locale },
      Object.keys(config.frontMatter),
    )
    const place = placeOfPath(source.path, layouts)
    if (!place) return undefined
    const own = layouts.find(({ layout }) => layout.files.includes('{locale}'))
    const layout = place.layout.layout.files.includes('{locale}') ? place.layout : own
    return layout && pathOf(layout, place.guide, locale, place.type, place.extension)
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

  /** Ledgers without a guide: it may have another name now. */
  #orphans(): readonly { readonly path: string; readonly ledger: Ledger }[] {
    const { root } = this.#workspace
    const known = new Set(
      [...this.#disk.corpus.guides.values()].flatMap(({ id, documents }) =>
        [...documents.keys()].map((locale) => ledgerPath(locale, id)),
      ),
    )
    return filesBelow(root, '.hexapla/ledger')
      .filter((path) => path.endsWith('.jsonl') && !known.has(path))
      .map((path) => ({ path, ledger: parseLedger(textBelow(root, path) ?? '') }))
  }

  async #sync(
    source: Document,
    target: TargetDocument,
    former: ReadonlyMap<string, string> | undefined,
    orphans: readonly { readonly path: string; readonly ledger: Ledger }[],
  ): Promise<Omit<SyncResult, 'isNew'>> {
    const { root, config } = this.#workspace
    const path = ledgerPath(target.locale, target.document.guide)
    const isNew = target.isMade
    const adopted = target.ledger || isNew ? undefined : await this.#adopted(target, orphans)
    const derivation = config.derived[target.locale]
    const from = {
      document: source,
      text: this.#after.get(source.path) ?? this.#disk.textOf(source.path),
      locale: derivation?.from ?? this.#source,
    }
    this.heads.set(blobIdOf(from.text), from.text)
    const ledger = isNew
      ? { synced: [blobIdOf(from.text)], lines: [], damaged: [] }
      : (target.ledger ?? adopted?.ledger)
    const own = { ...target, ledger }
    const asked = {
      config,
      corpus: this.#disk.corpus,
      sources: this.#sources,
      isAccepted: this.#options.accept ?? false,
      since: former?.get(source.path),
      made: this.#made,
      filler: this.#filler,
    }
    const synced = derivation
      ? await syncDerived(from, own, derivation, asked)
      : await syncOne(from, own, asked)
    const damaged = (ledger?.damaged ?? []).map(
      ({ line, reason }) => `${path}:${line}: ${reason}; the line is left out`,
    )
    const text = applyEdits(synced.text, synced.edits)
    this.#after.set(target.document.path, text)
    const before = textBelow(root, path)
    const after = printLedger(synced.ledger)
    const changes: Change[] = []
    if (isNew || text !== target.text)
      changes.push({ path: target.document.path, base: isNew ? undefined : hashOf(target.text), text })
    if (before !== after)
      changes.push({ path, base: before === undefined ? undefined : hashOf(before), text: after })
    if (adopted)
      changes.push({ path: adopted.path, base: hashOf(textBelow(root, adopted.path) ?? ''), text: undefined })
    return { synced: { ...synced, notes: [...damaged, ...synced.notes] }, changes }
  }

  /** The ledger of a guide that had another name: most of what it recorded stands here. */
  async #adopted(
    target: TargetDocument,
    orphans: readonly { readonly path: string; readonly ledger: Ledger }[],
  ): Promise<{ readonly path: string; readonly ledger: Ledger } | undefined> {
    const own = orphans.filter(({ path }) =>
      path.startsWith(ledgerPath(target.locale, '').replace('.jsonl', '')),
    )
    if (own.length === 0) return undefined
    const sheet = await this.#sources.read(target.text, target.document.path)
    const hashes = new Set(sheet.parts.map(({ hash }) => hash))
    return own.find(({ ledger: { lines } }) => {
      const shared = lines.filter((line) => hashes.has(line.target)).length
      return lines.length > 0 && shared * 10 >= lines.length * 6
    })
  }
}
