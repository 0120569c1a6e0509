import type { Facts } from '../markdown/facts.ts'
import { overlaps, type Range } from '../text/range.ts'
import { roleName } from './endpoints.ts'
import { directionOf } from './role.ts'
import type { Mention, Statements } from './statement.ts'

/** A protocol that is named in a section of another one, which the section itself never names. */
export interface StrayMention {
  readonly range: Range
  /** `POP3` */
  readonly actual: string
  /** What the heading says. */
  readonly expected: string
  readonly heading: Range
}

/** Sections that set up one protocol by their heading and speak of another in their words: copied, and not made over. */
export function strayMentions(
  { values, mentions }: Statements,
  { headings, links }: Pick<Facts, 'headings' | 'links'>,
): StrayMention[] {
  return headings.flatMap((heading, index): StrayMention[] => {
    const own = soleProtocol(
      mentions.filter(({ section, place }) => section === index && place === 'heading'),
    )
    if (own === undefined) return []
    const end = sectionEnd(headings, index)
    const isInside = ({ section }: { readonly section: number }): boolean => index <= section && section < end
    const words = mentions.filter(
      (mention) => isInside(mention) && mention.place !== 'heading' && mention.place !== 'picture',
    )
    if (!values.some(isInside) || words.some(({ protocol }) => protocol === own)) return []
    return words
      .filter(
        ({ protocol, range }) =>
          isRival(protocol, own) && !links.some(({ textRange }) => overlaps(textRange, range)),
      )
      .map(({ protocol, range }) => ({
        range,
        actual: roleName({ protocol }),
        expected: roleName({ protocol: own }),
        heading: heading.contentRange,
      }))
  })
}

/** The one protocol of incoming mail that a heading names. */
function soleProtocol(mentions: readonly Mention[]): string | undefined {
  const incoming = new Set(
    mentions.flatMap(({ protocol }) => (directionOf(protocol) === 'incoming' ? protocol : [])),
  )
  return incoming.size === 1 ? [...incoming][0] : undefined
}

function isRival(protocol: string, own: string): boolean {
  return protocol !== own && directionOf(protocol) === directionOf(own)
}

/** The index of the heading behind a section and those within it. */
function sectionEnd(headings: Facts['headings'], index: number): number {
  const depth = headings[index]?.depth ?? 0
  const next = headings.findIndex((heading, place) => place > index && heading.depth <= depth)
  return next < 0 ? headings.length : next
}
