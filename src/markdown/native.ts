import { allTables, canonicalTree, type Tables } from './canonical.ts'
import { loadBinding } from './native-binding.ts'
import { nativeTree } from './native-tree.ts'
import type { Parse } from './parsed.ts'

/**
 * The native parser, or undefined where the package is missing, broken, or not the one that is known here.
 * @param tables less than all, for a test
 */
export async function loadNative(tables: Tables = allTables): Promise<Parse | undefined> {
  try {
    const bytesOf = await loadBinding()
    const parse: Parse = (text, format) => {
      const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0
      const body = shift === 0 ? text : text.slice(1)
      const tree = nativeTree(bytesOf(body, format), body, shift)
      return { tree: canonicalTree(tree, text, { parser: 'native', format, tables }) }
    }
    return understands(parse) ? parse : undefined
  } catch {
    return undefined
  }
}

/** A short text whose tree tells whether the option bits and the bytes mean what is thought here. */
function understands(parse: Parse): boolean {
  const [block] = parse('www.example.com ~~x~~', 'markdown').tree.children
  return (
    block?.type === 'paragraph' && block.children[0]?.type === 'text' && block.children[1]?.type === 'delete'
  )
}
