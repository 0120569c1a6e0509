import type { Check } from './check.ts'

/** How a text may end, whatever the script. */
const ends: Readonly<Record<string, RegExp>> = {
  'a full stop': /[.。．।։።۔]$/u,
  'a question mark': /[?？؟;;]$/u,
  'an exclamation mark': /[!！]$/u,
  'a colon': /[:：]$/u,
  'an ellipsis': /(?:…|\.{3})$/u,
}

const question = 'a question mark'

/** Languages that end their sentences with a space, or not at all. */
const without = new Set(['th', 'lo', 'km', 'my'])
/** Languages whose lists and captions end without a sign where others have one. */
const sparing = new Set(['ja', 'ko', 'zh'])
/** The sign of a Greek question is a semicolon, which ends nothing elsewhere. */
const greek = 'el'

/** How a text ends: the name of its sign, nothing where it has none; undefined where it ends in markup, a picture or code, which may hold any sign. */
function endOf(text: string, language: string): string | undefined {
  // No one sign stands so far before the end.
  const last = text.slice(-100).replace(/(?:[\s\u00A0\u202F"'”’»“)\]）」』_*]|<\/?\d+>)+$/u, '')
  if (/\{\d+\}$/.test(last)) return undefined
  const found = Object.keys(ends).findLast((name) => ends[name]?.test(last)) ?? ''
  return found === question && /[;;]$/.test(last) && language !== greek ? '' : found
}

/** A question that became a statement, and a sentence whose last sign is gone. A colon may become a full stop, and the other way round. */
export const end: Check = {
  id: 'end',
  severity: 'warning',
  *find({ source, target, languages }) {
    const [from = '', to = ''] = [languages.source, languages.target].map((tag) => tag.split('-', 1)[0] ?? '')
    if (without.has(to) || without.has(from)) return
    if (/[.:]$/.test(source.text) && source.text.at(-1) === target.text.at(-1)) return
    const [expected, actual] = [endOf(source.text, from), endOf(target.text, to)]
    if (expected === actual || !expected || actual === undefined) return
    // A remark may stand behind the sign: `… ? (in English)`.
    const isLost =
      actual === '' &&
      !sparing.has(to) &&
      expected !== 'an exclamation mark' &&
      !/[)）]\s*$/.test(target.text)
    if (isLost || (actual !== '' && expected === question))
      yield `Unexpected ${actual === '' ? 'end without a sign' : actual}, expected ${expected}`
  },
}
