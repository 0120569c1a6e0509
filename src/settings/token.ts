import type { Range } from '../text/range.ts'
import type { Meaning } from './lexicon/lexicon.ts'
import { remembering } from '../text/remembering.ts'
import { acronyms, type Acronym } from './acronym.ts'
import { folded } from './folded.ts'
import { piecesOf, type Piece } from './piece.ts'
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

/** Takes a stretch of words apart; `start` is where it begins in the text. */
export function tokensOf(words: string, start: number, vocabulary: Vocabulary): Token[] {
  const pieces = piecesOf(words, start)
  const plain = pieces.map(({ kind, words: own }) => (kind === 'word' ? foldedWord(own) : ''))
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
  const name = capitalsAt(pieces, index)
  if (name === 'START') {
    if (capitalsAt(pieces, index + 1) === 'TLS') return spanning(pieces, index, 2, 'starttls')
    if (pieces[index + 1]?.words === '-' && capitalsAt(pieces, index + 2) === 'TLS')
      return spanning(pieces, index, 3, 'starttls')
  }
  const acronym = byName.get(name)
  const range = pieces[index]?.range
  if (!acronym || !range) return undefined
  if (isCipher(name) && pieces[index + 1]?.words === '/') {
    const other = capitalsAt(pieces, index + 2)
    if (isCipher(other)) return spanning(pieces, index, 3, eitherOf(name, other))
  }
  return { token: { ...acronym, range }, length: 1 }
}

const byName: ReadonlyMap<string, Acronym> = new Map(Object.entries(acronyms))

/** The words at a place in capitals; acronyms may be written in small letters. */
function capitalsAt(pieces: readonly Piece[], index: number): string {
  return pieces[index]?.words.toUpperCase() ?? ''
}

function spanning(pieces: readonly Piece[], index: number, length: number, value: StatedSecurity): Found {
  const range = {
    start: pieces[index]?.range.start ?? 0,
    end: pieces[index + length - 1]?.range.end ?? 0,
  }
  return { token: { kind: 'cipher', value, range }, length }
}

/** What is said by two names of encryption with a slash between them. */
function eitherOf(name: string, other: string): StatedSecurity {
  const pair = [name, other]
  if (!pair.includes('STARTTLS')) return 'tls'
  return pair.includes('TLS') ? 'starttls' : 'encrypted'
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
  const start = plain[index] ?? ''
  if (!vocabulary.mayBegin(start)) {
    const range = pieces[index]?.range ?? { start: 0, end: 0 }
    return { token: { kind: 'word', range, value: start, meanings: nothing }, length: 1 }
  }
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
  if (token?.kind !== 'word' || token.meanings.size === 0) return false
  return meanings.some((meaning) => token.meanings.has(meaning))
}

/** True of a mark that is one of these signs. */
export function isMark(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'mark' && signs.includes(token.value)
}

const longestExpression = 5

/** Documents say few words many times. */
const foldedWord = remembering(folded, 20_000)
const nothing: ReadonlySet<Meaning> = new Set()
