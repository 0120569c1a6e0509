import { Fragment, type VNode } from 'preact'
import type { Stretch } from '../../text/word-difference.ts'
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

interface ChangedWordsProps {
  readonly stretches: readonly Stretch[]
  /** What the signs of a phrase stand for; undefined where the words have none. */
  readonly codes?: readonly Code[]
}

/** Words with what has gone from them struck out, and what has come underlined. */
export function ChangedWords({ stretches, codes }: ChangedWordsProps): VNode {
  return (
    <>
      {stretches.map(([kind, text], index) => {
        const words = codes ? <PhraseText phrase={{ text, codes }} /> : text
        if (kind === 'same') return <Fragment key={index}>{words}</Fragment>
        return kind === 'removed' ? (
          <del key={index}>
            <span class="unseen"> gone: </span>
            {words}
          </del>
        ) : (
          <ins key={index}>
            <span class="unseen"> new: </span>
            {words}
          </ins>
        )
      })}
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
