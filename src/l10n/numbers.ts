import type { Range } from '../text/range.ts'

/** A number in a text. */
export interface NumberFound {
  readonly range: Range
  /** As it stands there: `10 000`. */
  readonly raw: string
  /** Its digits, without what groups them or parts its decimals: `10000`. */
  readonly value: string
}

/** A version may have its `v`; what goes on a word is no number: `IMAP4`, `node18.0`. */
const pattern =
  /(?<![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{N}_]|[\p{L}\p{N}][.,])[vV]?\d+(?:(?:[.,'’]\d+)|(?:[ \u00A0\u202F\u2009]\d{3}(?!\d)))*/gu
const writtenDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/

/** East Asia counts by ten thousands: `38万` is 380,000. */
const myriads: ReadonlyMap<string, string> = new Map([
  ['万', '0000'],
  ['萬', '0000'],
  ['만', '0000'],
  ['億', '00000000'],
  ['亿', '00000000'],
  ['억', '00000000'],
])

/** The numbers in some stretches of a text; of a date, day, month and year each by itself. */
export function numbersIn(text: string, stretches: readonly Range[]): NumberFound[] {
  return stretches.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(pattern)].flatMap((match): NumberFound[] => {
      const [raw] = match
      const range = { start: start + match.index, end: start + match.index + raw.length }
      const parts = writtenDate.exec(raw)?.slice(1) ?? [raw]
      const zeros = myriads.get(text.charAt(range.end)) ?? ''
      return parts.map((part) => ({
        range,
        raw,
        value: part.replace(/\D/g, '').replace(/^0+(?=\d)/, '') + zeros,
      }))
    }),
  )
}
