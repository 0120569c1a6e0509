import type { Token } from './token.ts'

/** Takes tokens apart where a sentence or a line ends. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = []
  let sentence: Token[] = []
  for (const token of tokens) {
    if (endsSentence(token)) {
      if (sentence.length > 0) sentences.push(sentence)
      sentence = []
    } else sentence.push(token)
  }
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}

function endsSentence(token: Token): boolean {
  return token.kind === 'mark' && /^[.;!?\n…]$/.test(token.value)
}

/** Takes tokens apart at the ends of lines alone. */
export function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'mark' && token.value === '\n') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines.filter((line) => line.length > 0)
}
