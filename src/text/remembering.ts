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

/** The same function of an object, such as a page's facts, asked many times: the answer lives as long as the object. */
export function rememberingOf<Given extends object, Answer extends object>(
  find: (given: Given) => Answer,
): (given: Given) => Answer {
  const known = new WeakMap<Given, Answer>()
  return (given) => {
    const answer = known.get(given) ?? find(given)
    known.set(given, answer)
    return answer
  }
}
