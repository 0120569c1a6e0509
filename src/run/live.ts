import { Corpus } from '../corpus/corpus.ts'
import type { FactsFile } from '../io/facts-file.ts'
import { makeTemporaryFolder, removeFolder } from '../io/temporary-folder.ts'
import { isLedgerPath, ledgerPath } from '../l10n/ledger.ts'
import type { Message } from '../lint/message.ts'
import type { Known, KnownDocument } from './known.ts'
import { lazyDocuments } from './lazy-documents.ts'
import { look } from './look.ts'
import { LostFacts } from './lost-facts.ts'
import { borrowFacts } from './memory.ts'
import { NearSighted, toRead, type GuideJob, type ToRead } from './near.ts'
import { renewGuides, type RenewalMeans, type Standing } from './renew.ts'
import type { RunRequest } from './request.ts'
import { lintFolder } from './run.ts'
import { lookSince, type Past, type Since } from './since.ts'
import { survey, surveyAgain, type Survey } from './survey.ts'

/** What came of a save. */
export interface Renewal {
  /** All that is known now. */
  readonly known: Known
  /** The paths of the documents that are new, gone, or have other texts or ledgers than before. */
  readonly changed: ReadonlySet<string>
  /** The paths of the files whose findings are others than before, in the order of their names. */
  readonly touched: ReadonlySet<string>
}

type CachedRequest = RunRequest & { readonly cache: string }

/**
 * A corpus that is looked at while people write: it knows what a run of `lintFolder` would find, and finds it again
 * where something was saved, by looking at that and at what looks at it alone. Texts are read from the disk and not
 * kept. One save at a time: the next `renew` waits for the one before it.
 *
 * ```ts
 * const live = await Live.open({ root, config, canon, cache })
 * live.known.documents.get('mail/guide.pl-pl.md')?.heard   // its messages
 * const { touched } = await live.renew(['mail/guide.en-gb.md'])
 * live.corpus.resolve('../phone/guide.pl-pl.md', document) // facts that documents show to others
 * await live.close()
 * ```
 */
export class Live {
  readonly #request: CachedRequest
  readonly #temporary: string | undefined
  readonly #sighted: NearSighted
  #facts: FactsFile
  #found: Survey
  #standing: Standing
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    request: CachedRequest,
    temporary: string | undefined,
    sighted: NearSighted,
    found: Survey,
    known: Known,
  ) {
    this.#request = request
    this.#temporary = temporary
    this.#sighted = sighted
    this.#found = found
    this.#facts = borrowFacts(request, known)
    this.#standing = { known, corpus: corpusFor(known, found, this.#facts, request) }
  }

  /**
   * Looks at all documents below a root, as a run does; without a cache its facts lie in a temporary folder meanwhile.
   * @param surveyed called with `folders` before anything is read: what happens in them from then on may go unseen
   */
  static async open(given: RunRequest, surveyed?: (folders: readonly string[]) => void): Promise<Live> {
    const temporary = given.cache === undefined ? makeTemporaryFolder('hexapla-live-') : undefined
    const request = { ...given, cache: given.cache ?? temporary ?? '' }
    const found = survey(request.root, request.config)
    surveyed?.(found.folders)
    const known = await lintFolder(request, found)
    // Where nothing can be written beside the guides, there are no facts to come back to.
    if (known.generation === undefined && temporary === undefined)
      return Live.open({ ...given, cache: undefined })
    return new Live(request, temporary, await NearSighted.open(request), found, known)
  }

  /** All messages, by document. */
  get known(): Known {
    return this.#standing.known
  }

  /** The documents as they show themselves to others, and where links lead. */
  get corpus(): Corpus {
    return this.#standing.corpus
  }

  /** The folders that documents, what they name and ledgers may come to, each with `/` at its end; `''` is the root. */
  get folders(): readonly string[] {
    return this.#found.folders
  }

  /**
   * Looks again, where something may have happened at these paths: files or folders, relative to the root. What was not
   * named is as it was, unless files have come or gone: then all is looked at, as it is where the root is named, `''`.
   */
  async renew(paths: Iterable<string>): Promise<Renewal> {
    const all = new Set(paths)
    const renewal = this.#last.then(() => this.#renew(all))
    this.#last = renewal.catch(() => undefined)
    return renewal
  }

  /** What a change brought, told by how files were before it. */
  async since(past: Past): Promise<Since> {
    await this.#last
    return lookSince(this.#standing, past, this.#means())
  }

  /** Lets go of what it holds open; there is nothing to renew any more. */
  async close(): Promise<void> {
    await this.#last
    this.#facts.close()
    await this.#sighted.close()
    if (this.#temporary !== undefined) removeFolder(this.#temporary)
  }

  async #renew(paths: ReadonlySet<string>): Promise<Renewal> {
    const before = this.known
    try {
      await this.#look(paths)
    } catch (error) {
      if (!(error instanceof LostFacts)) throw error
      // Another run has put its own facts in their place.
      await this.#lookAnew()
    }
    return {
      known: this.known,
      changed: changedIn(before, this.known),
      touched: touchedIn(before, this.known),
    }
  }

  async #look(paths: ReadonlySet<string>): Promise<void> {
    const { root, config } = this.#request
    const found = surveyAgain(root, this.#found, paths)
    if (found) {
      const jobs = jobsFor(this.#found, found, paths, this.known)
      this.#found = found
      this.#standing = await renewGuides(this.#standing, jobs, this.#means())
      return
    }
    this.#found = survey(root, config)
    const known = await look(this.#request, this.#found, this.known, this.#facts, {
      sighted: this.#sighted,
    })
    this.#standing = { known, corpus: corpusFor(known, this.#found, this.#facts, this.#request) }
  }

  #means(): RenewalMeans {
    return { request: this.#request, found: this.#found, facts: this.#facts, sighted: this.#sighted }
  }

  async #lookAnew(): Promise<void> {
    const { root, config } = this.#request
    this.#found = survey(root, config)
    const known = await lintFolder(this.#request, this.#found)
    this.#facts.close()
    this.#facts = borrowFacts(this.#request, known)
    this.#standing = { known, corpus: corpusFor(known, this.#found, this.#facts, this.#request) }
  }
}

