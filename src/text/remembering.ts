/** The same function of a word, asked many times for few words: each answer is found once, for so many words at most. */
export function remembering<Answer>(
  find: (word: string) => Answer,
  most: number = mostWords,
): (word: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>()
  return (word) => {
    const entry = known.get(word) ?? { answer: find(word) }
    if (known.size < most) known.set(word, entry)
    return entry.answer
  }
}

const mostWords = 1000
