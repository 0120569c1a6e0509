import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { frontMatterRangeIn } from './front-matter-fence.ts'
import type { Format } from './parsed.ts'
import { ParseRefusal } from './refusal.ts'

/** The native parser's tree of a text without a byte order mark, as bytes. */
export type BytesOf = (text: string, format: Format) => Uint8Array

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

/**
 * Loads the native package.
 * @throws where it is not installed, or does not run on this machine
 */
export async function loadBinding(): Promise<BytesOf> {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve('satteri'))
  const binding = (await import(new URL('./binding.js', entry).href)) as Binding
  const read = (text: string, create: Binding['createMdastHandle']): Uint8Array => {
    const handle = create(text, frontMatterRangeIn(text) ? gfm | bits.frontMatter : gfm, true)
    try {
      return binding.serializeHandle(handle)
    } finally {
      binding.dropHandle(handle)
    }
  }
  return (text, format) => {
    if (format === 'markdown') return read(text, binding.createMdastHandle)
    try {
      return read(text, binding.createMdxMdastHandle)
    } catch {
      // Remark's words and place are used for a text that is no MDX, so that they are the same everywhere.
      throw new ParseRefusal('reference', 'MDX that the native parser refuses')
    }
  }
}
