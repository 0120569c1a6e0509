import type { Check } from './check.ts'

/** Controls, damaged characters, marks that turn the direction of a line: nothing that a reader could have meant. */
const bad =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF0-\uFFFF]|\p{Cs}|\p{Cn}/gu

function name(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Characters that no text should have, unless the source has them. */
export const forbidden: Check = {
  id: 'forbidden',
  severity: 'error',
  *find({ source, target }) {
    const known = new Set(source.text.match(bad))
    for (const character of new Set(target.text.match(bad)))
      if (!known.has(character)) yield `Unexpected character ${name(character)}, expected none such`
  },
}
