import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParsePlugin from 'remark-parse'
import { unified, type Processor } from 'unified'
import { frontMatterRangeIn } from './front-matter-fence.ts'
import { allTables, canonicalTree, type Tables } from './canonical.ts'
import { mdxFaultOffset } from './mdx-fault.ts'
import type { Parse } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'
import type { TreeNode } from './tree-node.ts'

interface Point {
  readonly offset?: number
}

/** What remark-mdx throws: a message with its place, where it has one. */
interface SyntaxMessage extends Error {
  readonly reason: string
  readonly place?: Point | { readonly start: Point }
}

/** Takes GFM's literal addresses out again: they are found in the text, alike for both parsers. */
function withoutLiterals(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions?.push({
    disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] },
  })
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter(({ transforms }) => transforms === undefined)
}

/** A reader of texts of one kind; front matter is read only where the text is known to have some. */
function readerOf(mdx: boolean, frontMatter: boolean): (text: string) => Root {
  const processor = unified().use(remarkParsePlugin).use(remarkGfm)
  if (frontMatter) processor.use(remarkFrontmatter, ['yaml', 'toml'])
  if (mdx) processor.use(remarkMdx)
  processor.use(withoutLiterals)
  return (text) => processor.parse(text)
}

const readers = {
  markdown: { plain: readerOf(false, false), frontMatter: readerOf(false, true) },
  mdx: { plain: readerOf(true, false), frontMatter: readerOf(true, true) },
}

/**
 * The reference parser: remark with GFM, front matter and, for `mdx`, MDX.
 * @param tables less than all, for a test
 */
export function remarkParseBy(tables: Tables): Parse {
  return (text, format) => {
    const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0
    const body = text.slice(shift)
    const kind = frontMatterRangeIn(text) ? 'frontMatter' : 'plain'
    const canonical = (tree: Root): Root =>
      canonicalTree(shifted(tree, shift), text, { parser: 'remark', format, tables })
    try {
      if (format === 'markdown') return { tree: canonical(readers.markdown[kind](body)) }
      const read = attempt(readers.mdx[kind], body)
      if ('tree' in read) return { tree: canonical(read.tree) }
      const offset = shift + mdxFaultOffset(body, read.reason, read.offset)
      return {
        tree: canonical(readers.markdown[kind](body)),
        syntaxError: { reason: read.reason, offset },
      }
    } catch (error) {
      if (error instanceof RangeError) throw new ParseRefusal('depth', 'the parser ran out of stack')
      throw error
    }
  }
}

export const remarkParse: Parse = remarkParseBy(allTables)

/** The tree with every offset moved. */
function shifted(tree: Root, by: number): Root {
  const visit = (node: TreeNode): void => {
    if (node.position) {
      const { start, end } = node.position
      node.position = { start: { offset: start.offset + by }, end: { offset: end.offset + by } }
    }
    node.children?.forEach(visit)
  }
  if (by > 0) visit(tree as TreeNode)
  return tree
}

type Attempt = { readonly tree: Root } | { readonly reason: string; readonly offset: number }

/** The tree, or what the MDX grammar objects to; every other error passes. */
function attempt(read: (text: string) => Root, text: string): Attempt {
  try {
    return { tree: read(text) }
  } catch (error) {
    if (!isSyntaxMessage(error)) throw error
    const { place, reason } = error
    const point = place !== undefined && 'start' in place ? place.start : place
    return { reason, offset: point?.offset ?? 0 }
  }
}

function isSyntaxMessage(error: unknown): error is SyntaxMessage {
  return error instanceof Error && 'reason' in error
}
