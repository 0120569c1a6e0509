import { wordsOf, type Check } from './check.ts'

/** How a text may end, whatever the script. */
const ends: Readonly<Record<string, RegExp>> = {
  'a full stop': /[.。．।։።۔]$/u,
  'a question mark': /[?？؟;;]$/u,
  'an exclamation mark': /[!！]$/u,
  'a colon': /[:：]$/u,
  'an ellipsis': /(?:…|\.{3})$/u,
}

/** Languages that end their sentences with a space, or not at all. */
const without = new Set(['th', 'lo', 'km', 'my'])
/** The sign of a Greek question is a semicolon, which ends nothing elsewhere. */
const greek = 'el'

function endOf(text: string, language: string): string | undefined {
  // No one sign stands so far before the end.
  const words = wordsOf({ text: text.slice(-100) }).replace(/[\s\u00A0\u202F"'”’»“)\]）_*]+$/u, '')
  const found = Object.keys(ends).findLast((name) => ends[name]?.test(words))
  return found === 'a question mark' && /[;;]$/.test(words) && language !== greek ? undefined : found
}

/** Another end than the source's: a question that became a statement, a colon that is gone. */
export const end: Check = {
  id: 'end',
  severity: 'warning',
  *find({ source, target, languages }) {
    const [from = '', to = ''] = [languages.source, languages.target].map((tag) => tag.split('-', 1)[0] ?? '')
    if (without.has(to) || without.has(from)) return
    // What ends in markup, a picture or code may end in anything.
    if (/\{\d+\}\s*$/.test(source.text) || /\{\d+\}\s*$/.test(target.text)) return
    const [expected, actual] = [endOf(source.text, from), endOf(target.text, to)]
    if (expected === actual) return
    yield `Unexpected ${actual ?? 'end without a sign'}, expected ${expected ?? 'an end without a sign'}`
  },
}
