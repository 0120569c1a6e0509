import type { Config } from '../corpus/config.ts'
import type { Document, OpenDocument } from '../corpus/document.ts'
import { guidesOf } from '../corpus/guide.ts'
import type { Located } from '../corpus/locate.ts'
import { beadCacheOf } from '../io/bead-cache.ts'
import { FactsReader } from '../io/facts-reader.ts'
import { textBelow } from '../io/ledger-files.ts'
import { readText, type FileText } from '../io/read-text.ts'
import { ledgerPath, parseLedger, type LedgerLine } from '../l10n/ledger.ts'
import { findNear, findOnGuide, type Means } from '../lint/found.ts'
import type { Message } from '../lint/message.ts'
import { rules } from '../lint/rules/index.ts'
import { selectRules } from '../lint/selection.ts'
import { fileOf, fileOn, stamp } from '../lint/stamp.ts'
import { hasDirective } from '../lint/suppress.ts'
import { refusedFacts } from '../markdown/facts.ts'
import { packFacts } from '../markdown/packed-facts.ts'
import type { Canon } from '../settings/canon.ts'
import { hashOf } from '../text/edit.ts'
import type { Stage, Stopwatch } from './stopwatch.ts'

/** What looking at guides needs: plain data, for it may be done in another thread. */
export interface NearSetup {
  readonly root: string
  /** The folder in which it remembers; nothing is remembered where it is left out. */
  readonly cache?: string | undefined
  readonly config: Config
  readonly canon?: Canon | undefined
  /** The rules that were asked for; all that are on where it is left out. */
  readonly only?: readonly string[] | undefined
}

/** What rules need to look, of what was asked for. */
export function meansOf({ config, canon, only }: NearSetup, clock?: Stopwatch): Means {
  return {
    config,
    rules: selectRules(rules, config, only && new Set(only)),
    ...(canon && { canon }),
    ...(clock && { measure: clock.measure }),
  }
}

/** A document to be read. */
export interface ToRead extends Located {
  readonly outside?: string | undefined
  /** The hash of its text when it was last looked at. */
  readonly known?: string | undefined
  /** The hash of its ledger at that time; absent where there was none. */
  readonly ledger?: string | undefined
  /** What was found then: while its text is the same, that holds of rules that look at it alone. */
  readonly near?: readonly Message[] | undefined
  /** Its text, where that is not to be read from the disk. */
  readonly text?: string | undefined
}

/** A document to be read, of what its path tells and what is known of it. */
export function toRead(
  { path, guide, locale, type, format, isStray }: Located,
  { outside, known, ledger, near, text }: Omit<ToRead, keyof Located>,
): ToRead {
  return { path, guide, locale, type, format, isStray, outside, known, ledger, near, text }
}

/** One guide to be read and looked at: all of its documents. */
export interface GuideJob {
  readonly guide: string
  readonly documents: readonly ToRead[]
}

/** What was seen of a document by rules that look no further than its guide. */
export interface DocumentSight {
  readonly path: string
  readonly hash: string
  /** The hash of its ledger; absent where there is none. */
  readonly ledger?: string | undefined
  /** Unsilenced. */
  readonly messages: readonly Message[]
  /** True where it has comments that silence rules. */
  readonly isHushed: boolean
  /** What it shows to the documents of other guides. */
  readonly facts: Uint8Array
}

/** What was seen of a guide. */
export interface GuideSight {
  readonly guide: string
  readonly documents: readonly DocumentSight[]
  /** Of the guide as a whole, on its files. */
  readonly messages: readonly Message[]
}

interface ReadLedger {
  readonly text: string
  readonly hash: string
}

/** What is known of a guide's documents besides their texts, by path. */
interface Remembered {
  /** What rules of one document say of those that are as they were. */
  readonly found: ReadonlyMap<string, readonly Message[]>
  readonly ledgers: ReadonlyMap<string, ReadLedger>
}

/** Reads guides and looks at each on its own: undefined where all of its texts and ledgers are as they were. */
export class NearSighted {
  readonly #setup: NearSetup
  readonly #reader: FactsReader
  readonly #means: Means
  readonly #clock: Stopwatch | undefined

  private constructor(setup: NearSetup, reader: FactsReader, clock: Stopwatch | undefined) {
    this.#setup = setup
    this.#reader = reader
    this.#clock = clock
    const means = meansOf(setup, clock)
    this.#means = { ...means, rules: means.rules.filter(({ rule }) => rule.scope !== 'corpus') }
  }

