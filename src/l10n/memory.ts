import { distance } from 'fastest-levenshtein'
import type { Unit } from './unit.ts'

/** A source and its translation, words with numbered tags. */
export interface MemoryEntry {
  readonly source: string
  readonly target: string
  /** The sources before and behind it; what is equal in these, too, is meant the same. */
  readonly context?: string
  /** The guide that says so, where it is one's. */
  readonly guide?: string
}

/** What a memory has for some words. */
export interface MemoryMatch extends MemoryEntry {
  /** 101 with the same neighbours, 100 for the same words, 99 where numbers alone differed and were put right; below that, how alike they are. */
  readonly score: number
}

/** What to look for. */
export interface MemoryQuery {
  readonly context?: string
  /** The lowest score. */
  readonly least?: number
  /** How many matches. */
  readonly most?: number
}

const mostCandidates = 32
/** How many places of words one look may visit: the rare ones come first, and tell the most. */
const mostVisits = 4000

/**
 * A translation memory: exact with context, exact, and alike. It keeps the texts and flat arrays of numbers beside them,
 * some eighty bytes a unit; words that are rare in it lead to what is alike.
 */
export class Memory {
  readonly #entries: readonly MemoryEntry[]
  /** Chains of entries whose sources have the same hash. */
  readonly #heads: Int32Array
  readonly #next: Int32Array
  /** The entries that each word occurs in: those of word `w` lie from `#starts[w]` to `#starts[w + 1]`. */
  readonly #words = new Map<string, number>()
  readonly #starts: Uint32Array
  readonly #postings: Uint32Array
  readonly #lengths: Uint16Array
  readonly #counts: Uint8Array
  #touched: Uint32Array

  constructor(entries: Iterable<MemoryEntry>) {
    this.#entries = [...entries]
    const { length } = this.#entries
    this.#heads = new Int32Array(1 << Math.max(4, Math.ceil(Math.log2(length * 2 + 1)))).fill(-1)
    this.#next = new Int32Array(length)
    this.#lengths = new Uint16Array(length)
    this.#counts = new Uint8Array(length)
    this.#touched = new Uint32Array(1024)
    const frequencies: number[] = []
    for (const [index, { source }] of this.#entries.entries()) {
      const slot = hashOf(source) & (this.#heads.length - 1)
      this.#next[index] = this.#heads[slot] ?? -1
      this.#heads[slot] = index
      const words = wordsIn(source)
      this.#lengths[index] = Math.min(words.length, 65_535)
      for (const word of words) {
        const known = this.#words.get(word) ?? this.#words.size
        this.#words.set(word, known)
        frequencies[known] = (frequencies[known] ?? 0) + 1
      }
    }
    this.#starts = new Uint32Array(frequencies.length + 1)
    for (const [word, count] of frequencies.entries())
      this.#starts[word + 1] = (this.#starts[word] ?? 0) + count
    this.#postings = new Uint32Array(this.#starts.at(-1) ?? 0)
    const filled = this.#starts.slice()
    for (const [index, { source }] of this.#entries.entries()) {
      for (const word of wordsIn(source)) {
        const known = this.#words.get(word) ?? 0
        const at = filled[known] ?? 0
        this.#postings[at] = index
        filled[known] = at + 1
      }
    }
  }

  get size(): number {
    return this.#entries.length
  }

  /** The best matches for some words, the best first; of equal ones the last that was recorded. */
  matches(words: string, { context, least = 70, most = 3 }: MemoryQuery = {}): MemoryMatch[] {
    const exact = this.#exact(words, context)
    const found = exact.length >= most || least >= 100 ? exact : [...exact, ...this.#alike(words, least)]
    const targets = new Set<string>()
    return found
      .sort((a, b) => b.score - a.score)
      .filter(({ target }) => !targets.has(target) && targets.add(target))
      .slice(0, most)
  }

  #exact(words: string, context: string | undefined): MemoryMatch[] {
    const found: MemoryMatch[] = []
    for (
      let at = this.#heads[hashOf(words) & (this.#heads.length - 1)] ?? -1;
      at >= 0;
      at = this.#next[at] ?? -1
    ) {
      const entry = this.#entries[at]
      if (entry?.source !== words) continue
      found.push({ ...entry, score: context !== undefined && entry.context === context ? 101 : 100 })
      if (found.length >= mostCandidates) break
    }
    return found
  }

  #alike(words: string, least: number): MemoryMatch[] {
    const plain = plainOf(words)
    return this.#candidates(words, least).flatMap((index): MemoryMatch[] => {
      const entry = this.#entries[index]
      if (!entry || entry.source === words) return []
      const other = plainOf(entry.source)
      if (other === plain) {
        const target = withNumbers(entry, words)
        return [target === undefined ? { ...entry, score: 98 } : { ...entry, target, score: 99 }]
      }
      const longest = Math.max(plain.length, other.length)
      const score = Math.min(98, Math.floor(100 * (1 - distance(plain, other) / longest)))
      return score >= least ? [{ ...entry, score }] : []
    })
  }

  /** The entries that share the most words, told by those that are rare: what is alike enough has one of these. */
  #candidates(words: string, least: number): number[] {
    const query = [...new Set(wordsIn(words))]
    const known = query
      .flatMap((word) => this.#words.get(word) ?? [])
      .map((word) => ({ word, count: (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0) }))
      .sort((a, b) => a.count - b.count)
    // What is alike has half of the words at least: one of these is among the first of them.
    const needed = Math.max(1, Math.ceil((query.length * least) / 140))
    const first = known.slice(0, Math.max(1, query.length - needed + 1))
    const length = wordsIn(words).length
    let touched = 0
    let visits = 0
    for (const { word, count } of first) {
      if (visits >= mostVisits) break
      const end = this.#starts[word + 1] ?? 0
      const start = Math.max(end - count, end - (mostVisits - visits))
      visits += end - start
      for (let at = start; at < end; at++) {
        const index = this.#postings[at] ?? 0
        const other = this.#lengths[index] ?? 0
        if (other * 100 < length * least * 0.8 || length * 100 < other * least * 0.8) continue
        if (this.#counts[index] === 0) {
          if (touched === this.#touched.length) this.#touched = grown(this.#touched)
          this.#touched[touched++] = index
        }
        this.#counts[index] = Math.min(255, (this.#counts[index] ?? 0) + 1)
      }
    }
    return this.#most(touched)
  }

  /** Of the entries that were touched, those with the highest counts; all counts are nought again. */
  #most(touched: number): number[] {
    const levels: number[][] = []
    for (const index of this.#touched.subarray(0, touched)) {
      const level = (levels[this.#counts[index] ?? 0] ??= [])
      // Later ones are newer, and the rest of a level is not looked at.
      if (level.length >= mostCandidates) level[index % mostCandidates] = index
      else level.push(index)
      this.#counts[index] = 0
    }
    return levels.reverse().flat().slice(0, mostCandidates)
  }
}

function grown(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** FNV-1a over all of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The words of a text, in small letters; in scripts without spaces each character is one. Numbers are all the same. */
function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}]+|\p{N}+/gu)
      ?.map((word) => (/^\p{N}/u.test(word) ? '0' : word)) ?? []
  )
}

