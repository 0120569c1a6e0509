import type { OpenDocument } from '../corpus/document.ts'
import type { KnownDocument } from '../run/known.ts'
import type { LiveCorpus } from './live.ts'
import { siblingsOf } from './scene.ts'

/** A document and the one that it is made from. */
export interface SourcePair {
  readonly source: OpenDocument
  readonly target: OpenDocument
  readonly known: KnownDocument
}

/** A document with its source, both opened; undefined where it has none, or is one. */
export async function pairFor(live: LiveCorpus, path: string): Promise<SourcePair | undefined> {
  const { scene } = live
  const known = scene.shown.get(path)
  if (known?.locale === undefined || known.locale === scene.config.source) return undefined
  const from = siblingsOf(scene, known.guide).find(({ locale }) => locale === scene.config.source)
  if (!from) return undefined
  const [source, target] = await live.openDocuments([from, known])
  return source && target && !source.facts.refused && !target.facts.refused
    ? { source, target, known }
    : undefined
}
