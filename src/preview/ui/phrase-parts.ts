import type { Code } from '../../l10n/phrase.ts'

/** A stretch of a phrase: words, or a sign that stands for markup. */
export type PhrasePart =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'sign'; readonly sign: string }

/** Takes a phrase apart: `Open the <1>panel</1>` is words, a sign, words, a sign. */
export function phraseParts(text: string): PhrasePart[] {
  return text
    .split(/(<\/?\d+>|\{\d+\})/)
    .flatMap((part, index): PhrasePart[] =>
      part === '' ? [] : index % 2 === 1 ? [{ kind: 'sign', sign: part }] : [{ kind: 'words', text: part }],
    )
}

/** A chip shows so much of what it stands for. */
const longest = 28

/** What a chip shows of a sign: what stands for itself as it is, of a pair its number. */
export function chipWords(sign: string, codes: readonly Code[]): string {
  const number = /\d+/.exec(sign)?.[0] ?? ''
  const code = codes[Number(number) - 1]
  if (code?.kind === 'lone') return code.text.length > longest ? `${code.text.slice(0, longest)}…` : code.text
  return sign.startsWith('</') ? `${number}◂` : `▸${number}`
}
