import { missingFrom, wordsOf, type Check } from './check.ts'

const number = /(?<![\p{L}\p{N}])\p{Nd}+(?:[.,:'’ \u00A0\u202F\u2009]\p{Nd}+)*/gu

/** People write these as words as often as not. */
const smallest = 12

/**
 * The numbers of some words, each by its digits alone: `10 000`, `10,000` and `10.000` are one, and so are `10:30` and
 * `10.30`; digits of other scripts count as ours.
 */
function numbersIn(words: string): string[] {
  return (words.match(number) ?? []).map((each) =>
    each.replace(/[^\p{Nd}]/gu, '').replace(/[^0-9]/g, asciiDigit),
  )
}

/** Every script's digits stand in a row of ten, the zero first. */
function asciiDigit(digit: string): string {
  let at = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - 1))) {
    at--
    value++
  }
  return String(value % 10)
}

/** A number that is another, or is gone: a port, a limit, a version. */
export const numbers: Check = {
  id: 'numbers',
  severity: 'error',
  *find({ source, target }) {
    const [from, to] = [numbersIn(wordsOf(source)), numbersIn(wordsOf(target))]
    const [missing, added] = [missingFrom(from, to), missingFrom(to, from)]
    const isChange = missing.length > 0 && added.length > 0
    for (const each of missing) {
      const reason = `Unexpected text without \`${each}\`, expected the numbers of the source`
      yield Number(each) <= smallest && !isChange ? { lesser: reason } : reason
    }
    for (const each of added) {
      const reason = `Unexpected number \`${each}\`, expected the numbers of the source alone`
      yield Number(each) <= smallest && !isChange ? { lesser: reason } : reason
    }
  },
}
