import type { Range } from '../text/range.ts'

/** A word, number, host or sign that was found, before its meaning is known. */
export interface Piece {
  readonly kind: 'host' | 'number' | 'word' | 'mark'
  readonly range: Range
  readonly words: string
}

/**
 * What is skipped, a host, a number, a word, and any other sign. Repetitions are bounded, so that no text, however odd, is
 * read twice over its whole length.
 */
const scanner =
  /([\p{L}\d+.-]{1,20}:\/\/\S+|\d+[.:]\d[\d.:]*|\d+-\d+-\d+|\d+\/\d+\/\d+|\d+%)|((?:(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?|%EMAIL(?:DOMAIN|LOCALPART)%)\.){1,9}(?:\p{L}[\p{L}\d-]{0,61}\p{L}|%EMAILDOMAIN%)(?![\p{L}\d]))|(\d+)|(\p{L}[\p{L}\p{M}\d]*)|[^\s\p{L}\d]|\n/gu

const grownAcronym = /^(STARTTLS|SSL|TLS|IMAP|POP3?|SMTP)(?=\p{Ll}{3})/u

/** Takes a stretch of words apart; `start` is where it begins in the text. */
export function piecesOf(words: string, start: number): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], at: number, found: string): void => {
    pieces.push({ kind, range: { start: start + at, end: start + at + found.length }, words: found })
  }
  const addWord = (at: number, word: string): void => {
    const acronym = isUpper(word.charCodeAt(1)) ? (grownAcronym.exec(word)?.[0] ?? '') : ''
    if (acronym !== '') add('word', at, acronym)
    add('word', at + acronym.length, word.slice(acronym.length))
  }
  const addNumber = (at: number, number: string): void => {
    add(number.length > longestNumber ? 'mark' : 'number', at, number)
  }
  for (let at = 0; at < words.length;) {
    const code = words.charCodeAt(at)
    if (code === space) {
      at++
      continue
    }
    const end = plainEnd(words, at)
    if (end > at) {
      if (isDigit(code)) addNumber(at, words.slice(at, end))
      else addWord(at, words.slice(at, end))
      at = end
      continue
    }
    scanner.lastIndex = at
    const match = scanner.exec(words)
    if (!match) break
    const [found, skipped, host, number, word] = match
    const { index } = match
    at = index + found.length
    const isAddress = words.charCodeAt(index - 1) === atSign || words.charCodeAt(at) === atSign
    if (skipped !== undefined || isAddress) add('mark', index, found)
    else if (host !== undefined) add('host', index, host)
    else if (number !== undefined) addNumber(index, number)
    else if (word !== undefined) addWord(index, word)
    else add('mark', index, found)
  }
  return pieces
}

const longestNumber = 6
const space = 32
const atSign = 64

/**
 * Where a word or number ends that is nothing but itself: no sign beside it makes it part of an address, a host or a
 * date. Nearly all words are such, and need no pattern. The place itself where it takes the pattern to tell.
 */
function plainEnd(words: string, at: number): number {
  if (words.charCodeAt(at - 1) === atSign) return at
  const isNumber = isDigit(words.charCodeAt(at))
  let end = at
  let code = words.charCodeAt(end)
  while (isDigit(code) || (!isNumber && isLetter(code))) code = words.charCodeAt(++end)
  // Signs that go on with what follows them, unless nothing does.
  if (code === 46 || code === 58) return words.charCodeAt(end + 1) > space ? at : end
  const mayGoOn = goingOn.has(code) || code > lastLatin || (isNumber && isLetter(code))
  return mayGoOn ? at : end
}

const goingOn: ReadonlySet<number> = new Set(Array.from('-+@/%', (sign) => sign.charCodeAt(0)))
const lastLatin = 0x24f

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90
}

/** Letters of the Latin alphabets of Europe. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || isUpper(code)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return code <= lastLatin && code !== 0xd7 && code !== 0xf7
}
