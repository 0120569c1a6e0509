import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/text/edit.ts'
import { fixFiles } from '../support/corpus.ts'

const path = 'mail/guide.en-gb.md'

async function fixed(text: string, only?: readonly string[], unsafe = false): Promise<string> {
  const { texts } = await fixFiles({ [path]: text }, { ...(only && { only }), unsafe })
  return texts.get(path) ?? text
}

const front = '---\ntitle: Mail\n---\n\n'

describe('fix', () => {
  test('several rules at once, then once more: nothing', async () => {
    const text = `${front}## Ports\nText. \n\n|a|b|\n|c|d|\n`
    const once = await fixed(text)
    expect(once).toBe(`${front}## Ports\n\nText.\n\n|a|b|\n|---|---|\n|c|d|\n`)
    expect(await fixed(once)).toBe(once)
  })

  test('the patch is made for the text on disk, though rounds came between', async () => {
    const text = `${front}## Ports\nText. \n\n|a|b|\n|c|d|\n`
    const { patches, texts } = await fixFiles({ [path]: text })
    expect(patches).toHaveLength(1)
    expect(applyEdits(text, patches[0]?.edits ?? [])).toBe(texts.get(path))
  })

  test.each([
    ['CRLF', '## Ports\r\nText.\r\n', '## Ports\r\n\r\nText.\r\n'],
    ['a BOM', '\uFEFF## Ports\nText.', '\uFEFF## Ports\n\nText.'],
    ['no final newline', '## Ports\nText.', '## Ports\n\nText.'],
  ])('keeps %s', async (_, text, expected) => {
    expect(await fixed(text, ['block-spacing'])).toBe(expected)
  })

  test('unsafe ones only where they were asked for', async () => {
    const text = `${front}Open the the mail.\n`
    expect(await fixed(text)).toBe(text)
    expect(await fixed(text, undefined, true)).toBe(`${front}Open the mail.\n`)
  })

  test('a fix that would bring another finding is dropped and told', async () => {
    // The table becomes one, and its rows no longer fit a line of text right below.
    const text = `${front}|a|b|\n|c|d|\nText below.\n`
    const { texts, dropped } = await fixFiles({ [path]: text }, { only: ['table-delimiter', 'table-shape'] })
    expect(texts.size).toBe(0)
    expect(dropped.map(({ message, why }) => `${message.ruleId}: ${why}`)).toEqual([
      expect.stringMatching(/^table-delimiter: it would/),
    ])
  })

  test('one bad fix does not keep the good ones away', async () => {
    const text = `${front}|a|b|\n|c|d|\nText below.\n\n## Ports\nText.\n`
    const { texts, dropped } = await fixFiles(
      { [path]: text },
      { only: ['table-delimiter', 'table-shape', 'block-spacing'] },
    )
    expect(dropped).toHaveLength(1)
    expect(texts.get(path)).toBe(`${front}|a|b|\n|c|d|\nText below.\n\n## Ports\n\nText.\n`)
  })

  test('what a comment silences is not fixed', async () => {
    const text = `${front}<!-- hexapla-disable-next-line block-spacing -->\n## Ports\nText.\n`
    expect(await fixed(text, ['block-spacing'])).toBe(text)
  })

  test('a fix in one document sees the others', async () => {
    const files = {
      'mail/guide.en-gb.md': `${front}See [x](../phone/guide.en-gb.md#part-one).\n`,
      'phone/guide.en-gb.md': `${front}## Part One!\n\nText.\n`,
      'pad/guide.en-gb.md': `${front}See [x](../phone/guide.en-gb.md#Part-One).\n`,
    }
    const { texts } = await fixFiles(files)
    expect([...texts]).toEqual([
      ['pad/guide.en-gb.md', `${front}See [x](../phone/guide.en-gb.md#part-one).\n`],
    ])
  })
})
