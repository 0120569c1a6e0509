import { printOf, type Print } from '../../src/markdown/block.ts'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/markdown/facts.ts'
import type { Range } from '../../src/text/range.ts'
import { readFacts } from '../support/corpus.ts'

function words(text: string, range: Range): string {
  return text.slice(range.start, range.end)
}

/** What the facts of a text say, as short strings. */
function read(
  text: string,
  path?: string,
): Record<'links' | 'images' | 'anchors' | 'prose' | 'segments', string[]> & { facts: Facts } {
  const facts = readFacts(text, path)
  return {
    facts,
    links: facts.links.map(
      (link) => `${link.form} ${link.text} -> ${link.url} @${words(text, link.urlRange)}`,
    ),
    images: facts.images.map((image) => `${image.alt} -> ${image.url} @${words(text, image.urlRange)}`),
    anchors: facts.anchors.map(({ id, range }) => `${id} @${words(text, range)}`),
    prose: facts.prose.map((range) => words(text, range)),
    segments: facts.segments.map(
      (segment) => `${segment.kind}: ${segment.lines.map((line) => words(text, line)).join(' / ')}`,
    ),
  }
}

describe('links', () => {
  test.each([
    ['[panel](https://a.b/c)', 'inline panel -> https://a.b/c @https://a.b/c'],
    ['[a `]` b](<x y.md> "title")', 'inline a ] b -> x y.md @x y.md'],
    ['[a](b(c)d)', 'inline a -> b(c)d @b(c)d'],
    ['[**a**](../b.md#c "t")', 'inline a -> ../b.md#c @../b.md#c'],
    ['[](x)', 'inline  -> x @x'],
    ['<https://a.b>', 'autolink https://a.b -> https://a.b @https://a.b'],
    ['see https://a.b/c.', 'literal https://a.b/c -> https://a.b/c @https://a.b/c'],
    ['[a][r]\n\n[r]: /u "t"', 'reference a -> /u @/u'],
    ['<a href="x.md">y</a>', 'html  -> x.md @x.md'],
  ])('%s', (text, expected) => {
    expect(read(text).links).toEqual([expected])
  })
})

describe('pictures', () => {
  test.each([
    ['![emails](images/1.png){.thumbnail}', 'emails -> images/1.png @images/1.png'],
    ['![](<a b.png>)', ' -> a b.png @a b.png'],
    ['![a [b] c](d.png "t")', 'a [b] c -> d.png @d.png'],
    ['<img src="a.png" alt="b">', 'b -> a.png @a.png'],
  ])('%s', (text, expected) => {
    expect(read(text).images).toEqual([expected])
  })
})

describe('pictures that are only named', () => {
  test.each([
    ['---\ncover: images/a.png\n---\n', undefined, ['images/a.png']],
    ['{{< figure src="b.svg" >}}\n', undefined, ['b.svg']],
    ["import c from './c.webp'\n\n<Image src={c} />\n", 'a.mdx', ['./c.webp']],
    ['<video poster="d.jpg?x=1"></video>\n', undefined, ['d.jpg']],
    ['<img src="e.png"> ![](f.png) `g.png` h.png\n', undefined, []],
  ])('%s', (text, path, expected) => {
    expect(readFacts(text, path).mentions.map(({ range }) => words(text, range))).toEqual(expected)
  })
})

describe('anchors', () => {
  test.each([
    ['## Ports {#ports}', ['ports @ports']],
    ['## <a name="old"></a>Ports', ['old @old']],
    ['<div id="x">\n</div>', ['x @x']],
    ['![](a.png){#fig .thumbnail}', ['fig @fig']],
    ['{#no}', []],
  ])('%s', (text, expected) => {
    expect(read(text).anchors).toEqual(expected)
  })

  test('an id takes the place of the slug and is no part of the words', () => {
    expect(read('## Ports {#p}').facts.headings).toMatchObject([{ text: 'Ports', id: 'p' }])
  })
})

describe('prose leaves out what no reader reads', () => {
  test.each([
    ['Click `**OK**`{.action} now.', ['Click', 'now.']],
    ['![](a.png){.thumbnail}', []],
    ['> [!warning]\n>\n> Mind\n> the gap', ['Mind', 'the gap']],
    ['Use {{< ref "x" >}} here', ['Use', 'here']],
    ['See https://a.b now', ['See', 'now']],
    ['a <b>c</b>', ['a', 'c']],
    [':::note[Mind]\nText\n:::', ['Mind]', 'Text']],
    ['```\ncode\n```', []],
  ])('%j', (text, expected) => {
    expect(read(text).prose).toEqual(expected)
  })
})

