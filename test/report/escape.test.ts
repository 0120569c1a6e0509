import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terminalSafe, visibleSpace } from '../../src/report/escape.ts'
import { explainRule } from '../../src/report/explain.ts'
import { json } from '../../src/report/json.ts'
import type { Report } from '../../src/report/report.ts'
import { showDiff } from '../../src/report/show-diff.ts'
import { stylish } from '../../src/report/stylish.ts'
import { widthOf } from '../../src/report/width.ts'
import { documentRule } from '../../src/lint/rule.ts'
import { contextOf, messagesIn, reportOf } from './sample.ts'

test.each([
  ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['\u001b]8;;https://example.org\u0007', '\\u{1b}]8;;https://example.org\\u{7}'],
  ['a\nb\r\tc', 'a\\u{a}b\\u{d}\\u{9}c'],
  ['\u009b2J', '\\u{9b}2J'],
  ['a\u202eb\u2066c\u200e', 'a\\u{202e}b\\u{2066}c\\u{200e}'],
  ['a\u200bb\ufeff\u2028', 'a\\u{200b}b\\u{feff}\\u{2028}'],
  ['\ud800', '\\u{d800}'],
  ['zażółć 日本 👨‍👩‍👧 می‌خواهم a\u00a0b', 'zażółć 日本 👨‍👩‍👧 می‌خواهم a\u00a0b'],
])('%j', (text, expected) => {
  expect(terminalSafe(text)).toBe(expected)
})

test('white space can be made visible, a sign for each', () => {
  expect(visibleSpace(' \t\u00a0\u202fa')).toBe('·→⍽⍽a')
})

/** What no output may hold, line feeds and the colours of this program set aside. */
const unsafe = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u
const colour = /\u001b\[\d+m/g

const piece = fc.constantFrom(
  'a',
  ' ',
  '日',
  '\n',
  '\r',
  '\t',
  '`',
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
  '⟧',
)
const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** Reports whose every word is hostile. */
const hostileReport = fc
  .tuple(hostile, hostile, hostile, hostile, hostile, fc.nat(), fc.nat())
  .map(([path, text, reason, note, title, at, length]): { report: Report; text: string } => {
    const range = { start: at % (text.length + 1), end: 0 }
    range.end = Math.min(text.length, range.start + (length % 20))
    const fix = { title, applicability: 'safe', edits: [{ range, text: title }], changes: [] } as const
    const { messages } = messagesIn('⟦a⟧', {
      path,
      guide: path,
      locale: note,
      ruleId: 'some-rule',
      reason,
      note,
      fix,
      related: [{ path, range, reason }],
    })
    return { report: reportOf(messages.map((message) => ({ ...message, range }))), text }
  })

describe('nothing that comes from files reaches the terminal as it is', () => {
  test('in the stylish report, which keeps its width', () => {
    fc.assert(
      fc.property(
        hostileReport,
        fc.integer({ min: 40, max: 140 }),
        fc.boolean(),
        ({ report, text }, width, color) => {
          const context = { ...contextOf(text, { color, width, locales: [text], notes: [text] }) }
          const dropped = report.messages.map((message) => ({ message, why: text }))
          const shown = stylish(report, { ...context, fixed: { count: 1, files: 1, unsafe: true, dropped } })
          const plain = color ? shown.replace(colour, '') : shown
          expect(plain).not.toMatch(unsafe)
          // The first line is the path, which is better whole.
          for (const line of plain.split('\n').slice(1)) expect(widthOf(line)).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('in the JSON, which says the same', () => {
    fc.assert(
      fc.property(hostileReport, ({ report }) => {
        const shown = json(report)
        expect(shown).not.toMatch(unsafe)
        const [message] = (JSON.parse(shown) as Report).messages
        expect(message?.path).toBe(report.messages[0]?.path)
        expect(message?.reason).toBe(report.messages[0]?.reason)
      }),
      { numRuns: 200 },
    )
  })

  test('in a diff', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(showDiff(`-${text}`, false).replaceAll('\t', '')).not.toMatch(unsafe)
      }),
    )
  })

  test('in an explanation', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, reason) => {
        const examples = [
          { name: 'One', files: { [text]: text }, reasons: [reason], fixed: `${text}a`, config: text },
        ]
        const rule = documentRule({
          id: 'some-rule',
          summary: 'a',
          why: 'b',
          severity: 'info',
          defaults: {},
          examples,
          check: () => [],
        })
        expect(explainRule(rule, { color: false })).not.toMatch(unsafe)
      }),
    )
  })
})
