import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/settings/piece.ts'

/** Pieces as `kind:words`. */
function shown(words: string): string[] {
  return piecesOf(words, 0).map((piece) => `${piece.kind}:${piece.words}`)
}

describe('piecesOf', () => {
  test.each<[words: string, pieces: readonly string[]]>([
    ['Le serveur : 993', ['word:Le', 'word:serveur', 'mark::', 'number:993']],
    ['Port 993.', ['word:Port', 'number:993', 'mark:.']],
    ['Größe größer', ['word:Größe', 'word:größer']],
    ['imap.example.com', ['host:imap.example.com']],
    ['posta-2.example.com:993', ['host:posta-2.example.com', 'mark::', 'number:993']],
    ['end.\nNext', ['word:end', 'mark:.', 'mark:\n', 'word:Next']],
    ['e-mail', ['word:e', 'mark:-', 'word:mail']],
    [
      '10:30, 1.2.3, 1-2-3, 1/2/3, 50%',
      ['10:30', '1.2.3', '1-2-3', '1/2/3', '50%'].flatMap((each, at) => [
        ...(at > 0 ? ['mark:,'] : []),
        `mark:${each}`,
      ]),
    ],
    ['https://example.com/a b', ['mark:https://example.com/a', 'word:b']],
    ['you@example.com', ['mark:you', 'mark:@', 'mark:example.com']],
    ['%EMAILDOMAIN%', ['mark:%', 'word:EMAILDOMAIN', 'mark:%']],
    ['imap.%EMAILDOMAIN%', ['host:imap.%EMAILDOMAIN%']],
    ['1234567 123456', ['mark:1234567', 'number:123456']],
    ['IMAPserver SSLwłączony', ['word:IMAP', 'word:server', 'word:SSL', 'word:włączony']],
    ['993port x11', ['number:993', 'word:port', 'word:x11']],
    ['포트 993, порт', ['word:포트', 'number:993', 'mark:,', 'word:порт']],
    ['a\u00A0b\u2028c', ['word:a', 'word:b', 'word:c']],
    ['cafe\u0301', ['word:cafe\u0301']],
    ['', []],
  ])('%s', (words, pieces) => {
    expect(shown(words)).toEqual(pieces)
  })

  test('tells where each stands', () => {
    const text = 'IMAPserver mail.example.com 143'
    for (const { range, words } of piecesOf(text, 100))
      expect(text.slice(range.start - 100, range.end - 100)).toBe(words)
  })
})
