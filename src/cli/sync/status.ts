import { guidesOf } from '../../corpus/guide.ts'
import { documentsAmong, type Located } from '../../corpus/locate.ts'
import type { Locale } from '../../corpus/locale.ts'
import { cacheFolderOf } from '../../io/cache-files.ts'
import { FactsReader } from '../../io/facts-reader.ts'
import { listFiles, type FileEntry } from '../../io/files.ts'
import { textBelow } from '../../io/ledger-files.ts'
import { LineCache } from '../../io/line-cache.ts'
import { readText, type FileText } from '../../io/read-text.ts'
import { ledgerPath, parseLedger, type Ledger } from '../../l10n/ledger.ts'
import type { Part } from '../../l10n/part.ts'
import { recordedStates } from '../../l10n/recorded-states.ts'
import { statesOf, type PartState } from '../../l10n/state.ts'
import { partLineAt, partLines, partsIn, type PartLine } from '../../run/part-lines.ts'
import { threadsFor } from '../../run/threads.ts'
import { hashOf } from '../../text/edit.ts'
import type { LeftOut } from '../../report/left-out.ts'
import { statusWords, type StatusRow } from '../../report/status.ts'
import { wordsIn, type Words } from '../../sync/left.ts'
import { beadsBetween } from '../../sync/sheet.ts'
import type { CommonOptions } from '../command.ts'
import type { Outcome } from '../outcome.ts'
import { progressOn } from '../progress.ts'
import { leftOut } from './left-out.ts'
import { begunLedger } from './begun-ledger.ts'
import { Sources } from './sources.ts'
import { unknownName, UsageError, withoutDocuments } from '../usage.ts'
import { isTarget, openWorkspace, type Workspace } from '../workspace.ts'

/** The options of `hexapla status`, as commander gives them. */
export interface StatusOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly json?: true
}

