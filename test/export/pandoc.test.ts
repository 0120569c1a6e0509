import { describe, expect, test } from 'vitest'
import { pandocExporter } from '../../src/export/pandoc.ts'
import { pandocTree } from '../../src/export/pandoc-tree.ts'
import { findPandoc } from '../../src/io/pandoc.ts'
import { drawing, pageOfText, publicationFrom } from './pages.ts'

function blocksOf(markdown: string): unknown {
  const page = pageOfText(markdown)
  return (pandocTree(page, page.root.children, [1, 22]) as { readonly blocks: unknown }).blocks
}

const bare = ['', [], []]
const str = (c: string): unknown => ({ t: 'Str', c })

const shapes: readonly [name: string, markdown: string, blocks: unknown][] = [
  ['words', 'Port *993*', [{ t: 'Para', c: [str('Port'), { t: 'Space' }, { t: 'Emph', c: [str('993')] }] }]],
  ['a heading with its slug', '## Ports', [{ t: 'Header', c: [2, ['ports', [], []], [str('Ports')]] }]],
  ['code with its language', '```js\na\n```', [{ t: 'CodeBlock', c: [['', ['js'], []], 'a'] }]],
  [
    'a list that begins at three',
    '3. a\n4. b',
    [
      {
        t: 'OrderedList',
        c: [
          [3, { t: 'Decimal' }, { t: 'Period' }],
          [[{ t: 'Plain', c: [str('a')] }], [{ t: 'Plain', c: [str('b')] }]],
        ],
      },
    ],
  ],
  [
    'a box that is ticked',
    '- [x] a',
    [
      {
        t: 'BulletList',
        c: [[{ t: 'Plain', c: [str('☑'), { t: 'Space' }, str('a')] }]],
      },
    ],
  ],
  [
    'a callout',
    '> [!warning]\n> Save.',
    [
      {
        t: 'BlockQuote',
        c: [
          { t: 'Para', c: [{ t: 'Strong', c: [str('Warning')] }] },
          { t: 'Para', c: [str('Save.')] },
        ],
      },
    ],
  ],
  [
    'a link within the page',
    '## Hôtes\n\n[x](#hôtes)',
    [
      { t: 'Header', c: [2, ['hôtes', [], []], [str('Hôtes')]] },
      { t: 'Para', c: [{ t: 'Link', c: [bare, [str('x')], ['#hôtes', '']] }] },
    ],
  ],
]

test.each(shapes)('%s', (_, markdown, blocks) => {
  expect(blocksOf(markdown)).toEqual(blocks)
})

test('a table keeps its header and the sides of its columns', () => {
  const [table] = blocksOf('| a | b |\n| --- | ---: |\n| 1 | 2 |') as [{ readonly c: unknown[] }]
  expect(JSON.stringify(table.c[3])).toContain('"AlignRight"')
  expect(JSON.stringify(table.c[4])).toContain('"2"')
})

const pandoc = await findPandoc()

describe.skipIf(pandoc === undefined)('with pandoc', () => {
  const files = {
    'mail/guide.en-gb.md':
      '---\ntitle: Mail\n---\n\n## Ports\n\n| Port | Use |\n| --- | --- |\n| 993 | IMAP |\n\n![Servers](images/1.svg)\n\n> [!faq]\n>\n> Why?\n>\n>> So.\n',
    'mail/images/1.svg': drawing,
  }

  test.each(['rst', 'asciidoc', 'mediawiki', 'latex', 'odt'])(
    '%s holds every word, twice the same',
    async (format) => {
      if (!pandoc) return
      const runs = [0, 1].map(async () => {
        const made: [string, string][] = []
        for await (const { path, data } of pandocExporter(format, pandoc).files(publicationFrom(files)))
          made.push([path, Buffer.from(data).toString('latin1')])
        return made
      })
      const [first, second] = await Promise.all(runs)
      expect(first).toEqual(second)
      if (format === 'odt') return
      for (const word of ['Ports', '993', 'IMAP', 'Why', 'So.']) expect(first?.[0]?.[1]).toContain(word)
      expect(first?.[1]?.[0]).toBe('pictures/mail/images/1.svg')
    },
  )
})
