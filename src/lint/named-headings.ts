import transliterate from '@sindresorhus/transliterate'
import type { PageAnchor } from '../corpus/anchors.ts'
import type { Heading } from '../markdown/facts.ts'
import { ordinalOf } from '../markdown/ordinal.ts'
import { slugAlgorithms, slugsOf } from '../markdown/slug.ts'
import { groupByEach } from '../text/group-by.ts'
import { rememberingOf } from '../text/remembering.ts'

/** Words as any slug algorithm may have left them: `Część 7: Hasło` and `czesc_7_haslo` are both `czesc7haslo`. */
export function folded(words: string): string {
  return transliterate(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The headings of a page by what a fragment may call them. */
export interface NamedHeadings {
  /** By their folded ids, else words. */
  readonly bySpelling: ReadonlyMap<string, readonly Heading[]>
  /** By their folded words without a number before them. */
  readonly byWords: ReadonlyMap<string, readonly Heading[]>
  /** The heading that a fragment is the slug of, by the first algorithm that makes it, the number of a repeat included. */
  readonly bySlug: ReadonlyMap<string, Heading>
}

/** The anchors of a page by what a fragment may call them. */
export interface NamedAnchors {
  /** By their folded ids, and the folded words of their headings. */
  readonly bySpelling: ReadonlyMap<string, readonly PageAnchor[]>
  /** Those of headings by their folded words without a number before them. */
  readonly byWords: ReadonlyMap<string, readonly PageAnchor[]>
  /** Those of headings by the number before their words. */
  readonly byNumber: ReadonlyMap<number, readonly PageAnchor[]>
  /** Those of headings by the offset at which these begin. */
  readonly byStart: ReadonlyMap<number, PageAnchor>
}

/** The headings of a page by their names, made once: a page with many dead fragments is asked at each. */
export const namedHeadings: (headings: readonly Heading[]) => NamedHeadings = rememberingOf((headings) => {
  const bySlug = new Map<string, Heading>()
  const texts = headings.map(({ text }) => text)
  for (const algorithm of slugAlgorithms) {
    for (const [place, slug] of slugsOf(texts, algorithm).entries()) {
      const heading = headings[place]
      if (heading && !bySlug.has(slug)) bySlug.set(slug, heading)
    }
  }
  return {
    bySpelling: groupByEach(headings, ({ id, text }) => [folded(id ?? text)]),
    byWords: groupByEach(headings, ({ text }) => [foldedWords(text)]),
    bySlug,
  }
})

/** The anchors of a page by their names, made once. */
export const namedAnchors: (anchors: ReadonlyMap<string, PageAnchor>) => NamedAnchors = rememberingOf(
  (anchors) => {
    const all = [...anchors.values()]
    const headed = all.filter(({ heading }) => heading !== undefined)
    return {
      bySpelling: groupByEach(
        all,
        ({ id, heading }) => new Set([folded(id), ...(heading ? [folded(heading.text)] : [])]),
      ),
      byWords: groupByEach(headed, ({ heading }) => [foldedWords(heading?.text ?? '')]),
      byNumber: groupByEach(headed, ({ heading }) => {
        const number = ordinalOf(heading?.text ?? '')?.number
        return number === undefined ? [] : [number]
      }),
      byStart: new Map(headed.map((anchor) => [anchor.heading?.range.start ?? 0, anchor])),
    }
  },
)

function foldedWords(words: string): string {
  return folded(ordinalOf(words)?.rest ?? words)
}
