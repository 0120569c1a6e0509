/** A heading that counts: `Część 7: Parametry`, `7 dalis: Nustatymai`, `3. Kroki`. */
export interface Ordinal {
  readonly number: number
  /** The heading without its number: `Parametry`. */
  readonly rest: string
}

const leading = /^(?:\p{L}+\s+)?(\d{1,3})(?:\s+\p{L}+)?\s*[:.)–—-]\s*(.*)$/u

/** The number that a heading begins with, in any language. */
export function ordinalOf(heading: string): Ordinal | undefined {
  const match = leading.exec(heading)
  return match ? { number: Number(match[1]), rest: match[2] ?? '' } : undefined
}
