import type { OpenDocument } from '../corpus/document.ts'
import type { Config } from '../corpus/config.ts'
import type { Located } from '../corpus/locate.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { textBelow } from '../io/ledger-files.ts'
import { readText } from '../io/read-text.ts'
import { FolderWatch } from '../io/watch-folders.ts'
import type { Glossary } from '../l10n/glossary.ts'
import { ledgerPath, parseLedger, type Ledger } from '../l10n/ledger.ts'
import { refusedFacts } from '../markdown/facts.ts'
import { loadParse, type Parse } from '../markdown/parse.ts'
import { hashOf } from '../text/edit.ts'
import { Live } from '../run/live.ts'
import type { KnownDocument } from '../run/known.ts'
import type { Canon } from '../settings/canon.ts'
import type { Scene } from './scene.ts'

/** What rules and pages are made by: config and settings, as they are now. */
export interface Terms {
  readonly config: Config
  readonly canon: Canon | undefined
  readonly glossary: Glossary | undefined
}

/** What a live corpus needs. */
export interface LiveSetup {
  readonly root: string
  /** Where lint remembers; a temporary folder where it is left out. */
  readonly cache?: string | undefined
  /** Reads config and settings again. @throws Error where they cannot be used */
  readonly readTerms: () => Promise<Terms>
  /** Whether a file says how all others are read. */
  readonly isRuling: (path: string, terms: Terms) => boolean
  /** Whether a document was asked for, by the paths and locales of the command line. */
  readonly isShown: (document: Located) => boolean
  /** True where it is to stay as it was found: nothing is watched. */
  readonly isStill?: boolean
}

/** What has changed from one scene to the next. */
export interface SceneChange {
  readonly version: number
  /** The documents whose texts or findings are others; undefined where any may be. */
  readonly paths: readonly string[] | undefined
}

/** A ledger, and the file that holds it. */
export interface LedgerFile extends Ledger {
  /** Below the root. */
  readonly path: string
  /** Undefined where there is no file. */
  readonly text: string | undefined
}

/** Several writes that belong together are seen as one change. */
const pauseMs = 20

/** All that one config and one canon give. */
interface Reading {
  readonly terms: Terms
  readonly live: Live
  readonly reader: FactsReader
  readonly parse: Parse
}

