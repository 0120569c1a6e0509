/** Words as readers read them. */
export interface Said {
  readonly words: string
  /** What counts in them: neither letter case nor the sign at the end, nor how their spaces are written. */
  readonly essence: string
}

/** Some words and what they are called in a translation. */
export interface Saying {
  readonly source: Said
  readonly target: Said
}

/** One of the ways in which some words are translated. */
export interface Way {
  readonly words: string
  readonly count: number
}

/** The ways of each source's words, both by what counts in them. */
export type Usage = ReadonlyMap<string, ReadonlyMap<string, Way>>

/** A way that others go so often, and so many times as often, is the usual one; fewer may be chance. */
export const fewest = 3
const times = 3

/** Words, and what counts in them. */
export function said(words: string): Said {
  const essence = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/^ | ?[.:…!?。：！？]* ?$/g, '')
  return { words, essence }
}

/** How words are translated in all that is given, and how often so. */
export function usageOf(sayings: Iterable<Saying>): Usage {
  const usage = new Map<string, Map<string, Way>>()
  for (const { source, target } of sayings) {
    if (!isTranslation(source, target)) continue
    const ways = usage.get(source.essence) ?? new Map<string, Way>()
    usage.set(source.essence, ways)
    const way = ways.get(target.essence)
    ways.set(target.essence, { words: way?.words ?? target.words.trim(), count: (way?.count ?? 0) + 1 })
  }
  return usage
}

/** What is the same in both is a name, or nobody has translated it yet. */
function isTranslation({ essence: from }: Said, { essence: to }: Said): boolean {
  return from !== '' && to !== '' && from !== to
}

/** How the words of a source are translated nearly everywhere, where that is another way than here. */
export function usualFor({ source, target }: Saying, usage: Usage): Way | undefined {
  const ways = usage.get(source.essence)
  if (!ways || !isTranslation(source, target)) return undefined
  const own = ways.get(target.essence)
  const [usual, second] = [...ways.values()].sort((a, b) => b.count - a.count)
  if (!usual || usual === own || usual.count < fewest) return undefined
  return usual.count >= times * Math.max(own?.count ?? 0, second?.count ?? 0) ? usual : undefined
}

/** The sayings of one text that say the same of what its source tells apart, each with the first that does; single words may have one word for both. */
export function mergedIn<One extends Saying>(sayings: readonly One[]): (readonly [One, One])[] {
  const first = new Map<string, One>()
  const found: (readonly [One, One])[] = []
  for (const saying of sayings) {
    if (!saying.source.essence.includes(' ') || saying.target.essence === '') continue
    const before = first.get(saying.target.essence)
    if (!before) first.set(saying.target.essence, saying)
    else if (before.source.essence !== saying.source.essence) found.push([saying, before])
  }
  return found
}

/** What is to be said of words that are usually translated another way. */
export function otherwise({ source, target }: Saying, { words, count }: Way): string {
  return `Unexpected \`${target.words}\` for \`${source.words}\`, expected \`${words}\`, as in ${count} others`
}

/** What is to be said of words that stand for two that differ. */
export function merged({ source, target }: Saying, before: Saying): string {
  return `Unexpected \`${target.words}\` for \`${source.words}\` and for \`${before.source.words}\`, expected words that tell them apart`
}
