import { describe, expect, test } from 'vitest'
import { linesOfTree } from '../../scripts/accuracy/compare.ts'
import { allTables, type Tables } from '../../src/markdown/canonical.ts'
import { loadNative } from '../../src/markdown/native.ts'
import type { Format, Parsed } from '../../src/markdown/parsed.ts'
import { remarkParse, remarkParseBy } from '../../src/markdown/remark.ts'
import { remarkTriggerIn, triggers } from '../../src/markdown/triggers.ts'

const { normalisers, doubts } = allTables

async function readNatively(text: string, format: Format, tables: Tables): Promise<Parsed> {
  const native = await loadNative(tables)
  if (!native) throw new Error('Unexpected missing native parser')
  return native(text, format)
}

/** The trees of both parsers as lines, by the given tables. */
async function treesBy(
  tables: Tables,
  text: string,
  format: Format,
): Promise<{ native: string[]; remark: string[] }> {
  return {
    native: linesOfTree(await readNatively(text, format, tables)),
    remark: linesOfTree(remarkParseBy(tables)(text, format)),
  }
}

function without<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.filter((each) => each !== item)
}

describe.each(normalisers.map((normaliser) => [normaliser.id, normaliser] as const))(
  'the normaliser %s',
  (_, normaliser) => {
    const { example, format = 'markdown' } = normaliser

    test('gives one tree of its example', async () => {
      const { native, remark } = await treesBy(allTables, example, format)
      expect(native).toEqual(remark)
    })

    test('is needed: without it the example gives two', async () => {
      const tables = { ...allTables, normalisers: without(normalisers, normaliser) }
      const { native, remark } = await treesBy(tables, example, format)
      expect(native).not.toEqual(remark)
    })
  },
)

describe.each(doubts.map((doubt) => [doubt.reason, doubt] as const))(
  'the doubt about %s',
  (reason, doubt) => {
    const { example, format = 'markdown' } = doubt

    test('sends its example to remark', async () => {
      await expect(readNatively(example, format, allTables)).rejects.toThrow(reason)
    })

    test('is needed: without it the example gives two trees', async () => {
      const { native, remark } = await treesBy(
        { normalisers, doubts: without(doubts, doubt) },
        example,
        format,
      )
      expect(native).not.toEqual(remark)
    })
  },
)

test.each([
  ['a list behind indented code that could interrupt no paragraph', '*\n0.     é\n   -\t0.', 'markdown'],
  ['an indented fence behind an empty item', '> -\n>\n>   ```\n>    a\n> ```', 'mdx'],
  ['backquotes in an expression and before it', '``{`\n{`}', 'mdx'],
] as const)('the doubt about %s also sends to remark %j', async (reason, text, format) => {
  await expect(readNatively(text, format, allTables)).rejects.toThrow(reason)
})

test.each(triggers.map((trigger) => [trigger.reason, trigger] as const))(
  'the trigger for %s is needed',
  async (reason, { example, format = 'markdown' }) => {
    expect(remarkTriggerIn(example, format)).toBe(reason)
    const native = linesOfTree(await readNatively(example, format, allTables))
    expect(native).not.toEqual(linesOfTree(remarkParse(example, format)))
  },
)

test('names are unique', () => {
  const names = [...normalisers.map(({ id }) => id), ...doubts.map(({ reason }) => reason)]
  expect(new Set(names).size).toBe(names.length)
})

describe('what honest pages hold is no reason for a doubt', () => {
  test.each<[what: string, text: string]>([
    ['a symbol in HTML beside stars', '<details>\n<summary>**🙋 Why so?**</summary>\n\nWords.\n</details>\n'],
    ['a symbol beside stars in code', '```md\n**🙋 Why so?**\n```\n'],
    [
      'a later item behind code that is indented too far',
      '1. Open it:\n\n        code\n\n   2. Close it.\n\nSee [a]: b\n',
    ],
    [
      'a line of dashes too far in for a heading',
      '5. Go on:\n\t\t```markdown\n\t\t---\n\t\ttitle: Mail\n\t\t---\n',
    ],
  ])('%s', async (_, text) => {
    const { native, remark } = await treesBy(allTables, text, 'markdown')
    expect(remarkTriggerIn(text, 'markdown')).toBeUndefined()
    expect(native).toEqual(remark)
  })
})
