import type { Facts } from '../markdown/facts.ts'
import { slugsOf, type SlugAlgorithm } from '../markdown/slug.ts'

/** Where a fragment can lead: an explicit anchor, or a heading by its slug. */
export interface PageAnchor {
  readonly id: string
  /** The heading that it belongs to; undefined for an anchor that stands alone. */
  readonly heading?: Facts['headings'][number]
}

/** The ids of a page's anchors alone: those of `anchorsBy`, sooner. */
export function anchorIdsBy(
  { headings, anchors }: Pick<Facts, 'headings' | 'anchors'>,
  algorithm: SlugAlgorithm,
): ReadonlySet<string> {
  const ids = new Set(anchors.map(({ id }) => id))
  const slugged: string[] = []
  for (const { id, text } of headings) {
    if (id === undefined) slugged.push(text)
    else if (id !== '') ids.add(id)
  }
  for (const slug of slugsOf(slugged, algorithm)) if (slug !== '') ids.add(slug)
  return ids
}

/** The anchors of a page by their ids, explicit ones first. */
export function anchorsBy(
  { headings, anchors: explicit }: Pick<Facts, 'headings' | 'anchors'>,
  algorithm: SlugAlgorithm,
): ReadonlyMap<string, PageAnchor> {
  const anchors = new Map<string, PageAnchor>()
  const slugged = headings.filter((heading) => heading.id === undefined)
  const slugs = slugsOf(
    slugged.map((heading) => heading.text),
    algorithm,
  )
  const slugByHeading = new Map(slugged.map((heading, index) => [heading, slugs[index] ?? '']))
  for (const heading of headings) {
    const id = heading.id ?? slugByHeading.get(heading) ?? ''
    if (id !== '' && !anchors.has(id)) anchors.set(id, { id, heading })
  }
  for (const { id } of explicit) {
    if (!anchors.has(id)) anchors.set(id, { id })
  }
  return anchors
}
