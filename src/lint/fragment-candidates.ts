import type { PageAnchor } from '../corpus/anchors.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { nearestOf } from '../text/nearest.ts'
import { folded } from './repair-fragment.ts'

const most = 3

/**
 * The anchors of a page that a dead fragment may have meant, the likeliest first: those that share words with it that
 * few others have, and the one that is spelt most like it.
 */
export function candidatesFor(fragment: string, page: Document, corpus: Corpus): PageAnchor[] {
  const anchors = [...corpus.anchorsOf(page).values()]
  const near = nearestOf(fragment, corpus.anchorsOf(page).keys())
  const wanted = wordsOf(fragment)
  const shared = anchors.map(({ id }) => [...wordsOf(id)].filter((word) => wanted.has(word)))
  const counts = new Map<string, number>()
  for (const word of shared.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const scored = anchors
    .map((anchor, index) => ({
      anchor,
      // A word that every heading has tells none apart.
      score: (shared[index] ?? []).reduce((sum, word) => sum + 1 / (counts.get(word) ?? 1), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  const likely = scored.filter(({ score }) => score >= best / 2).map(({ anchor }) => anchor)
  const spelt = anchors.filter(({ id }) => id === near)
  return [...new Set([...spelt, ...likely])].slice(0, most)
}

/** The words of a fragment, without numbers and the shortest: `imap`, `parametres` of `imap_6_parametres`. */
function wordsOf(fragment: string): ReadonlySet<string> {
  return new Set(
    fragment
      .split(/[\s_-]+/)
      .map(folded)
      .filter((word) => word.length > 2 && !/^\d+$/.test(word)),
  )
}
