import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'

/** What a token is. */
export type TokenKind = 'url' | 'picture' | 'code' | 'attributes' | 'markup' | 'number'

/** A stretch of a document that is no language: it should be the same in every locale, or have its counterpart there. */
export interface Token {
  readonly kind: TokenKind
  readonly range: Range
  readonly value: string
}

const number = /(?<![\p{L}\p{N}_])v?\d[\d.,:x]*\d|(?<![\p{L}\p{N}_])v?\d/gu

/** The tokens of a document, in the order of the text, none within another. */
export function tokensOf(facts: Facts, text: string): Token[] {
  const { links, images, definitions, code, attributes, opaque, prose } = facts
  const places: (readonly [TokenKind, Range])[] = [
    ...links.filter(({ form }) => form !== 'reference').map(({ urlRange }) => ['url', urlRange] as const),
    ...images
      .filter(({ form }) => form !== 'reference')
      .map(({ urlRange }) => ['picture', urlRange] as const),
    ...definitions.map(({ urlRange }) => ['url', urlRange] as const),
    ...code.filter(({ form }) => form === 'inline').map(({ range }) => ['code', range] as const),
    ...attributes.map((range) => ['attributes', range] as const),
    ...opaque.map((range) => ['markup', range] as const),
  ]
  for (const { start, end } of prose)
    for (const match of text.slice(start, end).matchAll(number))
      places.push(['number', { start: start + match.index, end: start + match.index + match[0].length }])
  places.sort(([, a], [, b]) => a.start - b.start || b.end - a.end)
  const tokens: Token[] = []
  let end = 0
  for (const [kind, range] of places) {
    if (range.start < end || range.end <= range.start) continue
    tokens.push({ kind, range, value: text.slice(range.start, range.end) })
    end = range.end
  }
  return tokens
}

/** The words of a range between its tokens, and a sign for each token: equal where nothing but tokens differs. */
export function skeletonOf(text: string, { start, end }: Range, tokens: readonly Token[]): string {
  let words = ''
  let at = start
  for (const { kind, range } of tokens) {
    if (range.start < at || range.end > end) continue
    words += `${text.slice(at, range.start)}\0${kind}\0`
    at = range.end
  }
  return (words + text.slice(at, end))
    .replace(/\r?\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
