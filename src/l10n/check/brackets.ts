import { wordsOf, type Check } from './check.ts'

const pairs: readonly (readonly [RegExp, RegExp, string])[] = [
  [/[(（]/g, /[)）]/g, '()'],
  [/[[［]/g, /[\]］]/g, '[]'],
  [/\{/g, /\}/g, '{}'],
]

/** How many more of a bracket open than close. */
function surplusOf(words: string, [open, close]: (typeof pairs)[number]): number {
  return (words.match(open)?.length ?? 0) - (words.match(close)?.length ?? 0)
}

/** Brackets that open and do not close, or the other way round, where the source's do. */
export const brackets: Check = {
  id: 'brackets',
  severity: 'warning',
  *find({ source, target }) {
    if (!/[()（）[\]［］{}]/.test(target.text)) return
    const [from, to] = [wordsOf(source), wordsOf(target)]
    for (const pair of pairs) {
      const surplus = surplusOf(to, pair)
      if (surplus !== 0 && surplus !== surplusOf(from, pair))
        yield `Unexpected single bracket of \`${pair[2]}\`, expected pairs`
    }
  },
}
