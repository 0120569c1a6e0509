/** Printable, one byte each in UTF-8, none that JSON escapes. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0))
const values = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, digits.indexOf(String.fromCharCode(code))),
)

/** How many characters a short hash has when it is written. */
export const hashWidth = 3

/** Where a short hash begins: FNV-1a. */
export const hashSeed = 0x811c9dc5

/** A hash with one more character in it. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The 18 bits that are kept. */
export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 14)) & 0x3ffff
}

/**
 * A number of 18 bits that stands for a word, to compare it by where its letters would take too much room.
 * Two words in 262,144 share theirs: a sign that two texts agree, no proof.
 */
export function shortHashOf(word: string): number {
  let hash = hashSeed
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  return hashEnd(hash)
}

/** Short hashes, written one behind the other, three characters each; of very many the first. */
export function written(hashes: readonly number[], most: number): string {
  const count = Math.min(hashes.length, most)
  if (count === 0) return ''
  const characters = new Array<number>(count * hashWidth)
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0
    characters[at * hashWidth] = codes[hash & 63] ?? 0
    characters[at * hashWidth + 1] = codes[(hash >>> 6) & 63] ?? 0
    characters[at * hashWidth + 2] = codes[(hash >>> 12) & 63] ?? 0
  }
  return String.fromCharCode(...characters)
}

/** How many short hashes a text holds that `written` made. */
export function hashCount(text: string): number {
  return Math.floor(text.length / hashWidth)
}

/** The short hashes of a text that `written` made. */
export function hashesIn(text: string): number[] {
  return Array.from({ length: hashCount(text) }, (_, at) => hashAt(text, at * hashWidth))
}

/** Writes the short hashes of a text behind a place of a list, each with some bits more; tells where they end. */
export function readHashes(text: string, hashes: Int32Array, from: number, bits: number): number {
  let end = from
  for (let at = 0; at + hashWidth <= text.length; at += hashWidth) hashes[end++] = hashAt(text, at) | bits
  return end
}

function hashAt(text: string, at: number): number {
  return (
    (values[text.charCodeAt(at)] ?? 0) |
    ((values[text.charCodeAt(at + 1)] ?? 0) << 6) |
    ((values[text.charCodeAt(at + 2)] ?? 0) << 12)
  )
}