/** A corpus that follows the disk: a scene for every change, each made of what has changed alone. */
export class LiveCorpus {
  readonly #setup: LiveSetup
  readonly #watch: FolderWatch
  readonly #listeners = new Set<(change: SceneChange) => void>()
  readonly #saved = new Set<string>()
  #reading: Reading
  #scene: Scene
  #turn: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  private constructor(setup: LiveSetup, reading: Reading, watch: FolderWatch) {
    this.#setup = setup
    this.#reading = reading
    this.#watch = watch
    this.#scene = sceneOf(setup, reading, 1)
    this.#keepWatch()
  }

  static async open(setup: LiveSetup): Promise<LiveCorpus> {
    const early: string[] = []
    let hear = (path: string): void => void early.push(path)
    const watch = new FolderWatch(setup.root, (path) => {
      hear(path)
    })
    try {
      // To look at a large corpus takes a while; what is saved meanwhile is looked at afterwards.
      const reading = await readingOf(setup, (folders) => {
        if (!setup.isStill) watch.keepTo(folders)
      })
      const live = new LiveCorpus(setup, reading, watch)
      hear = (path) => {
        live.#hear(path)
      }
      for (const path of early) live.#hear(path)
      return live
    } catch (error) {
      watch.close()
      throw error
    }
  }

  get root(): string {
    return this.#setup.root
  }

  get scene(): Scene {
    return this.#scene
  }

  get parse(): Parse {
    return this.#reading.parse
  }

  /** Calls back after every change, until the answer is called. */
  listen(call: (change: SceneChange) => void): () => void {
    this.#listeners.add(call)
    return () => this.#listeners.delete(call)
  }

  /** Looks at what was saved, and at these paths; done when the scene is as the disk was when it was asked. */
  async refresh(paths: Iterable<string> = []): Promise<void> {
    for (const path of paths) this.#saved.add(path)
    this.#turn = this.#turn.then(() => this.#look())
    return this.#turn
  }

  /** Documents with their texts, as the disk has them. */
  async openDocuments(documents: readonly KnownDocument[]): Promise<OpenDocument[]> {
    return Promise.all(documents.map((document) => this.#open(document)))
  }

  /** The document that a text would be at the path of another. */
  async readAs(document: KnownDocument, text: string, hash: string = hashOf(text)): Promise<OpenDocument> {
    return { ...document, hash, text, facts: await this.#reading.reader.read(text, document.path) }
  }

  /** What was recorded of a guide's translation into a locale. */
  ledgerOf(guide: string, locale: string): LedgerFile {
    const path = ledgerPath(locale, guide)
    const text = textBelow(this.#setup.root, path)
    return { ...parseLedger(text ?? ''), path, text }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#watch.close()
    await this.#turn
    await closed(this.#reading)
  }

  async #open(document: KnownDocument): Promise<OpenDocument> {
    const { text, hash, refusal } = readText(this.#setup.root, document)
    if (refusal) return { ...document, hash, text, facts: refusedFacts(refusal) }
    return this.readAs(document, text, hash)
  }

  async #look(): Promise<void> {
    const paths = [...this.#saved]
    this.#saved.clear()
    if (paths.length === 0) return
    const { terms } = this.#reading
    try {
      if (paths.some((path) => this.#setup.isRuling(path, terms))) await this.#lookAnew()
      else await this.#lookAt(paths)
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error)
      if (trouble !== this.#scene.trouble)
        this.#tell({ ...this.#scene, trouble, version: this.#scene.version + 1 }, undefined)
    }
    this.#keepWatch()
  }

  #hear(path: string): void {
    this.#saved.add(path)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.refresh()
    }, pauseMs)
  }

  /** What was saved before a folder was watched, nobody told: it stands for all that is in it. */
  #keepWatch(): void {
    if (this.#setup.isStill) return
    for (const folder of this.#watch.keepTo(this.#reading.live.folders)) this.#hear(folder)
  }

  async #lookAnew(): Promise<void> {
    const before = this.#reading
    this.#reading = await readingOf(this.#setup)
    this.#tell(sceneOf(this.#setup, this.#reading, this.#scene.version + 1), undefined)
    await closed(before)
  }

  async #lookAt(paths: readonly string[]): Promise<void> {
    const before = this.#scene
    const { changed, touched } = await this.#reading.live.renew(paths)
    const scene = { ...sceneOf(this.#setup, this.#reading, before.version + 1), ...troubleOf(before) }
    const others = new Set([...changed, ...touched])
    if (others.size === 0 && scene.corpus.files.size === before.corpus.files.size) return
    const isSameSize = scene.shown.size === before.shown.size
    const isSame =
      isSameSize && [...changed].every((path) => scene.shown.has(path) === before.shown.has(path))
    this.#tell(scene, isSame ? [...others].filter((path) => scene.shown.has(path)) : undefined)
  }

  #tell(scene: Scene, paths: readonly string[] | undefined): void {
    this.#scene = scene
    for (const call of this.#listeners) call({ version: scene.version, paths })
  }
}

async function readingOf(
  { root, cache, readTerms }: LiveSetup,
  surveyed?: (folders: readonly string[]) => void,
): Promise<Reading> {
  const terms = await readTerms()
  const { config, canon } = terms
  const live = await Live.open({ root, config, canon, ...(cache !== undefined && { cache }) }, surveyed)
  return { terms, live, reader: await FactsReader.open(config), parse: await loadParse(config.parser) }
}

async function closed({ live, reader }: Reading): Promise<void> {
  await live.close()
  await reader.close()
}

function sceneOf({ isShown }: LiveSetup, { terms, live }: Reading, version: number): Scene {
  const { known, corpus } = live
  const shown = new Map([...known.documents].filter(([, document]) => isShown(document)))
  return { ...terms, version, known, corpus, shown }
}

function troubleOf({ trouble }: Scene): Pick<Scene, 'trouble'> {
  return trouble === undefined ? {} : { trouble }
}
