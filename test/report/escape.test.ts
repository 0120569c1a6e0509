import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terminalSafe, visibleSpace } from '../../src/report/escape.ts'
import { explainRule } from '../../src/report/explain.ts'
import { json } from '../../src/report/json.ts'
import type { Report } from '../../src/report/report.ts'
import { hostileReport, hostileWords } from './hostile-report.ts'
import { showDiff } from '../../src/report/show-diff.ts'
import { stylish } from '../../src/report/stylish.ts'
import { widthOf } from '../../src/text/width.ts'
import { documentRule } from '../../src/lint/rule.ts'
import { contextOf } from './sample.ts'

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
          for (const line of plain.split('\n').slice(1)) {
            // A sign that a build server would obey takes five columns more, which it had not when lines were laid.
            const escapes = line.match(/\\u\{(?:3a|5b)\}/g)?.length ?? 0
            expect(widthOf(line)).toBeLessThanOrEqual(width + 5 * escapes)
          }
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
      fc.property(hostileWords, (text) => {
        expect(showDiff(`-${text}`, false).replaceAll('\t', '')).not.toMatch(unsafe)
      }),
    )
  })

  test('in an explanation', () => {
    fc.assert(
      fc.property(hostileWords, hostileWords, (text, reason) => {
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
