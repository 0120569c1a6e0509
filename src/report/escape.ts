import { escapedHtml } from '../text/escaped-html.ts'

/**
 * What a terminal would obey or hide instead of showing: control characters (escape sequences begin with one),
 * line and paragraph separators, lone surrogates, bidi controls, and characters that nobody sees. Joiners stay,
 * since Persian, Indic scripts and emoji are written with them.
 */
const unsafe =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** The text on one line with nothing in it that a terminal would obey: `\u{1b}[31m` for a colour's code. */
export function terminalSafe(text: string): string {
  return text.replace(unsafe, escaped)
}

/** True of a text that `terminalSafe` leaves as it is. */
export function isTerminalSafe(text: string): boolean {
  return text.search(unsafe) < 0
}

/** A character by its number, as this program shows those that must not be seen: `\u{1b}`. */
function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** Lines in which a build server that reads along finds no command: `::error::` at a line's start, `##[…]` anywhere. */
export function withoutCommands(lines: string): string {
  return lines.replace(/^(\s*):(?=:)/gm, '$1\\u{3a}').replaceAll('##[', '##\\u{5b}')
}

/** The text as the content of an XML element or attribute; what XML cannot hold is shown by its number. */
export function xmlSafe(text: string): string {
  return escapedHtml(terminalSafe(text).replace(/[\ufffe\uffff]/g, escaped))
}

/** The same JSON without characters that a terminal would obey; JSON's own escapes stand for them. */
export function inertJson(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const signs: Readonly<Record<string, string>> = { ' ': '·', '\t': '→', '\u00a0': '⍽', '\u202f': '⍽' }

/** White space with a sign for each character, for places where it is the very matter. */
export function visibleSpace(text: string): string {
  return text.replace(/[ \t\u00a0\u202f]/g, (character) => signs[character] ?? character)
}
