import type { Range } from '../text/range.ts'
import { hashEnd, hashSeed, hashStep } from '../text/short-hash.ts'

/** The punctuation that translations keep, kind by kind, in every script's form. */
const signKinds: readonly string[] = ['.…。．', ',、，;；', ':：', '(（[', '"“”„«»「」『』‹›', '?？', '!！']

/** What a scan found, stretch after stretch. */
export interface Scan {
  /** Short hashes of the words, letter case set aside; in scripts without spaces every character is one. */
  readonly words: number[]
  /** Short hashes of the numbers' digits: `1.000`, `1,000` and `1 000` are one and the same. */
  readonly numbers: number[]
  /** Counts of punctuation, kind by kind. */
  readonly signs: number[]
  /** Letters and digits. */
  size: number
  /** What came last: 0 nothing, 1 a letter or digit, from 2 on a kind of sign. */
  last: number
}

/** A scan of nothing yet. */
export function emptyScan(): Scan {
  return { words: [], numbers: [], signs: [0, 0, 0, 0, 0, 0, 0], size: 0, last: 0 }
}

const [other, letter, digit, alone, firstSign] = [0, 1, 2, 3, 4]

/** What each character of the lower blocks of Unicode is; beyond them a letter, or one of a script without spaces. */
const classes = Uint8Array.from({ length: 0x3100 }, (_, code) => {
  const character = String.fromCharCode(code)
  const sign = signKinds.findIndex((kind) => kind.includes(character))
  if (sign >= 0) return firstSign + sign
  if (code >= 48 && code <= 57) return digit
  if ((code >= 0x2e80 && code < 0x3000) || (code >= 0x3041 && code < 0x30a0)) return alone
  return /[\p{L}\p{N}\p{M}_]/u.test(character) ? letter : other
})

/** Letters in lower case and without their accents. */
const plain = Uint16Array.from({ length: 0x600 }, (_, code) => {
  const small = String.fromCharCode(code).normalize('NFD').toLowerCase()
  return small.charCodeAt(0)
})

function classOf(code: number): number {
  if (code < 0x3100) return classes[code] ?? other
  if (code >= 0x3400 && code <= 0x9fff) return alone
  if (code >= 0xd840 && code <= 0xd8ff) return alone
  if (code >= 0xf900 && code <= 0xfaff) return alone
  if (code < 0xff00 || code > 0xff65) return letter
  const sign = signKinds.findIndex((kind) => kind.includes(String.fromCharCode(code)))
  return sign >= 0 ? firstSign + sign : code > 0xff10 ? letter : other
}

/** Reads a stretch of prose, character by character, into a scan. */
export function scanProse(text: string, { start, end }: Range, scan: Scan): void {
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind === letter) at = scanWord(text, at, end, scan)
    else if (kind === other) at++
    else if (kind === digit) at = scanNumber(text, at, end, scan)
    else if (kind === alone) {
      const isPair = code >= 0xd800 && code < 0xdc00
      const hash = hashStep(hashSeed, code)
      scan.words.push(hashEnd(isPair ? hashStep(hash, text.charCodeAt(at + 1)) : hash))
      scan.size += code < 0x3100 ? kanaSize : hanSize
      scan.last = 1
      at += isPair ? 2 : 1
    } else {
      const sign = kind - firstSign
      scan.signs[sign] = (scan.signs[sign] ?? 0) + 1
      scan.last = sign + 2
      at++
    }
  }
}

/** How many letters of other scripts a character is worth, told by how long translations are. */
const [kanaSize, hanSize] = [2, 5]

/** Words of one root often begin alike in several languages: the rest of them is left out. */
const [stem, hangulStem] = [5, 3]

function scanWord(text: string, start: number, end: number, scan: Scan): number {
  let hash = hashSeed
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind !== letter && kind !== digit) break
    scan.size += code >= 0x30a0 && code < 0x3100 ? kanaSize : 1
    const isHangul = code >= 0xac00 && code < 0xd7a4
    if (at < start + (isHangul ? hangulStem : stem))
      hash = hashStep(hash, code < 0x600 ? (plain[code] ?? code) : code)
  }
  scan.words.push(hashEnd(hash))
  scan.last = 1
  return at
}

const zero = 48
const spaces: ReadonlySet<number> = new Set([0x20, 0xa0, 0x202f, 0x2009])
const points: ReadonlySet<number> = new Set([0x2e, 0x2c, 0x27, 0x2019])

/** Digits with what groups them or parts their decimals; of a date, a time or a range each number by itself. */
function scanNumber(text: string, start: number, end: number, scan: Scan): number {
  let hash = hashSeed
  let at = start
  let isFirst = true
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (classOf(code) === digit) {
      const isLeadingZero = isFirst && code === zero && isDigitAt(text, at + 1, end)
      if (!isLeadingZero) {
        hash = hashStep(hash, code)
        isFirst = false
      }
    } else if (!(points.has(code) && isDigitAt(text, at + 1, end)) && !isGroupAt(text, at, end)) break
  }
  scan.numbers.push(hashEnd(hash))
  scan.size += at - start
  scan.last = 1
  return at
}

/** True where a space and three digits stand, which go on a number: ` 000` of `10 000`. */
function isGroupAt(text: string, at: number, end: number): boolean {
  if (!spaces.has(text.charCodeAt(at)) || isDigitAt(text, at + 4, end)) return false
  return isDigitAt(text, at + 1, end) && isDigitAt(text, at + 2, end) && isDigitAt(text, at + 3, end)
}

function isDigitAt(text: string, at: number, end: number): boolean {
  return at < end && classOf(text.charCodeAt(at)) === digit
}
