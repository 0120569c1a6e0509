import transliterate from '@sindresorhus/transliterate'
import type { PageAnchor } from '../corpus/anchors.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { ordinalOf } from '../markdown/ordinal.ts'

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
  const siblings = [...corpus.guideOf(page).documents.values()]
  return byPlace(wanted, page, siblings, anchors) ?? byParts(fragment, page, siblings, anchors)
}

/** The heading in the same place, where the other language's page has the very same outline. */
function byPlace(
  wanted: string,
  page: Document,
  siblings: readonly Document[],
  anchors: readonly PageAnchor[],
): Repair | undefined {
  const outline = outlineOf(page)
  for (const sibling of siblings) {
    if (sibling === page || outlineOf(sibling) !== outline) continue
    const places = sibling.facts.headings.flatMap((heading, index) =>
      folded(heading.text) === wanted ? [index] : [],
    )
    const heading = places.length === 1 ? page.facts.headings[places[0] ?? -1] : undefined
    const anchor = heading && anchors.find((each) => each.heading === heading)
    if (anchor) return { anchor, by: 'place', sure: true }
  }
  return undefined
}

function outlineOf({ facts }: Document): string {
  return facts.headings.map(({ depth }) => depth).join()
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