const tagOrNumber = /<\/?\d+>|\{\d+\}|\p{N}+(?:[.,:]\p{N}+)*/gu

/** A text as it is compared: what its numbers and tags are called does not matter. */
function plainOf(text: string): string {
  return text
    .replace(tagOrNumber, (found) => (/^[<{]/.test(found) ? found.replace(/\d+/, '0') : '0'))
    .replace(/\s+/g, ' ')
}

/** The target of an entry with the numbers of other words; undefined where nobody can tell which goes where. */
function withNumbers({ source, target }: MemoryEntry, words: string): string | undefined {
  const [own, wanted] = [source.match(tagOrNumber) ?? [], words.match(tagOrNumber) ?? []]
  if (own.length !== wanted.length) return undefined
  const exchange = new Map<string, string>()
  for (const [index, number] of own.entries()) {
    const other = wanted[index] ?? ''
    if (exchange.has(number) && exchange.get(number) !== other) return undefined
    exchange.set(number, other)
  }
  const found: readonly string[] = target.match(tagOrNumber) ?? []
  if ([...exchange].some(([number, other]) => number !== other && !found.includes(number))) return undefined
  return target.replace(tagOrNumber, (number) => exchange.get(number) ?? number)
}

/** The context of each of some units, by their places in the list. */
export function contextsOf(units: readonly Pick<Unit, 'source'>[]): string[] {
  return units.map(
    (_, index) => `${units[index - 1]?.source.text ?? ''}\n${units[index + 1]?.source.text ?? ''}`,
  )
}

/** What the translated units of a document give to a memory. */
export function entriesOf(units: readonly Unit[]): MemoryEntry[] {
  const contexts = contextsOf(units)
  return units.flatMap(({ source, target, state }, index): MemoryEntry[] => {
    const isWhole = target?.codes.length === source.codes.length
    if (state !== 'translated' || !target || !isWhole) return []
    return [{ source: source.text, target: target.text, context: contexts[index] ?? '' }]
  })
}
