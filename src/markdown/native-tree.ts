import type { Root } from 'mdast'
import { NativeBytes } from './native-bytes.ts'
import { ParseRefusal } from './refusal.ts'
import type { TreeNode } from './tree-node.ts'

type Position = NonNullable<TreeNode['position']>

/** A node; its children are put in later, where it can have some. `at` is where its data begins. */
type Make = (position: Position, bytes: NativeBytes, at: number) => object

function parent(type: string): Make {
  return (position) => ({ type, position, children: [] })
}

function leaf(type: string): Make {
  return (position) => ({ type, position })
}

function literal(type: string): Make {
  return (position, bytes, at) => new Literal(type, position, bytes, at)
}

/** A node that takes its value out of the bytes only when somebody asks for it: few do. */
class Literal {
  readonly type: string
  readonly position: Position
  readonly #bytes: NativeBytes
  readonly #at: number
  #value: string | undefined

  constructor(type: string, position: Position, bytes: NativeBytes, at: number) {
    this.type = type
    this.position = position
    this.#bytes = bytes
    this.#at = at
  }

  get value(): string {
    return (this.#value ??= this.#bytes.string(this.#at))
  }

  set value(value: string) {
    this.#value = value
  }
}

function expression(type: string): Make {
  return (position, bytes, at) => ({ type, position, value: withSpaces(bytes.string(at)) })
}

function element(type: string): Make {
  return (position, bytes, at) => {
    const name = bytes.string(at) || null
    const attributes = Array.from({ length: bytes.word(at + 8) }, (_, index) =>
      attributeAt(bytes, at + 16 + index * 20),
    )
    return { type, position, children: [], name, attributes }
  }
}

function attributeAt(bytes: NativeBytes, at: number): object {
  const name = bytes.string(at + 4)
  const value = bytes.string(at + 12)
  switch (bytes.byte(at)) {
    case 0:
      return { type: 'mdxJsxAttribute', name, value: null }
    case 1:
      return { type: 'mdxJsxAttribute', name, value }
    case 2:
      return {
        type: 'mdxJsxAttribute',
        name,
        value: { type: 'mdxJsxAttributeValueExpression', value: withSpaces(value) },
      }
    default:
      return { type: 'mdxJsxExpressionAttribute', value: withSpaces(value) }
  }
}

/** Expressions hold another character in the place of spaces. */
function withSpaces(words: string): string {
  return words.includes('\uF002') ? words.replaceAll('\uF002', ' ') : words
}

const referenceTypes = ['shortcut', 'collapsed', 'full']
const alignments = [null, 'left', 'right', 'center']

const makersByNumber: Readonly<Record<number, Make>> = {
  0: parent('root'),
  1: parent('paragraph'),
  2: (position, bytes, at) => ({ type: 'heading', position, children: [], depth: bytes.byte(at) }),
  3: leaf('thematicBreak'),
  4: parent('blockquote'),
  5(position, bytes, at) {
    const ordered = bytes.byte(at + 4) !== 0
    const start = ordered ? bytes.word(at) : null
    return { type: 'list', position, children: [], ordered, start, spread: bytes.byte(at + 5) !== 0 }
  },
  6(position, bytes, at) {
    const mark = bytes.byte(at)
    const checked = mark === 2 ? null : mark === 1
    return { type: 'listItem', position, children: [], spread: bytes.byte(at + 1) !== 0, checked }
  },
  7: literal('html'),
  8: (position, bytes, at) => ({
    type: 'code',
    position,
    value: bytes.string(at + 16),
    lang: bytes.string(at) || null,
    meta: bytes.string(at + 8) || null,
  }),
  9: (position, bytes, at) => ({
    type: 'definition',
    position,
    url: bytes.string(at),
    title: bytes.string(at + 8) || null,
    identifier: bytes.string(at + 16),
    label: bytes.string(at + 24),
  }),
  10: literal('text'),
  11: parent('emphasis'),
  12: parent('strong'),
  13: literal('inlineCode'),
  14: leaf('break'),
  15: (position, bytes, at) => ({
    type: 'link',
    position,
    children: [],
    url: bytes.string(at),
    title: bytes.string(at + 8) || null,
  }),
  16: (position, bytes, at) => ({
    type: 'image',
    position,
    url: bytes.string(at),
    alt: bytes.string(at + 8),
    title: bytes.string(at + 16) || null,
  }),
  17: (position, bytes, at) => ({
    type: 'linkReference',
    position,
    children: [],
    identifier: bytes.string(at),
    label: bytes.string(at + 8),
    referenceType: referenceTypes[bytes.byte(at + 16)],
  }),
  18: (position, bytes, at) => ({
    type: 'imageReference',
    position,
    identifier: bytes.string(at),
    label: bytes.string(at + 8),
    referenceType: referenceTypes[bytes.byte(at + 16)],
    alt: bytes.string(at + 20),
  }),
  19: (position, bytes, at) => ({
    type: 'footnoteDefinition',
    position,
    children: [],
    identifier: bytes.string(at),
    label: bytes.string(at + 8),
  }),
  20: (position, bytes, at) => ({
    type: 'footnoteReference',
    position,
    identifier: bytes.string(at),
    label: bytes.string(at + 8),
  }),
  21(position, bytes, at) {
    const align = Array.from(
      { length: bytes.word(at) },
      (_, column) => alignments[bytes.byte(at + 4 + column)],
    )
    return { type: 'table', position, children: [], align }
  },
  22: parent('tableRow'),
  23: parent('tableCell'),
  24: parent('delete'),
  25: literal('yaml'),
  26: literal('toml'),
  100: element('mdxJsxFlowElement'),
  101: element('mdxJsxTextElement'),
  102: expression('mdxFlowExpression'),
  103: expression('mdxTextExpression'),
  104: expression('mdxjsEsm'),
}

/** By the native parser's number for a kind of node; other kinds do not come of the options that are used. */
const makers = Array.from({ length: 105 }, (_, number) => makersByNumber[number])

/**
 * Reads the native parser's tree out of its bytes, with offsets alone.
 * @param shift added to each offset
 * @throws ParseRefusal where a node has no place, as those have that the parser makes up
 */
export function nativeTree(serialized: Uint8Array, source: string, shift: number): Root {
  const bytes = new NativeBytes(serialized, source)
  const build = (id: number): TreeNode => {
    const { type, start, end, line, data, firstChild, childCount } = bytes.nodeAt(id)
    const make = makers[type]
    if (make === undefined || line === 0)
      throw new ParseRefusal('reference', 'a node of an unknown kind or place')
    const position = { start: { offset: start + shift }, end: { offset: end + shift } }
    const node = make(position, bytes, data) as TreeNode
    if (node.children !== undefined)
      for (let child = 0; child < childCount; child++)
        node.children.push(build(bytes.childAt(firstChild + child)))
    return node
  }
  return build(0) as Root
}
