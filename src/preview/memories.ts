import type { Locale } from '../corpus/locale.ts'
import { entriesOf, Memory, type MemoryEntry, type MemoryMatch, type MemoryQuery } from '../l10n/memory.ts'
import { unitsOf } from '../l10n/unit.ts'
import type { KnownDocument } from '../run/known.ts'
import type { LiveCorpus } from './live.ts'
import type { Scene } from './scene.ts'
import { openUnits } from './translate-view.ts'

/** So many locales are kept in mind; of more, that which was asked for last. */
const mostLocales = 2
/** What a locale's memory holds at most, in characters: what guides say beyond that is not remembered. */
const mostCharacters = 24_000_000
const mostMatches = 4
/** So large a part of a memory may lie beside it as new, before the whole is made anew. */
const mostFresh = 0.05

/** What the guides have translated, by locale: read when it is first asked for, and again where something was saved. */
export class Memories {
  readonly #live: LiveCorpus
  readonly #byLocale = new Map<Locale, LocaleMemory>()

  constructor(live: LiveCorpus) {
    this.#live = live
  }

  /** The best matches for some words of the source in a locale, the best first. */
  async matches(locale: Locale, words: string, query: MemoryQuery): Promise<MemoryMatch[]> {
    const memory = this.#byLocale.get(locale) ?? new LocaleMemory(this.#live, locale)
    this.#byLocale.delete(locale)
    this.#byLocale.set(locale, memory)
    const [oldest] = this.#byLocale.keys()
    if (this.#byLocale.size > mostLocales && oldest !== undefined) this.#byLocale.delete(oldest)
    return memory.matches(words, query)
  }
}

/** What one guide gives to a memory, and the texts that it was read from. */
interface Remembered {
  readonly hashes: string
  readonly entries: readonly MemoryEntry[]
}

class LocaleMemory {
  readonly #live: LiveCorpus
  readonly #locale: Locale
  readonly #guides = new Map<string, Remembered>()
  /** All guides but those that have changed since it was made. */
  #whole = new Memory([])
  #fresh = new Memory([])
  readonly #freshGuides = new Set<string>()
  #characters = 0
  #version = 0
  #renewal: Promise<void> | undefined

  constructor(live: LiveCorpus, locale: Locale) {
    this.#live = live
    this.#locale = locale
  }

  async matches(words: string, query: MemoryQuery): Promise<MemoryMatch[]> {
    while (this.#version !== this.#live.scene.version) {
      this.#renewal ??= this.#renew().finally(() => {
        this.#renewal = undefined
      })
      await this.#renewal
    }
    const most = query.most ?? mostMatches
    const whole = this.#whole
      .matches(words, { ...query, most: most + this.#freshGuides.size })
      .filter(({ guide = '' }) => !this.#freshGuides.has(guide))
    const targets = new Set<string>()
    return [...this.#fresh.matches(words, { ...query, most }), ...whole]
      .sort((a, b) => b.score - a.score)
      .filter(({ target }) => !targets.has(target) && targets.add(target))
      .slice(0, most)
  }

  async #renew(): Promise<void> {
    const { scene } = this.#live
    const isFirst = this.#guides.size === 0
    let isOther = false
    const there = new Set<string>()
    for (const [guide, pair] of pairsIn(scene, this.#locale)) {
      there.add(guide)
      const hashes = pair.map(({ hash }) => hash).join(' ')
      if (this.#guides.get(guide)?.hashes === hashes) continue
      this.#put(guide, { hashes, entries: await this.#read(guide, pair) })
      isOther = true
      // Pages are served meanwhile.
      await new Promise(setImmediate)
    }
    for (const guide of this.#guides.keys()) {
      if (there.has(guide)) continue
      this.#put(guide, undefined)
      isOther = true
    }
    if (isOther) this.#index(isFirst)
    this.#version = scene.version
  }

  #put(guide: string, remembered: Remembered | undefined): void {
    this.#characters -= charactersIn(this.#guides.get(guide)?.entries ?? [])
    const characters = charactersIn(remembered?.entries ?? [])
    if (!remembered) this.#guides.delete(guide)
    else if (this.#characters + characters > mostCharacters)
      this.#guides.set(guide, { ...remembered, entries: [] })
    else {
      this.#characters += characters
      this.#guides.set(guide, remembered)
    }
    this.#freshGuides.add(guide)
  }

  /** What has changed is looked up beside the rest, until it is much. */
  #index(isFirst: boolean): void {
    const fresh = [...this.#freshGuides].flatMap((guide) => this.#guides.get(guide)?.entries ?? [])
    if (isFirst || fresh.length > this.#whole.size * mostFresh) {
      this.#freshGuides.clear()
      this.#fresh = new Memory([])
      this.#whole = new Memory([...this.#guides.values()].flatMap(({ entries }) => entries))
    } else this.#fresh = new Memory(fresh)
  }

  async #read(guide: string, pair: readonly KnownDocument[]): Promise<readonly MemoryEntry[]> {
    const [source, target] = await this.#live.openDocuments(pair)
    if (!source || !target || source.facts.refused || target.facts.refused) return []
    const { lines } = this.#live.ledgerOf(guide, this.#locale)
    const units = lines.length > 0 ? openUnits(source, target, lines) : unitsOf(source, target)
    return entriesOf(units).map((entry) => ({ ...entry, guide }))
  }
}

function charactersIn(entries: readonly MemoryEntry[]): number {
  return entries.reduce(
    (sum, { source, target, context = '' }) => sum + source.length + target.length + context.length,
    0,
  )
}

/** The guides that stand in the source's locale and in another one, with both documents. */
function* pairsIn(
  { config, corpus, known }: Scene,
  locale: Locale,
): Generator<readonly [string, readonly KnownDocument[]]> {
  for (const [guide, { documents }] of corpus.guides) {
    const pair = [documents.get(config.source ?? ''), documents.get(locale)].flatMap(
      (each) => known.documents.get(each?.path ?? '') ?? [],
    )
    if (pair.length === 2) yield [guide, pair]
  }
}
