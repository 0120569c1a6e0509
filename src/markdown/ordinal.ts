/** A heading that counts: `Część 7: Parametry`, `7 dalis: Nustatymai`, `3. Kroki`, `第 2 步：`, `Step 4`. */
export interface Ordinal {
  readonly number: number
  /** The words that count, with a sign for the number: `część #`, `# dalis`, `#`. */
  readonly kind: string
  /** The heading without its number: `Parametry`. */
  readonly rest: string
}

/** A full stop or colon before a digit belongs to `3.1` and `10:30`. */
const leading =
  /^(?:(\p{L}[\p{L}\p{M}’']*)\s*)?(\d{1,3})(?:\s*(\p{L}[\p{L}\p{M}]*))?\s*(?:[)：）．、]|[:.](?!\d)|[–—-](?!\d)|$)\s*(.*)$/u

/** The number that a heading begins with, in any language. */
export function ordinalOf(heading: string): Ordinal | undefined {
  const match = leading.exec(heading)
  if (!match) return undefined
  const [, before, number, behind, rest = ''] = match
  const kind = [before, '#', behind].filter((word) => word !== undefined).join(' ')
  return { number: Number(number), kind: kind.toLowerCase(), rest }
}
