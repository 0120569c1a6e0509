import type { Range } from '../text/range.ts'
import { acronyms } from './acronym.ts'
import { folded } from './folded.ts'
import { international } from './lexicon/international.ts'
import type { Lexicon, Meaning } from './lexicon/lexicon.ts'

/** Words that say something where no port and no host is near; all others speak of these. */
const telling: readonly Meaning[] = ['incoming', 'outgoing', 'port', 'encryption', 'plain', 'encrypted']
const onEncryption: readonly Meaning[] = ['encryption', 'plain', 'encrypted']

/** An acronym that has grown together with the word behind it. */
const grown = /^(?:STARTTLS|SSL|TLS|IMAP|POP3?|SMTP)\p{Ll}{3}/u

/** Documents say few words many times: each is looked at once. */
const mostWords = 20_000

/** What tells passages that may speak of settings from those that do not, by their words alone: much faster than reading them. */
export interface SignFinder {
  /** False for a passage without a word on directions, ports, protocols or encryption, markup or not. */
  readonly hasSign: (passage: string) => boolean
  /** At least as many as a stretch of a text has words on encryption; counted no further than is asked for. */
  readonly ciphersIn: (text: string, range: Range, most: number) => number
}

/** Finds signs by the words of a language. */
export function signFinder(lexicon: Lexicon | undefined): SignFinder {
  const isSign = finderOf(Object.keys(acronyms), telling, lexicon)
  const isCipher = finderOf(
    Object.entries(acronyms).flatMap(([name, each]) =>
      each.kind === 'cipher' || each.security ? [name] : [],
    ),
    onEncryption,
    lexicon,
  )
  return {
    hasSign: (passage) => isSign(passage, { start: 0, end: passage.length }, 1) > 0,
    ciphersIn: isCipher,
  }
}

/** Counts words of a stretch, as far as is asked for. */
function finderOf(
  names: readonly string[],
  meanings: readonly Meaning[],
  lexicon: Lexicon | undefined,
): SignFinder['ciphersIn'] {
  let signs: Signs | undefined
  const known = new Map<string, boolean>()
  return (text, range, most) => {
    const { mayBegin, isSign } = (signs ??= signsOf(names, meanings, lexicon))
    let count = 0
    someWord(text, range, mayBegin, (word) => {
      let sign = known.get(word)
      if (sign === undefined) {
        sign = grown.test(word) || isSign(folded(word))
        if (known.size < mostWords) known.set(word, sign)
      }
      if (sign) count++
      return count >= most
    })
    return count
  }
}

interface Signs {
  /** By the key of a word's beginning: 0 where no sign begins so. */
  readonly mayBegin: Uint8Array
  readonly isSign: (word: string) => boolean
}

function signsOf(
  names: readonly string[],
  meanings: readonly Meaning[],
  lexicon: Lexicon | undefined,
): Signs {
  const expressions = meanings.flatMap((meaning) => [
    ...(lexicon?.read[meaning] ?? []),
    ...international[meaning],
  ])
  const all = [...names.map(folded), ...expressions.map(longestOf)]
  const whole = new Set(all.filter((each) => !each.includes('*')))
  const parts = all.filter((each) => each.includes('*')).map(testOf)
  const mayBegin = new Uint8Array(unknownKey + 1)
  mayBegin[unknownKey] = 1
  if (all.some((each) => /^.{0,2}\*/.test(each))) mayBegin.fill(1)
  for (const each of all) mayBegin[keyAt(each, 0, each.length)] = 1
  return { mayBegin, isSign: (each) => whole.has(each) || parts.some((test) => test(each)) }
}

/** Of several words one is enough: the others may stand behind markup. */
function longestOf(expression: string): string {
  const words = folded(expression).split(' ')
  return words.reduce((longest, each) => (each.length > longest.length ? each : longest), '')
}

/** `entrant*` begins, `*ausgang` ends, `*eingang*` holds; a word without a star is the whole. */
export function testOf(pattern: string): (word: string) => boolean {
  const stem = pattern.replace(/^\*|\*$/g, '')
  if (pattern.startsWith('*'))
    return pattern.endsWith('*') ? (each) => each.includes(stem) : (each) => each.endsWith(stem)
  return pattern.endsWith('*') ? (each) => each.startsWith(stem) : (each) => each === stem
}

/** The key of a word whose first three signs are not all letters of ASCII, with accents or without. */
const unknownKey = 32 * 32 * 32

/** The numbers of the letters below the accents, by their codes: `é` counts as `e`. */
const bases = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const base = folded(String.fromCharCode(code))
  return /^[a-z]$/.test(base) ? base.charCodeAt(0) & 31 : 0
})

/** A number for the first three letters of a word, in any letter case; a digit or its end counts as none. */
function keyAt(text: string, at: number, end: number): number {
  let key = 0
  for (let i = at; i < at + 3; i++) {
    const code = i < end ? text.charCodeAt(i) : 0
    const letter = bases[code] ?? 0
    if (letter === 0) return code > 127 ? unknownKey : key * 32 ** (at + 3 - i)
    key = key * 32 + letter
  }
  return key
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Letters that may be one of ASCII with an accent. */
function isAccented(code: number): boolean {
  return (code >= 0xaa && code < 0x250) || (code >= 0x1e00 && code < 0x1f00)
}

/** Letters that a word goes on with: those of ASCII, with accents or without. */
function goesOn(code: number): boolean {
  return (bases[code] ?? 0) !== 0
}

const wordHere = /\p{L}[\p{L}\p{M}\d]*/uy

/** True where a test holds for one of the words that begin so; the scheme of an address is no word. */
function someWord(
  text: string,
  { start, end }: Range,
  mayBegin: Uint8Array,
  test: (word: string) => boolean,
): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (!isLetter(code) && !isAccented(code)) continue
    if (mayBegin[keyAt(text, at, end)] === 1) {
      wordHere.lastIndex = at
      const word = (wordHere.exec(text)?.[0] ?? '').slice(0, end - at)
      const next = at + word.length
      const isScheme = text.startsWith('://', next) && next + 3 < end && /\S/.test(text.charAt(next + 3))
      if (word !== '' && !isScheme && test(word)) return true
      at = Math.max(at, next - 1)
    } else while (at + 1 < end && goesOn(text.charCodeAt(at + 1))) at++
  }
  return false
}
