import fc from 'fast-check'
import type { Report } from '../../src/report/report.ts'
import { messagesIn, reportOf } from './sample.ts'

/** Scraps of what terminals, build servers, browsers, spreadsheets and parsers would obey. */
const piece = fc.constantFrom(
  'a',
  ' ',
  '日',
  '\n',
  '\r',
  '\t',
  '`',
  '``',
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u009b',
  '\u202e',
  '\u2067',
  'e\u0301',
  '👍🏽',
  '\ud83d',
  '\u2028',
  '\0',
  '\uffff',
  '⟧',
  '::error::',
  '::stop-commands::x',
  '\n::add-mask::',
  '##[group]x',
  '##vso[task.setvariable]x',
  '%0A',
  ':',
  ',',
  ']]>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  '&lt;',
  '&#x41;',
  '"',
  "'",
  '=cmd()',
  '|',
  '[x](https://evil.example)',
  '![](x)',
  '](',
  '{0}',
  '{',
  '}',
  '@someone',
  '#123',
  'https://evil.example',
  'www.evil.example',
  'a@b.example',
  '*',
  '_',
  '\\',
  '~~',
  '$x$',
  '# ',
  '- ',
  '/',
  '..',
)

/** Words that mean harm. */
export const hostileWords: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => pieces.join(''))

/** Reports whose every word means harm, with the text that they speak of. */
export const hostileReport: fc.Arbitrary<{ report: Report; text: string }> = fc
  .tuple(hostileWords, hostileWords, hostileWords, hostileWords, hostileWords, fc.nat(), fc.nat())
  .map(([words, text, reason, note, title, at, length]) => {
    const path = words === '' ? 'x' : words
    const range = { start: at % (text.length + 1), end: 0 }
    range.end = Math.min(text.length, range.start + (length % 20))
    const fix = { title, applicability: 'safe', edits: [{ range, text: title }], changes: [] } as const
    const { messages } = messagesIn('⟦a⟧ ⟦b⟧', {
      path,
      guide: path,
      locale: note,
      ruleId: 'link-fragment',
      reason,
      note,
      fix,
      related: [{ path, range: { start: 0, end: 1 }, reason }],
    })
    return { report: reportOf(messages), text }
  })
