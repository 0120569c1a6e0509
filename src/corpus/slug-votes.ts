import { slugAlgorithms, type SlugAlgorithm } from '../markdown/slug.ts'
import { anchorIdsBy } from './anchors.ts'
import type { Document } from './document.ts'
import { Recent } from './recent.ts'
import { splitUrl, type Target } from './resolve.ts'

/** How many of a document's fragments lead somewhere, by each slug algorithm in its order. */
export type SlugVotes = readonly number[]

const pagesKept = 1000

/** Counts the votes of documents of one corpus, in which `resolve` tells what a link leads to. */
export function slugVotesBy(
  resolve: (url: string, from: Document) => Target,
): (document: Document) => SlugVotes {
  const pages = new Recent<string, readonly ReadonlySet<string>[]>(pagesKept)
  const idsOf = ({ path, facts }: Document): readonly ReadonlySet<string>[] =>
    pages.getOr(path, () => slugAlgorithms.map((algorithm) => anchorIdsBy(facts, algorithm)))
  return (document) => {
    const works = slugAlgorithms.map(() => 0)
    for (const { url } of document.facts.links) {
      if (!url.includes('#')) continue
      const { fragment } = splitUrl(url)
      if (fragment === undefined || fragment === '') continue
      const target = resolve(url, document)
      if (target.kind !== 'document') continue
      for (const [index, ids] of idsOf(target.document).entries()) {
        if (ids.has(fragment)) works[index] = (works[index] ?? 0) + 1
      }
    }
    return works
  }
}

/** The algorithm that makes most fragments work; the first of those that are as good. */
export function mostVoted(votes: Iterable<SlugVotes>): SlugAlgorithm {
  const sums = slugAlgorithms.map(() => 0)
  for (const each of votes)
    for (const [index, count] of each.entries()) sums[index] = (sums[index] ?? 0) + count
  return slugAlgorithms[sums.indexOf(Math.max(...sums))] ?? 'github'
}