  static async open(setup: NearSetup, clock?: Stopwatch): Promise<NearSighted> {
    return new NearSighted(setup, await FactsReader.open(setup.config), clock)
  }

  async look({ guide, documents }: GuideJob): Promise<GuideSight | undefined> {
    const texts = this.#timed('read the texts', () => documents.map((document) => this.#textOf(document)))
    const ledgers = this.#ledgersOf(documents)
    const isAsBefore = ({ path, known, ledger }: ToRead, index: number): boolean =>
      texts[index]?.hash === known && ledgers.get(path)?.hash === ledger
    if (documents.every(isAsBefore)) return undefined
    const open: OpenDocument[] = []
    for (const [index, { text, hash, refusal }] of texts.entries()) {
      const located = documents[index]
      if (!located) continue
      const { path, locale, type, format } = located
      const facts = refusal
        ? refusedFacts(refusal)
        : await this.#timed('parse, and read facts', () => this.#reader.read(text, path))
      open.push({ path, guide: located.guide, locale, type, format, hash, facts, text })
    }
    const found = documents.flatMap(({ path, known, near }, index) =>
      near && known === texts[index]?.hash
        ? [[path, near.filter((each) => this.#isOfOne(each))] as const]
        : [],
    )
    return { guide, ...this.#seen(guide, open, { found: new Map(found), ledgers }) }
  }

  async close(): Promise<void> {
    await this.#reader.close()
  }

  #textOf(document: ToRead): FileText {
    const { text } = document
    return text === undefined ? readText(this.#setup.root, document) : { text, hash: hashOf(text) }
  }

  #ledgersOf(documents: readonly ToRead[]): ReadonlyMap<string, ReadLedger> {
    const ledgers = new Map<string, ReadLedger>()
    for (const { path, guide, locale } of documents) {
      const text = locale === undefined ? undefined : textBelow(this.#setup.root, ledgerPath(locale, guide))
      if (text !== undefined) ledgers.set(path, { text, hash: hashOf(text) })
    }
    return ledgers
  }

  #timed<Value>(stage: Stage, work: () => Value): Value {
    return this.#clock ? this.#clock.stage(stage, work) : work()
  }

  #isOfOne({ ruleId }: Message): boolean {
    return this.#means.rules.some(({ rule }) => rule.id === ruleId && rule.scope === 'document')
  }

  #seen(
    id: string,
    open: readonly OpenDocument[],
    { found, ledgers }: Remembered,
  ): Omit<GuideSight, 'guide'> {
    const { cache, config, canon } = this.#setup
    const byPath = new Map(open.map((document) => [document.path, document]))
    const textAt = (path: string): string =>
      path === canon?.path ? canon.text : (byPath.get(path)?.text ?? '')
    const textOf = ({ path }: Document): string => textAt(path)
    const ledgerOf = ({ path }: Document): readonly LedgerLine[] =>
      parseLedger(ledgers.get(path)?.text ?? '').lines
    const guide = guidesOf(open, config.source).get(id)
    if (!guide) return { documents: [], messages: [] }
    const beads = cache === undefined ? undefined : beadCacheOf(cache, id)
    const view = { guide, textOf, ledgerOf, ...(beads && { beads }) }
    const siblings = { ...this.#means, rules: this.#means.rules.filter(({ rule }) => rule.scope === 'guide') }
    const messagesOn = (document: OpenDocument): readonly Message[] => {
      const before = found.get(document.path)
      const means = before ? siblings : this.#means
      return [...(before ?? []), ...stamp(findNear(document, view, means), fileOf(document), textAt)]
    }
    const documents = open.map((document) => ({
      path: document.path,
      hash: document.hash,
      ledger: ledgers.get(document.path)?.hash,
      messages: messagesOn(document),
      isHushed: hasDirective(document.facts.comments),
      facts: this.#timed('pack the facts', () => packFacts(document.facts)),
    }))
    const messages = [...findOnGuide(guide, { textOf, ledgerOf }, this.#means)].flatMap(([path, found]) =>
      stamp(found, fileOn(guide, path, byPath.get(path)), textAt),
    )
    beads?.save()
    return { documents, messages }
  }
}
