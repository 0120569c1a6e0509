import { describe, expect, test } from 'vitest'
import type { ReportContext } from '../../src/report/report.ts'
import { stylish } from '../../src/report/stylish.ts'
import { contextOf, messagesIn, reportOf, type Sample } from './sample.ts'

function shown(marked: string, samples: readonly Sample[] = [], rest: Partial<ReportContext> = {}): string {
  const { text, messages } = messagesIn(marked, ...samples)
  return stylish(reportOf(messages), contextOf(text, rest))
}

const fix = (applicability: 'safe' | 'unsafe'): NonNullable<Sample['fix']> => ({
  title: 'Write `that`',
  applicability,
  edits: [],
  changes: [],
})

test('a finding with all that it may have', () => {
  const related = [{ path: 'mail/guide.fr-fr.md', range: { start: 0, end: 3 }, reason: 'the heading' }]
  const note =
    'The word stands in three other guides of this folder, each time in the same row of the same table'
  expect(shown('# One\n\nOpen ⟦this⟧ now.\n', [{ severity: 'error', note, related, fix: fix('safe') }])).toBe(
    `mail/guide.pl-pl.md  mail · pl-pl

  3:6  error    Unexpected \`this\`, expected \`that\`  some-rule
       │ Open this now.
       │      ^^^^
       note: The word stands in three other guides of this folder, each time in
             the same row of the same table
       see: mail/guide.fr-fr.md:1:1 the heading
       fix: Write \`that\` (safe)

✖ 1 error in 1 guide, 3 documents, 3 locales (en-gb, fr-fr, pl-pl), 40\u00a0ms
  \`hexapla lint --fix\` repairs it
`,
  )
})

test('repeats of the same words share a block', () => {
  const text = '⟦a⟧\n⟦b⟧\n⟦c⟧\n⟦d⟧\n\n⟦e⟧\n'
  expect(shown(text).split('\n').slice(2, 6)).toEqual([
    '  1:1  warning  Unexpected `this`, expected `that`  some-rule',
    '       │ a',
    '       │ ^',
    '       also: 4 more on lines 2–4, 6',
  ])
})

test('a rule with much to say is brief after three', () => {
  const count = 20
  const samples = Array.from({ length: count }, (_, index) => ({ reason: `Unexpected \`${index}\`` }))
  const lines = shown('⟦word⟧\n'.repeat(count), samples).split('\n')
  expect(lines.filter((line) => line.includes('│ word'))).toHaveLength(3)
  expect(lines.filter((line) => line.includes('Unexpected `'))).toHaveLength(13)
  expect(lines).toContain('        … and 7 more of some-rule, from line 14 on')
})

test('values are broken rather than the layout', () => {
  const lines = shown('⟦a⟧\n', [
    { reason: `Unexpected \`${'x'.repeat(200)}\`, expected \`${'日'.repeat(60)}\`` },
  ]).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(lines.join('').replaceAll(' ', '')).toContain('x'.repeat(200))
})

test('files without a source, a locale or a place in it', () => {
  const { messages } = messagesIn('\n\n⟦a⟧', { locale: undefined })
  const header = 'mail/guide.pl-pl.md  mail\n\n  3:1  warning'
  expect(stylish(reportOf(messages), contextOf('', { sourceOf: () => undefined }))).toContain(header)
  expect(stylish(reportOf(messages), contextOf(''))).toContain(header)
})

describe('the last lines', () => {
  const last = (lines: string): string => lines.trimEnd().split('\n\n').slice(1).join('\n\n')
  const looked = 'in 1 guide, 3 documents, 3 locales (en-gb, fr-fr, pl-pl), 40\u00a0ms'
  const { messages } = messagesIn('⟦a⟧')
  const dropped = messages.map((message) => ({ message, why: 'it would also change headings' }))
  const cases: readonly (readonly [string, Sample[], Partial<ReportContext>, string])[] = [
    ['nothing', [], {}, `▲ 1 warning ${looked}`],
    ['a hint', [{ severity: 'info' }], {}, `• 1 info ${looked}`],
    [
      'an unsafe fix',
      [{ fix: fix('unsafe') }],
      {},
      `▲ 1 warning ${looked}\n  \`hexapla lint --fix --unsafe\` repairs it; look at what it did`,
    ],
    [
      'notes',
      [],
      { notes: ['`notes.md` fits no layout'] },
      `· \`notes.md\` fits no layout\n\n▲ 1 warning ${looked}`,
    ],
    [
      'what was fixed, and what was not',
      [{ fix: fix('safe') }],
      { fixed: { count: 2, files: 1, unsafe: false, dropped } },
      `✔ Fixed 2 findings in 1 file\n· Not fixed: mail/guide.pl-pl.md:1:1 some-rule, since it would also change\n  headings\n\n▲ 1 warning ${looked}`,
    ],
    [
      'many locales',
      [],
      { locales: Array.from('abcdefghi') },
      '▲ 1 warning in 1 guide, 3 documents, 9 locales, 40\u00a0ms',
    ],
  ]
  test.each(cases)('%s', (_, samples, rest, expected) => {
    expect(
      last(shown('⟦a⟧', samples, rest))
        .split('\n\n')
        .slice(1)
        .join('\n\n'),
    ).toBe(expected)
  })

  test('no findings', () => {
    expect(stylish(reportOf([]), contextOf(''))).toBe(`✔ No findings ${looked}\n`)
  })

  test('findings that are not shown are told', () => {
    const report = { ...reportOf(messages), messages: [] }
    expect(stylish(report, contextOf('', { width: 100 }))).toBe(`▲ 1 warning (1 not shown) ${looked}\n`)
  })

  test('both kinds of fixes, and rules by their counts', () => {
    const samples = Array.from('aaaaaaaaab').map((ruleId): Sample => ({
      ruleId,
      fix: fix(ruleId === 'a' ? 'safe' : 'unsafe'),
    }))
    expect(shown('⟦a⟧\n'.repeat(14), samples, { width: 100 }).split('\n').slice(-4, -1)).toEqual([
      `▲ 14 warnings ${looked}`,
      '  `hexapla lint --fix` repairs 9 of them, with `--unsafe` 5 more; look at what that did',
      '  By rule: a 9, b 5',
    ])
  })
})