function corpusFor(known: Known, { files }: Survey, facts: FactsFile, { config }: RunRequest): Corpus {
  const { documents: deep } = known.depths()
  const near = [...known.documents.values()].flatMap((document) => {
    const own = deep.get(document.path)
    return own ? [{ ...document, ...own }] : []
  })
  return new Corpus(config, lazyDocuments(near, facts), files, {
    ...(known.slugs && { slugs: known.slugs }),
    keysOf: ({ name }, path) => deep.get(path)?.far.keys[name],
    votesOf: (path) => deep.get(path)?.far.votes,
  })
}

/** The guides of the documents that may have changed: those that were named, by themselves or by a ledger, and those whose stamps did not tell. */
function jobsFor(
  before: Survey,
  found: Survey,
  paths: ReadonlySet<string>,
  { documents }: Known,
): GuideJob[] {
  const guides = new Set<string>()
  const ledgers = [...paths].filter(isLedgerPath)
  for (const { guide, locale = '' } of ledgers.length > 0 ? documents.values() : [])
    if (ledgers.includes(ledgerPath(locale, guide))) guides.add(guide)
  for (const { path, isSettled } of before.documents) {
    const guide = isSettled && !paths.has(path) ? undefined : documents.get(path)?.guide
    if (guide !== undefined) guides.add(guide)
  }
  const jobs = new Map(Array.from(guides, (guide) => [guide, { guide, documents: [] as ToRead[] }]))
  if (jobs.size === 0) return []
  for (const { path, outside } of found.documents) {
    const known = documents.get(path)
    const job = known && jobs.get(known.guide)
    if (!job) continue
    job.documents.push(toRead(known, { outside, known: known.hash, ledger: known.ledger?.hash }))
  }
  return [...jobs.values()]
}

function changedIn({ documents: before }: Known, { documents: now }: Known): Set<string> {
  const paths = new Set([...before.keys(), ...now.keys()])
  const isOther = (a?: KnownDocument, b?: KnownDocument): boolean =>
    a?.hash !== b?.hash || a?.ledger?.hash !== b?.ledger?.hash
  return new Set([...paths].filter((path) => isOther(before.get(path), now.get(path))))
}

function touchedIn(before: Known, now: Known): Set<string> {
  const touched = new Set<string>()
  for (const path of new Set([...before.documents.keys(), ...now.documents.keys()])) {
    const [old, fresh] = [before.documents.get(path)?.heard ?? [], now.documents.get(path)?.heard ?? []]
    if (!isSame(old, fresh)) touched.add(path)
  }
  const [old, fresh] = [otherByPath(before), otherByPath(now)]
  for (const path of new Set([...old.keys(), ...fresh.keys()]))
    if (!isSame(old.get(path) ?? [], fresh.get(path) ?? [])) touched.add(path)
  return new Set([...touched].sort())
}

function otherByPath({ others }: Known): Map<string, Message[]> {
  const byPath = new Map<string, Message[]>()
  for (const message of others) {
    const there = byPath.get(message.path)
    if (there) there.push(message)
    else byPath.set(message.path, [message])
  }
  return byPath
}

/** Most messages are the very ones of before. */
function isSame(a: readonly Message[], b: readonly Message[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((message, index) => message === b[index]) || JSON.stringify(a) === JSON.stringify(b)
}