describe('segments', () => {
  test.each([
    ['## Title {#x}', ['heading: Title']],
    ['one\n  two', ['paragraph: one / two']],
    ['> - one\n>   two\n> lazy', ['item: one / two / lazy']],
    ['1. one\n\n   two', ['item: one', 'paragraph: two']],
    ['> [!info]\n> Text', ['paragraph: Text']],
    ['> [!info] Mind\n> Text', ['title: Mind', 'paragraph: Text']],
    [':::note[Mind *this*]\nText\n:::\nMore', ['title: Mind *this*', 'paragraph: Text', 'paragraph: More']],
    ['::: tip Mind\n- Text\n:::', ['title: Mind', 'item: Text']],
    ['[a](b "One")\n\n[x]: y "Two"', ['paragraph: [a](b "One")', 'title: One', 'title: Two']],
    ['![alt](a.png (One))', ['alt: alt', 'title: One']],
    ['<img src="a.png" alt="One">', ['alt: One']],
    ['Server: a\n|a|b|\n|c|d|', ['paragraph: Server: a', 'cell: a', 'cell: b', 'cell: c', 'cell: d']],
    ['| a | b |\n|---|---|\n| c | |', ['cell: a', 'cell: b', 'cell: c']],
    ['|a|b|\n|c|d|', ['cell: a', 'cell: b', 'cell: c', 'cell: d']],
    ['![alt text](a.png)', ['alt: alt text']],
    ['---\ntitle: "Mail"\norder: 1\n---\n', ['field: Mail']],
    ['***', []],
  ])('%j', (text, expected) => {
    expect(read(text).segments).toEqual(expected)
  })
})

test('what lines of directives part is printed as it is where it stands alone', () => {
  const parts = ['One *a* [b](c) ![d](e.png)', 'Two `f` 25', '**Three** https://a.b {{< g >}}']
  const prints = (text: string): string[] =>
    readFacts(text).blocks.flatMap(({ kind, print }) => (kind === 'callout' ? [] : [print]))
  expect(prints(parts.join('\n:::\n'))).toEqual(parts.flatMap(prints))
  expect(prints(`:::tip ${parts.join('\n:::tip ')}`)).toEqual(parts.flatMap(prints))
})

describe('blocks come in reading order, tables and code among them', () => {
  test.each([
    ['# A\n\nb\n\n- c\n\n  d', ['heading 1: A', 'paragraph 0: b', 'item 1: c', 'paragraph 1: d']],
    ['|a|b|\n|c|d|', ['table 0: |a|b| / |c|d|']],
    ['![a](b.png){.thumbnail}', ['image 0: ![a](b.png){.thumbnail}']],
    ['> [!info]\n>\n> ```sh\n> ls\n> ```', ['callout 1: [!info]', 'code 1: ```sh / > ls / > ```']],
    [':::note\n\nText\n\n:::', ['callout 1: :::note', 'paragraph 0: Text']],
    ['<div>\n</div>\n\n<!-- x -->', ['markup 0: <div> / </div>']],
  ])('%j', (text, expected) => {
    const blocks = readFacts(text).blocks.map(
      ({ kind, level, range }) => `${kind} ${level}: ${words(text, range).replaceAll('\n', ' / ')}`,
    )
    expect(blocks).toEqual(expected)
  })
})

