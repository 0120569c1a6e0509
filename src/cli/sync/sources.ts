import type { Config } from '../../corpus/config.ts'
import { localeOnlyRangesOf } from '../../corpus/locale-only.ts'
import { passageBeadCache } from '../../io/bead-cache.ts'
import { cacheFolderOf } from '../../io/cache-files.ts'
import type { LineCache } from '../../io/line-cache.ts'
import {
  blobIdOf,
  commitTime,
  headOf,
  historyBelow,
  type History,
  type Revision,
} from '../../io/git-history.ts'
import { formerTexts } from '../../io/kept-texts.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { pageOf } from '../../sync/passage.ts'
import { sheetOf, type Sheet } from '../../sync/sheet.ts'

/** What documents were, by git's ids of their contents. */
export class Sources {
  readonly #root: string
  readonly #reader: FactsReader
  readonly #config: Config
  readonly #texts = new Map<string, string | undefined>()
  readonly #sheets = new Map<string, Promise<Sheet>>()
  readonly #times = new Map<string, Promise<number | undefined>>()
  readonly #beads: LineCache
  #history: Promise<History | undefined> | undefined
  #head: Promise<string | undefined> | undefined

  constructor(root: string, config: Config, reader: FactsReader) {
    this.#root = root
    this.#config = config
    this.#reader = reader
    this.#beads = passageBeadCache(cacheFolderOf(root))
  }

  /** A text as it would be read at a path. */
  async read(text: string, path: string): Promise<Sheet> {
    const facts = await this.#reader.read(text, path)
    const page = pageOf(facts, text, localeOnlyRangesOf(facts, text, this.#config.localeOnly))
    return sheetOf({ ...page, beads: this.#beads })
  }

  /** The same, read once for all targets of a guide; its id is known from then on. */
  source(text: string, path: string): Promise<Sheet> {
    const id = blobIdOf(text)
    this.know(id, text)
    return this.#kept(id, text, path)
  }

  /** Brings contents in with one question. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#texts.has(id))
    if (wanted.length === 0) return
    const found = await formerTexts(this.#root, wanted)
    for (const id of wanted) this.#texts.set(id, found.get(id))
  }

  /** The content of an id; it must have been loaded. */
  textOf(id: string): string | undefined {
    return this.#texts.get(id)
  }

  /** Makes a content known that git need not have. */
  know(id: string, text: string): void {
    this.#texts.set(id, text)
  }

  /** The document of an id; undefined where nobody has it any more, and where it cannot be read. */
  async sheetAt(id: string, path: string): Promise<Sheet | undefined> {
    await this.load([id])
    const text = this.#texts.get(id)
    const sheet = text === undefined ? undefined : await this.#kept(id, text, path)
    return sheet?.facts.refused ? undefined : sheet
  }

  #kept(id: string, text: string, path: string): Promise<Sheet> {
    const known = this.#sheets.get(`${id} ${path}`) ?? this.read(text, path)
    this.#sheets.set(`${id} ${path}`, known)
    return known
  }

  /** Lets the documents of a guide go that is done. */
  forget(): void {
    this.#sheets.clear()
  }

  /** Keeps how documents go together for runs to come. */
  save(): void {
    this.#beads.save()
  }

  /** When a commit was made, in milliseconds since 1970; undefined where this clone lacks it. */
  async timeOf(commit: string): Promise<number | undefined> {
    const known = this.#times.get(commit) ?? commitTime(this.#root, commit)
    this.#times.set(commit, known)
    return known
  }

  /** Git's id of the commit that is checked out; undefined outside a repository, and before the first commit. */
  head(): Promise<string | undefined> {
    this.#head ??= headOf(this.#root)
    return this.#head
  }

  /** The states of a file, the newest first; none outside a repository. */
  async revisionsOf(path: string): Promise<readonly Revision[]> {
    this.#history ??= historyBelow(this.#root)
    return (await this.#history)?.revisionsOf(path) ?? []
  }
}
