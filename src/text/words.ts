const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in small letters, to be held against another's; of scripts without spaces, each character. */
export function smallWordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? []
}
