import type { PageAnchor } from '../corpus/anchors.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { groupByEach } from '../text/group-by.ts'
import { NearNames } from '../text/near-names.ts'
import { rememberingOf } from '../text/remembering.ts'
import { folded } from './named-headings.ts'

const most = 3

/** Of the anchors that share one word, so many are weighed: what more have tells none apart. */
const mostSharing = 256

/** A page's anchors by what a dead fragment may have in common with them. */
interface AnchorIndex {
  readonly names: NearNames
  readonly byWord: ReadonlyMap<string, readonly PageAnchor[]>
  readonly places: ReadonlyMap<PageAnchor, number>
}

/**
 * The anchors of a page that a dead fragment may have meant, the likeliest first: those that share words with it that
 * few others have, and the one that is spelt most like it.
 */
export function candidatesFor(fragment: string, page: Document, corpus: Corpus): PageAnchor[] {
  const anchors = corpus.anchorsOf(page)
  const { names, byWord, places } = indexOf(anchors)
  const scores = new Map<PageAnchor, number>()
  for (const word of wordsOf(fragment)) {
    const sharing = byWord.get(word) ?? []
    // A word that every heading has tells none apart.
    for (const anchor of sharing.slice(0, mostSharing))
      scores.set(anchor, (scores.get(anchor) ?? 0) + 1 / sharing.length)
  }
  const placeOf = (anchor: PageAnchor): number => places.get(anchor) ?? 0
  const scored = [...scores].sort(([a, score], [b, other]) => other - score || placeOf(a) - placeOf(b))
  const best = scored[0]?.[1] ?? 0
  const likely = scored.filter(([, score]) => score >= best / 2).map(([anchor]) => anchor)
  const spelt = anchors.get(names.near(fragment) ?? '')
  return [...new Set([...(spelt ? [spelt] : []), ...likely])].slice(0, most)
}

const indexOf = rememberingOf((anchors: ReadonlyMap<string, PageAnchor>): AnchorIndex => {
  const all = [...anchors.values()]
  return {
    names: new NearNames(anchors.keys()),
    byWord: groupByEach(all, ({ id }) => wordsOf(id)),
    places: new Map(all.map((anchor, place) => [anchor, place])),
  }
})

/** The words of a fragment, without numbers and the shortest: `imap`, `parametres` of `imap_6_parametres`. */
function wordsOf(fragment: string): ReadonlySet<string> {
  return new Set(
    fragment
      .split(/[\s_-]+/)
      .map(folded)
      .filter((word) => word.length > 2 && !/^\d+$/.test(word)),
  )
}
