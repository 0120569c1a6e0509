import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Locale } from '../corpus/locale.ts'
import type { Glossary } from '../l10n/glossary.ts'
import type { Known, KnownDocument } from '../run/known.ts'
import type { Canon } from '../settings/canon.ts'

/** The corpus as it was at one moment: what every view is made of. */
export interface Scene {
  /** Counts up with every change that was seen. */
  readonly version: number
  readonly config: Config
  readonly canon: Canon | undefined
  readonly glossary: Glossary | undefined
  readonly known: Known
  /** The documents as they show themselves to others. */
  readonly corpus: Corpus
  /** The documents that were asked for, in the order of their paths. */
  readonly shown: ReadonlyMap<string, KnownDocument>
  /** Why config or settings cannot be read as they are now; the last ones that could be hold until then. */
  readonly trouble?: string
}

/** The locales of the documents that a scene shows: the source first, then those that the config names, then the rest. */
export function localesOf({ config, shown }: Scene): Locale[] {
  const there = new Set(Array.from(shown.values(), ({ locale }) => locale ?? []).flat())
  const named = [config.source ?? [], config.locales].flat().filter((locale) => there.has(locale))
  return [...new Set([...named, ...[...there].sort()])]
}

/** The documents of a guide that a scene shows, in the order of their locales. */
export function siblingsOf(scene: Scene, guide: string): KnownDocument[] {
  const { shown, corpus } = scene
  const ranks = new Map(localesOf(scene).map((locale, rank) => [locale, rank]))
  const rankOf = ({ locale }: KnownDocument): number => ranks.get(locale ?? '') ?? -1
  return [...(corpus.guides.get(guide)?.documents.values() ?? [])]
    .flatMap(({ path }) => shown.get(path) ?? [])
    .sort((a, b) => rankOf(a) - rankOf(b))
}
