import { diffArrays } from 'diff'

/** A stretch of a text: what stays, what goes, what comes. */
export type Stretch = readonly [kind: 'same' | 'removed' | 'added', text: string]

/** Words that differ in more than this are shown as one text replaced by the other: finding less takes too long. */
const mostChanges = 400

/** Words, the signs that stand for markup in a phrase, and all else by its characters; in scripts without spaces each character is a word. */
const tokens =
  /<\/?\d+>|\{\d+\}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}])+|\s+|[^]/gu

/** What makes one text of the other, word by word, whatever white space is between; of each change what goes stands before what comes. */
export function wordDifference(before: string, after: string): Stretch[] {
  const parts = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], {
    maxEditLength: mostChanges,
    comparator: isSame,
  })
  if (!parts) return stretchesOf(before, after)
  const stretches: Stretch[] = []
  let [removed, added] = ['', '']
  const put = (): void => {
    const space = /\s*$/.exec(added)?.[0] ?? ''
    // A space behind both is none of the change.
    const isShared = space !== '' && removed !== '' && /\s$/.test(removed)
    stretches.push(
      ...(isShared ? stretchesOf(removed.trimEnd(), added.trimEnd()) : stretchesOf(removed, added)),
    )
    if (isShared) stretches.push(['same', space])
    removed = ''
    added = ''
  }
  for (const [index, part] of parts.entries()) {
    const text = part.value.join('')
    if (part.removed) removed += text
    else if (part.added) added += text
    // A space between two changes belongs to both, or every word of a new sentence would be a change of its own.
    else if (text.trim() === '' && removed + added !== '' && index < parts.length - 1) {
      removed += text
      added += text
    } else {
      put()
      stretches.push(['same', text])
    }
  }
  put()
  return stretches
}

/** One white space is as good as another. */
function isSame(a: string, b: string): boolean {
  return a === b || (a.trim() === '' && b.trim() === '')
}

function stretchesOf(removed: string, added: string): Stretch[] {
  const stretches: readonly Stretch[] = [
    ['removed', removed],
    ['added', added],
  ]
  return stretches.filter(([, text]) => text !== '')
}

/** The same in plain letters, as git marks words: `Use port 993 [-only-]{+alone+}.` */
export function markedDifference(before: string, after: string): string {
  return wordDifference(before, after)
    .map(([kind, text]) => marks[kind](text.replace(/\s+/g, ' ')))
    .join('')
}

const marks: Readonly<Record<Stretch[0], (words: string) => string>> = {
  same: (words) => words,
  removed: (words) => `[-${words}-]`,
  added: (words) => `{+${words}+}`,
}
