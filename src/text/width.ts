/** First and last code points that take two columns: East Asian Width W and F (UAX #11), in blocks. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x20000, 0x3fffd],
]

const ascii = /^[\x20-\x7e]*$/
/**
 * Letters and signs that take one column each and join with nothing: of Latin, Greek and Cyrillic, punctuation, arrows,
 * lines, ticks and crosses.
 */
const narrowSigns =
  '\\x20-\\x7e\\u00a1-\\u02ff\\u0384-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u2190-\\u21ff\\u2500-\\u257f\\u2713-\\u2718'
/** Wide ones that join with nothing: of Chinese, Japanese and Korean. */
const wideSigns =
  '\\u3001-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60'
const narrow = new RegExp(`^[${narrowSigns}]*$`)
const separate = new RegExp(`^[${narrowSigns}${wideSigns}]*$`)
const picture = /\p{Emoji_Presentation}|\ufe0f/u
const mark = /^[\p{M}\u200c\u200d\u1160-\u11ff]/u

/** Made when it is needed: that takes as long as reading some pages. */
let graphemes: Intl.Segmenter | undefined

/** True of a text whose characters take one column each and are what a reader sees as characters. */
export function isNarrow(text: string): boolean {
  return narrow.test(text)
}

/** What a reader sees as one character, with the columns that it takes. */
export interface Cell {
  readonly text: string
  readonly width: number
}

/** The characters of a text as a reader sees them: `e` with its accent is one, so is a family of emoji. */
export function cellsOf(text: string): Cell[] {
  if (separate.test(text))
    return Array.from(text, (character) => ({ text: character, width: isNarrow(character) ? 1 : 2 }))
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), ({ segment }) => ({ text: segment, width: cellWidth(segment) }))
}

/** The columns that a text takes on a terminal; it holds nothing that a terminal would obey. */
export function widthOf(text: string): number {
  if (isNarrow(text)) return text.length
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0)
}

function cellWidth(cell: string): number {
  if (ascii.test(cell)) return cell.length
  if (picture.test(cell)) return 2
  // One character of an Indic script may be several consonants, which terminals give a column each.
  return Array.from(cell).reduce((sum, character) => sum + characterWidth(character), 0)
}

function characterWidth(character: string): number {
  if (mark.test(character)) return 0
  const code = character.codePointAt(0) ?? 0
  return wide.some(([first, last]) => first <= code && code <= last) ? 2 : 1
}
