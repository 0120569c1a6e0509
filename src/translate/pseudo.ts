/** Letters that look like others, so that what was translated can be told, and still be read. */
const accented: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ü',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
}

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתאבגד'

/** Numbered tags, entities, escapes and what looks like a placeholder, which stay; else a word. */
const piece =
  /<\/?\d+>|\{\d+\}|&#?\w{1,40};|\\.|%\w|\$?\{{1,2}\s?\w{1,60}\s?\}{1,2}|\$\w{1,60}|[@:/.#=-]?[\p{L}\p{M}\p{N}_]+/gu

/** Words that look translated: accented and a third longer, or in the letters of a right-to-left script. */
export function pseudo(words: string, direction: 'ltr' | 'rtl' = 'ltr'): string {
  return words.replace(piece, (found, at: number) => {
    // What is glued to a sign is an address, an option or a name.
    if (!/^[\p{L}]/u.test(found) || /[@/.#=\\_~-]/.test(words.charAt(at + found.length))) return found
    if (/[\p{N}_]/u.test(found)) return found
    return direction === 'rtl' ? mirrored(found) : dressed(found)
  })
}

function dressed(word: string): string {
  const letters = Array.from(word, (letter) => {
    const small = accented[letter.toLowerCase()]
    return small === undefined ? letter : letter === letter.toLowerCase() ? small : small.toUpperCase()
  }).join('')
  // Words of scripts without such letters get a sign of length.
  if (letters === word) return `${word}ː`
  return letters.replace(/[áéíöü]/u, (vowel) => vowel + vowel)
}

function mirrored(word: string): string {
  return Array.from(word, (letter) => {
    const index = letter.toLowerCase().charCodeAt(0) - 97
    return index >= 0 && index < 26 ? hebrew.charAt(index) : letter
  }).join('')
}