describe('the print of a block', () => {
  const printIn = (text: string): Print => printOf(readFacts(text).blocks[0] ?? { print: '' })

  test.each<[string, string, keyof Print, boolean]>([
    ['Set port 993.', 'SET  PORT 993!', 'words', true],
    ['Set port 993.', 'Set port 143.', 'words', true],
    ['Set port 993.', 'Set port 143.', 'numbers', false],
    ['It has 10,000 rows', 'Es hat 10 000 Zeilen', 'numbers', true],
    ['At 08:30', 'Um 8.30', 'numbers', false],
    ['On 08:30', 'Um 8 Uhr 30', 'numbers', true],
    ['[a](/en/outlook/)', '[b](/fr/outlook#x)', 'marks', true],
    ['[a](https://a.b/x)', '[b](https://c.d/x)', 'marks', false],
    ['![](en/img_1501.png)', '![](fr/img_1501.jpg)', 'marks', true],
    ['Type `ls`', 'Tapez `ls`', 'marks', true],
    ['Type `ls`', 'Tapez `cd`', 'marks', false],
    ['One, *two* (three).', 'Eins、*zwei*（drei）。', 'shape', true],
    ['One, two.', 'One two.', 'shape', false],
  ])('%j and %j: %s the same is %j', (one, other, key, isSame) => {
    expect(printIn(one)[key] === printIn(other)[key]).toBe(isSame)
  })

  test('scripts without spaces have a word a character', () => {
    expect(printIn('設定を開く OK').count).toBe(6)
  })
})

describe('label lines', () => {
  test.each([
    [
      'Server: a\nPort:993',
      [
        ['Server', 'a', false],
        ['Port', '993', false],
      ],
    ],
    [
      'Server: a  \nPort: b',
      [
        ['Server', 'a', true],
        ['Port', 'b', false],
      ],
    ],
    ['**Server:** a', [['Server', 'a', false]]],
    ['**Server** : a', [['Server', 'a', false]]],
    ['At 10:30 we left', []],
    ['https://a.b', []],
    ['This is a sentence. And then: more', []],
    ['服务器：a', [['服务器', 'a', false]]],
  ])('%j', (text, expected) => {
    const lines = readFacts(text).labelGroups.flatMap((group) => group.lines)
    expect(lines.map((line) => [line.label, words(text, line.valueRange), line.breaks])).toEqual(expected)
  })
})

describe('tables', () => {
  test.each([
    ['| a | b |\n|---|---|\n| c |', true, [['a', 'b'], ['c']]],
    [
      '|a|b|\n|c|d|',
      false,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '> |a|b|\n> |c|d|',
      false,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['| a \\| b | c |\n| - | - |', true, [['a | b', 'c']]],
  ])('%j', (text, delimited, rows) => {
    const [table] = readFacts(text).tables
    expect(table?.delimited).toBe(delimited)
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(rows)
  })

  test.each([['|a|b|'], ['|a|b|\n|c|'], ['a | b\nc | d']])('%j is none', (text) => {
    expect(readFacts(text).tables).toEqual([])
  })
})

test('callouts, nested ones too', () => {
  const text = '> [!faq]\n>\n> > [!warning]\n> > Text'
  expect(readFacts(text).callouts.map(({ kind, markRange }) => [kind, words(text, markRange)])).toEqual([
    ['faq', '[!faq]'],
    ['warning', '[!warning]'],
  ])
})

describe('MDX', () => {
  test('components are opaque, what they hold is read', () => {
    const text =
      'import A from \'a\'\n\n<Card id="x" href="/y">\n  Text with **words**\n</Card>\n\n{/* note */}\n'
    const { links, anchors, prose, facts } = read(text, 'guide.en.mdx')
    expect(links).toEqual(['html  -> /y @/y'])
    expect(anchors).toEqual(['x @x'])
    expect(prose).toEqual(['Text with', 'words'])
    expect(facts.comments.map(({ value }) => value)).toEqual(['note'])
  })

  test('what is no MDX is read as Markdown, and says so', () => {
    const { facts, prose } = read('![](a.png){.thumbnail}\n\nText', 'guide.en.mdx')
    expect(facts.syntaxError?.reason).toBeTruthy()
    expect(prose).toEqual(['Text'])
  })
})

test('ranges hold in texts with BOM and CRLF', () => {
  const text = '\uFEFF---\r\ntitle: Ł\r\n---\r\n\r\n## Część\r\n\r\n[ż](https://a.b/ć)\r\n'
  const { facts, links } = read(text)
  expect(links).toEqual(['inline ż -> https://a.b/ć @https://a.b/ć'])
  expect(facts.headings.map(({ contentRange }) => words(text, contentRange))).toEqual(['Część'])
  expect(
    facts.frontMatter?.fields.map(({ keyRange, valueRange }) => [
      words(text, keyRange),
      words(text, valueRange),
    ]),
  ).toEqual([['title', 'Ł']])
})
