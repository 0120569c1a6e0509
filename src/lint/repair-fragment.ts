import transliterate from '@sindresorhus/transliterate'
import type { PageAnchor } from '../corpus/anchors.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { alignBlocks } from '../l10n/align.ts'
import type { Heading } from '../markdown/facts.ts'
import { ordinalOf } from '../markdown/ordinal.ts'
import { outwardBlocksOf } from '../markdown/outward-blocks.ts'
import { slugAlgorithms, slugsOf } from '../markdown/slug.ts'

/** The anchor that a dead fragment meant. */
export interface Repair {
  readonly anchor: PageAnchor
  /** How it was told. */
  readonly by: 'spelling' | 'heading' | 'place' | 'number'
  /** False where a person should look at it first. */
  readonly sure: boolean
}

/** Words as any slug algorithm may have left them: `Część 7: Hasło` and `czesc_7_haslo` are both `czesc7haslo`. */
export function folded(words: string): string {
  return transliterate(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Finds the anchor of a page that a fragment meant: spelt otherwise, of another language, or by a heading's number. */
export function repairFragment(fragment: string, page: Document, corpus: Corpus): Repair | undefined {
  const anchors = [...corpus.anchorsOf(page).values()]
  const wanted = folded(fragment)
  if (wanted === '') return undefined
  const spelt = only(
    anchors.filter(
      ({ id, heading }) => folded(id) === wanted || (heading && folded(heading.text) === wanted),
    ),
  )
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
  anchors: readonly PageAnchor[],
  find: (headings: readonly Heading[]) => Heading | undefined,
): Repair | undefined {
  const answers = new Set<PageAnchor>()
  for (const sibling of siblings) {
    const heading = find(sibling.facts.headings)
    const own = heading && partnerOf(heading, sibling, page)
    const anchor = own && anchors.find((each) => each.heading?.range.start === own.range.start)
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

/** The heading that a fragment is the slug of, by any site's algorithm, the number of a repeat included. */
function headingFor(fragment: string, wanted: string, headings: readonly Heading[]): Heading | undefined {
  const spelt = only(headings.filter(({ id, text }) => folded(id ?? text) === wanted))
  if (spelt) return spelt
  const texts = headings.map(({ text }) => text)
  const places = slugAlgorithms.map((algorithm) => slugsOf(texts, algorithm).indexOf(fragment))
  return headings[places.find((place) => place >= 0) ?? -1]
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
  anchors: readonly PageAnchor[],
): Repair | undefined {
  const headed = anchors.filter(({ heading }) => heading !== undefined)
  const bare = (words: string): string => folded(ordinalOf(words)?.rest ?? words)
  const known = new Set(
    [...siblings, page].flatMap((each) => each.facts.headings.map(({ text }) => bare(text))),
  )
  const titles = new Set([...siblings, page].flatMap(titlesOf))
  for (const { rest } of partsOf(fragment)) {
    const own =
      rest === '' ? undefined : only(headed.filter(({ heading }) => bare(heading?.text ?? '') === rest))
    if (own) return { anchor: own, by: 'heading', sure: true }
  }
  for (const { rest } of partsOf(fragment)) {
    const placed =
      rest === ''
        ? undefined
        : byPlace(siblings, page, anchors, (headings) =>
            only(headings.filter(({ text }) => bare(text) === rest)),
          )
    if (placed) return placed
  }
  let guess: Repair | undefined
  for (const { before, number, rest } of partsOf(fragment)) {
    const counted = only(headed.filter(({ heading }) => ordinalOf(heading?.text ?? '')?.number === number))
    if (!counted) continue
    const sure =
      (rest !== '' && known.has(rest)) || (before !== '' && (titles.has(before) || known.has(before)))
    if (sure) return { anchor: counted, by: 'number', sure }
    guess = { anchor: counted, by: 'number', sure }
  }
  return guess
}

function titlesOf({ facts }: Document): string[] {
  const title = facts.frontMatter?.fields.find(({ key }) => key === 'title')?.value
  return title === undefined ? [] : [folded(title)]
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}
