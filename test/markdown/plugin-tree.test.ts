import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { loadNativeParse, loadRemarkParse, type Format } from '../../src/markdown/parse.ts'
import { treeForPlugins } from '../../src/markdown/plugin-tree.ts'

const remark = await loadRemarkParse()
const native = (await loadNativeParse()) ?? remark

/** A tree without what only one of the trees has. */
function plain(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'data' || value === null ? undefined : value)),
  )
}

test.each<[text: string, format?: Format]>([
  ['---\ntitle: Mail\n---\n\n# One\n\nText, *so* **much**.\n'],
  ['See https://example.com/a?b=1&c=2 and www.example.org.\n\n- a@b.example, at last\n'],
  ['> [!warning]\n> Look: https://example.com\n'],
  ['| a | b |\n| - | - |\n| `1` | www.example.com |\n'],
  ['[x](https://example.com) and [https://example.com](https://example.com)\n'],
  ['日本 👍 [x][y]\r\n\r\n[y]: http://example.com\r\n'],
  ['1. a\n   - b\n\n```js\nc\n```\n'],
  ['import A from "a"\n\n# One\n\n<A b="c">d</A>\n', 'mdx'],
])('%j is the tree of remark', (text, format = 'markdown') => {
  const reference = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
  if (format === 'mdx') reference.use(remarkMdx)
  const expected = plain(reference.parse(text))
  if (format === 'markdown') expect(plain(treeForPlugins(text, format, native))).toEqual(expected)
  const positions = (tree: unknown): unknown =>
    JSON.stringify(tree).match(/"(?:line|column|offset|type)":[^,}]+/g)
  if (format === 'markdown')
    expect(positions(plain(treeForPlugins(text, format, remark)))).toEqual(positions(expected))
  expect(treeForPlugins(text, format, native).position?.end.line).toBe(text.split(/\r?\n/).length)
})
