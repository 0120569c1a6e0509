import { missingFrom, wordsOf, type Check } from './check.ts'

/** What every language writes alike: addresses of mail, hosts, options, file names, places for values. */
const literal = new RegExp(
  [
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`,
    String.raw`(?<![\p{L}\p{N}.@/-])(?:[a-z\d-]{2,63}\.){1,8}[a-z]{2,24}(?![\p{L}\p{N}(])`,
    String.raw`(?<=^|\s)--?[a-z][\w-]{1,60}`,
    String.raw`%(?:\d\$)?[sdif]\b|%\(\w{1,60}\)[sdif]|\$\{\w{1,60}\}|\{\{\s?\w{1,60}\s?\}\}`,
  ].join('|'),
  'gu',
)

function literalsIn(words: string): string[] {
  return words.match(literal) ?? []
}

/** An e-mail address, host, option, file name or placeholder of the source that is gone. */
export const literals: Check = {
  id: 'literals',
  severity: 'error',
  *find({ source, target }) {
    for (const each of missingFrom(literalsIn(wordsOf(source)), literalsIn(wordsOf(target))))
      yield `Unexpected text without \`${each}\`, expected it as in the source`
  },
}
