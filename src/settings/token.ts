import type { Range } from '../text/range.ts'
import type { Meaning } from './lexicon/lexicon.ts'
import { acronyms } from './acronym.ts'
import { folded } from './folded.ts'
import type { Security, StatedSecurity } from './protocol.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One piece of a sentence. */
export type Token =
  | { readonly kind: 'number'; readonly range: Range; readonly value: number }
  | { readonly kind: 'host'; readonly range: Range; readonly value: string }
  | {
      readonly kind: 'protocol'
      readonly range: Range
      readonly value: string
      /** What the name itself tells: `IMAPS`. */
      readonly security?: Security
    }
  | { readonly kind: 'cipher'; readonly range: Range; readonly value: StatedSecurity }
  | {
      readonly kind: 'word'
      readonly range: Range
      /** In small letters without accents; the first of an expression. */
      readonly value: string
      readonly meanings: ReadonlySet<Meaning>
    }
  | { readonly kind: 'mark'; readonly range: Range; readonly value: string }

/** Repetitions are bounded, so that no text, however odd, is read twice over its whole length. */
const scanner =
  /(?<skipped>[\p{L}\d+.-]{1,20}:\/\/\S+|\d+[.:]\d[\d.:]*|\d+-\d+-\d+|\d+\/\d+\/\d+|\d+%)|(?<host>(?:(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?|%EMAIL(?:DOMAIN|LOCALPART)%)\.){1,9}(?:\p{L}[\p{L}\d-]{0,61}\p{L}|%EMAILDOMAIN%)(?![\p{L}\d]))|(?<number>\d+)|(?<word>\p{L}[\p{L}\p{M}\d]*)|(?<mark>[^\s\p{L}\d]|\n)/gu

const grownAcronym = /^(STARTTLS|SSL|TLS|IMAP|POP3?|SMTP)(?=\p{Ll}{3})/u

/** A word that was found, before its meaning is known. */
interface Piece {
  readonly kind: 'host' | 'number' | 'word' | 'mark'
  readonly range: Range
  readonly words: string
}

/** Takes a stretch of words apart; `start` is where it begins in the text. */
export function tokensOf(words: string, start: number, vocabulary: Vocabulary): Token[] {
  const pieces = piecesOf(words, start)
  const plain = pieces.map(({ kind, words: own }) => (kind === 'word' ? folded(own) : ''))
  const tokens: Token[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    const { kind, range } = piece
    if (kind === 'number') tokens.push({ kind, range, value: Number(piece.words) })
    else if (kind === 'host') tokens.push({ kind, range, value: piece.words })
    else if (kind === 'mark') {
      if (!isHyphen(pieces, i)) tokens.push({ kind, range, value: piece.words })
    } else {
      const found = acronymAt(pieces, i) ?? expressionAt(pieces, plain, i, vocabulary)
      tokens.push(found.token)
      i += found.length - 1
    }
  }
  return tokens
}

function piecesOf(words: string, start: number): Piece[] {
  const pieces: Piece[] = []
  for (const match of words.matchAll(scanner)) {
    const { skipped, host, number, word, mark } = match.groups ?? {}
    const isAddress =
      words.charAt(match.index - 1) === '@' || words.charAt(match.index + match[0].length) === '@'
    const from = start + match.index
    const add = (kind: Piece['kind'], offset: number, found: string): void => {
      const range = { start: from + offset, end: from + offset + found.length }
      pieces.push({ kind, range, words: found })
    }
    if (skipped !== undefined || isAddress) add('mark', 0, match[0])
    else if (host !== undefined) add('host', 0, host)
    else if (number !== undefined) add(number.length > 6 ? 'mark' : 'number', 0, number)
    else if (word !== undefined) {
      const acronym = grownAcronym.exec(word)?.[0] ?? ''
      if (acronym !== '') add('word', 0, acronym)
      add('word', acronym.length, word.slice(acronym.length))
    } else add('mark', 0, mark ?? '')
  }
  return pieces
}

/** The hyphen of `e-mail` parts nothing. */
function isHyphen(pieces: readonly Piece[], index: number): boolean {
  const [before, mark, behind] = [pieces[index - 1], pieces[index], pieces[index + 1]]
  return (
    mark?.words === '-' &&
    before?.kind === 'word' &&
    behind?.kind === 'word' &&
    before.range.end === mark.range.start &&
    behind.range.start === mark.range.end
  )
}

interface Found {
  readonly token: Token
  readonly length: number
}

/** `SSL/TLS` is one; `Start TLS` is another way to write `STARTTLS`. */
function acronymAt(pieces: readonly Piece[], index: number): Found | undefined {
  const at = (offset: number): string => pieces[index + offset]?.words.toUpperCase() ?? ''
  const spanning = (length: number, value: StatedSecurity): Found => ({
    token: {
      kind: 'cipher',
      value,
      range: { start: rangeAt(index).start, end: rangeAt(index + length - 1).end },
    },
    length,
  })
  const rangeAt = (place: number): Range => pieces[place]?.range ?? { start: 0, end: 0 }
  if (at(0) === 'START' && at(1) === 'TLS') return spanning(2, 'starttls')
  if (at(0) === 'START' && at(1) === '-' && at(2) === 'TLS') return spanning(3, 'starttls')
  if (at(1) === '/' && isCipher(at(0)) && isCipher(at(2))) {
    const pair = [at(0), at(2)]
    return spanning(3, pair.includes('STARTTLS') ? (pair.includes('TLS') ? 'starttls' : 'encrypted') : 'tls')
  }
  const name = at(0)
  if (!Object.hasOwn(acronyms, name)) return undefined
  const acronym = acronyms[name]
  return acronym && { token: { ...acronym, range: rangeAt(index) } as Token, length: 1 }
}

function isCipher(word: string): boolean {
  return word === 'SSL' || word === 'TLS' || word === 'STARTTLS'
}

/** An expression may be written with hyphens and apostrophes between its words: `e-mail`, `d’utilisateur`. */
function expressionAt(
  pieces: readonly Piece[],
  plain: readonly string[],
  index: number,
  vocabulary: Vocabulary,
): Found {
  const places = [index]
  for (let i = index + 1; i < pieces.length && places.length < longestExpression; i++) {
    const piece = pieces[i]
    if (piece?.kind === 'word') places.push(i)
    else if (piece?.kind !== 'mark' || !/^[-'’‐.]$/.test(piece.words)) break
  }
  const words = places.map((place) => plain[place] ?? '')
  const expression = vocabulary.meaningAt(words, 0)
  const last = places[(expression?.length ?? 1) - 1] ?? index
  const range = { start: pieces[index]?.range.start ?? 0, end: pieces[last]?.range.end ?? 0 }
  return {
    token: { kind: 'word', range, value: words[0] ?? '', meanings: expression?.meanings ?? nothing },
    length: last - index + 1,
  }
}

/** True of a word that means one of these. */
export function means(token: Token | undefined, ...meanings: readonly Meaning[]): boolean {
  return token?.kind === 'word' && meanings.some((meaning) => token.meanings.has(meaning))
}

/** True of a mark that is one of these signs. */
export function isMark(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'mark' && signs.includes(token.value)
}

const longestExpression = 5
const nothing: ReadonlySet<Meaning> = new Set()
