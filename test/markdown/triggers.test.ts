import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/markdown/parsed.ts'
import { remarkTriggerIn } from '../../src/markdown/triggers.ts'

const many = 20_000

describe('the native parser is spared what would take its memory or time', () => {
  test.each<[reason: string, text: string, format?: Format]>([
    ['a long paragraph full of character references', 'R&amp;D '.repeat(many)],
    ['a long paragraph full of character references', 'R&#38;D\n'.repeat(many)],
    ['a long paragraph full of character references', '> R&#x26;D\n> and so on\n'.repeat(many)],
    ['a long paragraph full of links', '![a](![a](\n'.repeat(4 * many)],
    ['a long paragraph with a title of many lines', `[a](b "${'a\n'.repeat(4 * many)}")`],
    ['a long paragraph with a title of many lines', `> ![a](b\n'${'a\n> '.repeat(2 * many)}')`],
    ['a long paragraph with a title of many lines', `[a](<b c>\n(${'a\n'.repeat(4 * many)}))`],
    ['a long paragraph with a title of many lines', `[a](b "${'a\r\n'.repeat(4 * many)}")`],
    ['a long paragraph full of character references', 'R&amp;D\r\n'.repeat(many)],
    ['long lines full of marks beyond ASCII', `é${'*a '.repeat(many)}`],
    ['a long paragraph full of tags', 'a <br/> '.repeat(2 * many), 'mdx'],
    ['a long paragraph full of tags', 'a <!-- b --> '.repeat(2 * many), 'mdx'],
  ])('%s', (reason, text, format = 'markdown') => {
    expect(remarkTriggerIn(text, format)).toBe(reason)
  })

  test.each([
    ['rows of a table', `| R&amp;D | R&amp;D |\n`],
    ['items of a list', `- R&amp;D\n`],
    ['links in the items of a list', '- [a](b.md)\n'],
    ['paragraphs', `R&amp;D and R&amp;D\n\n`],
    ['paragraphs that end as on Windows', `R&amp;D and R&amp;D\r\n\r\n`],
    ['words without references', 'R&D, AT&T '],
    ['links with titles', '[a](b "c")\n\n'],
    ['lines without a title', 'R\n'],
  ])('and is trusted with %s', (_, text) => {
    expect(remarkTriggerIn(text.repeat(many), 'markdown')).toBeUndefined()
  })
})
