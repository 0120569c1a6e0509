/** Words in the form in which they are compared: small letters without accents. */
export function folded(words: string): string {
  const lower = words.toLowerCase()
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
