import type { VNode } from 'preact'
import type { Code, Phrase } from '../../l10n/phrase.ts'
import { chipWords, phraseParts } from './phrase-parts.ts'

/** A phrase to read: its words, and chips where its markup is. */
export function PhraseText({ phrase: { text, codes } }: { readonly phrase: Phrase }): VNode {
  return (
    <>
      {phraseParts(text).map((part, index) =>
        part.kind === 'words' ? (
          part.text
        ) : (
          <span key={index} class="code-chip" title={markupOf(part.sign, codes)}>
            {chipWords(part.sign, codes)}
          </span>
        ),
      )}
    </>
  )
}

/** The markup that a sign stands for. */
export function markupOf(sign: string, codes: readonly Code[]): string {
  const code = codes[Number(/\d+/.exec(sign)?.[0] ?? 0) - 1]
  if (!code) return sign
  if (code.kind === 'lone') return code.text
  return sign.startsWith('</') ? code.close : code.open
}
