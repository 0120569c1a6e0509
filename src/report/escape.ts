/**
 * What a terminal would obey or hide instead of showing: control characters (escape sequences begin with one),
 * line and paragraph separators, lone surrogates, bidi controls, and characters that nobody sees. Joiners stay,
 * since Persian, Indic scripts and emoji are written with them.
 */
const unsafe =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** The text on one line with nothing in it that a terminal would obey: `\u{1b}[31m` for a colour's code. */
export function terminalSafe(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

const signs: Readonly<Record<string, string>> = { ' ': '·', '\t': '→', '\u00a0': '⍽', '\u202f': '⍽' }

/** White space with a sign for each character, for places where it is the very matter. */
export function visibleSpace(text: string): string {
  return text.replace(/[ \t\u00a0\u202f]/g, (character) => signs[character] ?? character)
}
