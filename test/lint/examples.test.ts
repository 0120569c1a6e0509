import { describe, expect, test } from 'vitest'
import { rules } from '../../src/lint/rules/index.ts'
import type { Example } from '../../src/lint/rule.ts'
import { fixFiles, lintFiles } from '../support/corpus.ts'
import { unmarked } from '../support/marks.ts'

function filesOf({ files }: Example): Record<string, string> {
  return typeof files === 'string' ? { 'example/guide.en-gb.md': files } : files
}

/** Each rule's examples hold: the marked places are found, no others, and the fixes give the text that is shown. */
describe.each(rules)('$id', (rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    const marked = Object.entries(filesOf(example)).map(([path, words]) => [path, unmarked(words)] as const)
    const files = Object.fromEntries(marked.map(([path, { text }]) => [path, text]))
    const expected = marked.flatMap(([path, { ranges }]) =>
      ranges.map(({ start, end }) => ({ path, start, end })),
    )

    const messages = lintFiles(files, [rule.id], example.config)
    const found = messages.map(({ path, range }) => ({ path, start: range.start, end: range.end }))
    expect(found).toEqual(expected)
    expect(messages.map(({ reason }) => reason)).toEqual(example.reasons ?? [])

    const path = expected[0]?.path ?? ''
    const fixes = await fixFiles(files, { only: [rule.id], yaml: example.config ?? '', unsafe: true })
    expect(fixes.texts.get(path)).toBe(example.fixed)
    expect(fixes.dropped).toEqual([])
  })

  test('has an example with a finding and one without', () => {
    expect(rule.examples.some(({ reasons }) => reasons !== undefined)).toBe(true)
  })
})
