import type { PageAnchor } from '../corpus/anchors.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { alignBlocks } from '../l10n/align.ts'
import type { Heading } from '../markdown/facts.ts'
import { outwardBlocksOf } from '../markdown/outward-blocks.ts'
import { folded, namedAnchors, namedHeadings, type NamedAnchors } from './named-headings.ts'

/** The anchor that a dead fragment meant. */
export interface Repair {
  readonly anchor: PageAnchor
  /** How it was told. */
  readonly by: 'spelling' | 'heading' | 'place' | 'number'
  /** False where a person should look at it first. */
  readonly sure: boolean
}

/** Finds the anchor of a page that a fragment meant: spelt otherwise, of another language, or by a heading's number. */
export function repairFragment(fragment: string, page: Document, corpus: Corpus): Repair | undefined {
  const anchors = namedAnchors(corpus.anchorsOf(page))
  const wanted = folded(fragment)
  if (wanted === '') return undefined
  const spelt = only(anchors.bySpelling.get(wanted))
  if (spelt) return { anchor: spelt, by: 'spelling', sure: true }
  const siblings = [...corpus.guideOf(page).documents.values()].filter(({ path }) => path !== page.path)
  return (
    byPlace(siblings, page, anchors, (headings) => headingFor(fragment, wanted, headings)) ??
    byParts(fragment, page, siblings, anchors)
  )
}

/** How sure it must be that two headings stand for each other. */
const least = 0.8

/** The heading that stands for the one that was found in another language's page; undefined where they disagree. */
function byPlace(
  siblings: readonly Document[],
  page: Document,
  anchors: NamedAnchors,
  find: (headings: readonly Heading[]) => Heading | undefined,
): Repair | undefined {
  const answers = new Set<PageAnchor>()
  for (const sibling of siblings) {
    const heading = find(sibling.facts.headings)
    const own = heading && partnerOf(heading, sibling, page)
    const anchor = own && anchors.byStart.get(own.range.start)
    if (anchor) answers.add(anchor)
  }
  const anchor = only([...answers])
  return anchor && { anchor, by: 'place', sure: true }
}

/** The heading of a page that stands for one of another language's, told by what both show outward. */
function partnerOf(heading: Heading, { facts }: Document, page: Document): Heading | undefined {
  const source = outwardBlocksOf(facts)
  const target = outwardBlocksOf(page.facts)
  const at = source.headings.indexOf(heading)
  const bead = alignBlocks(source.blocks, target.blocks).find((each) => each.source.includes(at))
  if (!bead || bead.confidence < least || bead.source.length !== 1) return undefined
  return target.headings[only(bead.target) ?? -1]
}

/** The heading that a fragment is the slug of, by any site's algorithm. */
function headingFor(fragment: string, wanted: string, headings: readonly Heading[]): Heading | undefined {
  const { bySpelling, bySlug } = namedHeadings(headings)
  return only(bySpelling.get(wanted)) ?? bySlug.get(fragment)
}

/** A part of a fragment such as `…_partie_7_parametres`: what stands before the number, the number, what stands behind. */
interface Part {
  readonly before: string
  readonly number: number
  readonly rest: string
}

function partsOf(fragment: string): Part[] {
  const words = fragment.split(/[\s_-]+/)
  return words.flatMap((word, index) => {
    if (!/^\d{1,3}$/.test(word) || index === 0) return []
    const before = folded(words.slice(0, index - 1).join(' '))
    return [{ before, number: Number(word), rest: folded(words.slice(index + 1).join(' ')) }]
  })
}

/**
 * Old composite fragments, `<title>_partie_7_<heading>`: the page's own heading of these words, else its heading of
 * this number. Sure only where title or heading are those of this guide in some language.
 */
function byParts(
  fragment: string,
  page: Document,
  siblings: readonly Document[],
  anchors: NamedAnchors,
): Repair | undefined {
  const parts = partsOf(fragment)
  for (const { rest } of parts) {
    const own = rest === '' ? undefined : only(anchors.byWords.get(rest))
    if (own) return { anchor: own, by: 'heading', sure: true }
  }
  for (const { rest } of parts) {
    const placed =
      rest === ''
        ? undefined
        : byPlace(siblings, page, anchors, (headings) => only(namedHeadings(headings).byWords.get(rest)))
    if (placed) return placed
  }
  const guide = [...siblings, page]
  const isOfGuide = (words: string): boolean =>
    words !== '' && guide.some(({ facts }) => namedHeadings(facts.headings).byWords.has(words))
  const isTitle = (words: string): boolean =>
    words !== '' && guide.some((each) => titlesOf(each).includes(words))
  let guess: Repair | undefined
  for (const { before, number, rest } of parts) {
    const counted = only(anchors.byNumber.get(number))
    if (!counted) continue
    const sure = isOfGuide(rest) || isTitle(before) || isOfGuide(before)
    if (sure) return { anchor: counted, by: 'number', sure }
    guess = { anchor: counted, by: 'number', sure }
  }
  return guess
}

function titlesOf({ facts }: Document): string[] {
  const title = facts.frontMatter?.fields.find(({ key }) => key === 'title')?.value
  return title === undefined ? [] : [folded(title)]
}

function only<Item>(items: readonly Item[] = []): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}
