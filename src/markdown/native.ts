import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Root } from 'mdast'
import { frontMatterRangeIn } from './front-matter-fence.ts'
import { canonicalTree } from './canonical.ts'
import type { Normaliser } from './normalise.ts'
import type { Parse } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'

interface Handle {
  readonly handle: unique symbol
}

/** What this file uses of the native package: the calls below its public ones, which hide the option bits. */
interface Binding {
  readonly createMdastHandle: (source: string, options: number, positions: boolean) => Handle
  readonly createMdxMdastHandle: (source: string, options: number, positions: boolean) => Handle
  readonly serializeHandle: (handle: Handle) => Uint8Array
  readonly dropHandle: (handle: Handle) => void
}

const bits = {
  tables: 1 << 1,
  footnotes: 1 << 2,
  strikethrough: 1 << 3,
  taskLists: 1 << 4,
  frontMatter: (1 << 7) | (1 << 8),
}

/** GFM without its literal addresses: those are found in the text, alike for both parsers. */
const gfm = bits.tables | bits.footnotes | bits.strikethrough | bits.taskLists

/** The native parser, or undefined where the package is missing, broken, or not the one this file knows.
 * @param table other normalisers than all, for a test
 */
export async function loadNative(table?: readonly Normaliser[]): Promise<Parse | undefined> {
  try {
    const entry = pathToFileURL(createRequire(import.meta.url).resolve('satteri'))
    const binding = (await import(new URL('./binding.js', entry).href)) as Binding
    const { MdastReader, materializeMdastTree } = await import('satteri')
    const read = (text: string, create: Binding['createMdastHandle'], options: number): Root => {
      const handle = create(text, options, true)
      try {
        return materializeMdastTree(new MdastReader(binding.serializeHandle(handle)))
      } finally {
        binding.dropHandle(handle)
      }
    }
    const parse: Parse = (text, format) => {
      const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
      const options = frontMatterRangeIn(text) ? gfm | bits.frontMatter : gfm
      const tree = format === 'mdx' ? readMdx(body, options) : read(body, binding.createMdastHandle, options)
      return { tree: canonicalTree(tree, text, { parser: 'native', format, normalisers: table }) }
    }
    const readMdx = (body: string, options: number): Root => {
      try {
        return read(body, binding.createMdxMdastHandle, options)
      } catch {
        // Remark's words and place are used for a text that is no MDX, so that they are the same everywhere.
        throw new ParseRefusal('reference', 'MDX that the native parser refuses')
      }
    }
    return understands(parse) ? parse : undefined
  } catch {
    return undefined
  }
}

/** A short text whose tree tells whether the option bits mean what this file thinks. */
function understands(parse: Parse): boolean {
  const [block] = parse('www.example.com ~~x~~', 'markdown').tree.children
  return (
    block?.type === 'paragraph' && block.children[0]?.type === 'text' && block.children[1]?.type === 'delete'
  )
}