/** Tells how far each locale is behind, by words. Nothing is written but the cache. */
export async function runStatus(paths: readonly string[], options: StatusOptions): Promise<Outcome> {
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const reader = await FactsReader.open(workspace.config)
  const progress = progressOn(process.stderr, 'Looking at')
  try {
    const run = new StatusRun(workspace, reader)
    const rows = await run.rows(options.locale, progress.update)
    const leftOut = [...run.leftOut.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    const stdout = options.json
      ? `${JSON.stringify({ version: 1, documents: rows, leftOut }, null, 2)}\n`
      : statusWords(rows, leftOut, options)
    return { stdout, stderr: '', exitCode: 0 }
  } finally {
    progress.end()
    await reader.close()
  }
}

/** Words by their states, and git's ids of the sources that those behind were made from. */
interface Counted extends Words {
  readonly blobs: readonly string[]
}

/** A document as far as counting needs it; its text is read again by those few that an alignment is needed for. */
interface Page {
  readonly located: FileEntry & Located
  readonly hash: string
}

/** A guide of which something is to be counted. */
interface Work {
  readonly guide: string
  readonly source: Page
  readonly targets: readonly (readonly [Locale, Page])[]
}

class StatusRun {
  readonly #workspace: Workspace
  readonly #reader: FactsReader
  readonly #cache: LineCache
  readonly #counts: LineCache
  readonly #dates: LineCache
  readonly #sources: Sources
  /** Documents that cannot be read, by path: nothing of them is counted. */
  readonly leftOut: Map<string, LeftOut> = new Map<string, LeftOut>()
  /** Documents that no run has read before, by path, with the lengths of their texts. */
  readonly #unread = new Map<string, number>()

  constructor(workspace: Workspace, reader: FactsReader) {
    this.#workspace = workspace
    this.#reader = reader
    const folder = cacheFolderOf(workspace.root)
    this.#cache = new LineCache(folder, 'parts')
    this.#counts = new LineCache(folder, 'status')
    this.#dates = new LineCache(folder, 'dates')
    this.#sources = new Sources(workspace.root, workspace.config, reader)
  }

  async rows(
    asked: readonly Locale[] | undefined,
    progress: (done: number, all: number) => void,
  ): Promise<StatusRow[]> {
    const { root, config, targets } = this.#workspace
    if (config.source === undefined)
      throw new UsageError(
        'Unexpected config without `source`, expected the locale that the others are made from',
      )
    const listed = documentsAmong(listFiles(root, config.exclude), config)
    const guides = guidesOf(listed, config.source)
    const locales = new Set(listed.flatMap(({ locale }) => locale ?? []))
    const unknown = asked?.find((locale) => !locales.has(locale) || locale === config.source)
    if (unknown !== undefined)
      throw unknownName(
        'locale',
        unknown,
        [...locales].filter((each) => each !== config.source),
      )
    const works: Work[] = []
    for (const { id: guide, documents, source: own } of guides.values()) {
      const wanted = [...documents].filter(
        ([locale, { path }]) =>
          locale !== config.source &&
          !(locale in config.derived) &&
          (asked?.includes(locale) ?? true) &&
          (isTarget(path, targets) || (own !== undefined && isTarget(own.path, targets))),
      )
      if (own && wanted.length > 0)
        works.push({
          guide,
          source: this.#page(own),
          targets: wanted.map(([locale, located]) => [locale, this.#page(located)]),
        })
    }
    await this.#readAhead(progress)
    const rows: StatusRow[] = []
    for (const { guide, source, targets: own } of works) {
      for (const [locale, target] of own)
        if (![source, target].some(({ located: { path } }) => this.leftOut.has(path)))
          rows.push(await this.#row(guide, locale, source, target))
      this.#sources.forget()
    }
    if (!listed.some(({ path, isStray }) => !isStray && isTarget(path, targets)))
      throw withoutDocuments(targets)
    this.#cache.save()
    this.#counts.save()
    this.#dates.save()
    this.#sources.save()
    return rows
  }

  #page(located: FileEntry & Located): Page {
    const { text, hash, refusal } = this.#read(located)
    if (refusal) this.leftOut.set(located.path, leftOut(located.path, text, refusal))
    else if (this.#cache.get(hash) === undefined) this.#unread.set(located.path, text.length)
    return { located, hash }
  }

  #read(entry: FileEntry): FileText {
    return readText(this.#workspace.root, entry)
  }

  /** Reads what no run has read before, in threads where there is much of it. */
  async #readAhead(progress: (done: number, all: number) => void): Promise<void> {
    const { root, config } = this.#workspace
    const paths = [...this.#unread.keys()]
    const threads = threadsFor([...this.#unread.values()].reduce((sum, size) => sum + size, 0))
    let done = 0
    const lines = threads === 0 ? this.#linesHere(paths) : partLines(paths, { root, config }, threads)
    for await (const [hash, line, unread] of lines) {
      if (unread) this.leftOut.set(unread.path, leftOut(unread.path, unread.text, unread.refusal))
      else this.#cache.set(hash, line)
      progress(++done, paths.length)
    }
  }

  async *#linesHere(paths: readonly string[]): AsyncIterable<PartLine> {
    for (const path of paths) yield await partLineAt(path, this.#workspace.root, this.#reader)
  }

  async #row(guide: string, locale: Locale, source: Page, target: Page): Promise<StatusRow> {
    const text = textBelow(this.#workspace.root, ledgerPath(locale, guide))
    const key = await this.#keyOf(source, target, text)
    const kept = key === undefined ? undefined : this.#counts.get(key)
    const counted =
      kept === undefined ? await this.#count(source, target, text) : (JSON.parse(kept) as Counted)
    if (key !== undefined && kept === undefined) this.#counts.set(key, JSON.stringify(counted))
    const { blobs, ...words } = counted
    const since = blobs.length > 0 ? await this.#behindSince(source.located.path, blobs) : undefined
    const days = since === undefined ? undefined : Math.floor((Date.now() - since) / day)
    return { guide, locale, path: target.located.path, ...words, ...(days !== undefined && { days }) }
  }

  /** The name of all that a count is made of; undefined where it hangs on more than can be told beforehand. */
  async #keyOf(source: Page, target: Page, ledger: string | undefined): Promise<string | undefined> {
    const { sync, localeOnly, limits, parser } = this.#workspace.config
    const told = ledger ?? (await this.#historyOf(source, target))
    // A commit that a page names may come into a clone later.
    const isOpen = ledger === undefined && sync.pin !== undefined
    const parts = [source.located.path, source.hash, target.hash, { localeOnly, limits, parser }, told]
    return isOpen ? undefined : hashOf(JSON.stringify(parts))
  }

  /** Without a record it is git that tells. */
  async #historyOf(source: Page, target: Page): Promise<unknown> {
    const [from, to] = [
      await this.#sources.revisionsOf(source.located.path),
      await this.#sources.revisionsOf(target.located.path),
    ]
    return from.length === 0 || to.length === 0 ? [] : [from, to]
  }

  async #count(source: Page, target: Page, text: string | undefined): Promise<Counted> {
    const ledger = text === undefined ? undefined : parseLedger(text)
    const [from, to] = [await this.#parts(source), await this.#parts(target)]
    const states =
      (ledger && recordedStates(from, to, ledger.lines)) ?? (await this.#aligned(source, target, ledger))
    const behind = states.filter(({ state }) => state === 'fuzzy' || state === 'untranslated')
    const blobs = new Set(behind.flatMap(({ lines }) => lines.flatMap((line) => line?.blob ?? [])))
    return { ...wordsIn(states, { parts: from }), blobs: [...blobs] }
  }

  /** Since when the oldest of some states of a source has been none any more; the history is asked once for each commit. */
  async #behindSince(path: string, blobs: readonly string[]): Promise<number | undefined> {
    const head = await this.#sources.head()
    if (head === undefined) return undefined
    const key = hashOf(JSON.stringify([head, path, blobs]))
    const known = this.#dates.get(key)
    const time = known === undefined ? await this.#timeAfter(path, blobs) : Number(known)
    if (known === undefined) this.#dates.set(key, String(time ?? NaN))
    return Number.isNaN(time) ? undefined : time
  }

  async #timeAfter(path: string, blobs: readonly string[]): Promise<number | undefined> {
    const revisions = await this.#sources.revisionsOf(path)
    const ages = blobs.map((blob) => revisions.findIndex((each) => each.blob === blob)).filter((at) => at > 0)
    const next = revisions[Math.max(...ages) - 1]
    return ages.length === 0 ? undefined : next?.time
  }

  async #parts({ located: { path }, hash }: Page): Promise<readonly Part[]> {
    // One that has changed since it was looked at is counted as it is now.
    const line = this.#cache.get(hash) ?? (await partLineAt(path, this.#workspace.root, this.#reader))[1]
    return partsIn(line)
  }

  /** The states of a target of which the record does not say all. */
  async #aligned(source: Page, target: Page, ledger: Ledger | undefined): Promise<readonly PartState[]> {
    const { text } = this.#read(source.located)
    const [from, to] = [
      await this.#sources.source(text, source.located.path),
      await this.#sources.read(this.#read(target.located).text, target.located.path),
    ]
    const { lines } =
      ledger ??
      (await begunLedger({ path: source.located.path, text }, target.located.path, from, to, {
        sources: this.#sources,
        pin: this.#workspace.config.sync.pin,
      }))
    return statesOf(from.parts, to.parts, lines, beadsBetween(from, to))
  }
}

const day = 86_400_000
