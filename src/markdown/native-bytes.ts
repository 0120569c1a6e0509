/** Where words of four bytes stand at the head. */
const header = { magic: 0, nodeSize: 2, nodes: 4, children: 6, data: 8, poolLength: 9, pool: 10 }
const magic = 0x5241444d

/** Where words of four bytes stand in a node. */
const field = { type: 1, start: 3, end: 4, line: 5, firstChild: 9, childCount: 10, data: 11 }
const nodeWords = 13

/** One node of the native parser's tree. */
interface NativeNode {
  readonly type: number
  readonly start: number
  readonly end: number
  /** 0 where the node stands nowhere in the text. */
  readonly line: number
  /** Where what it says of itself begins. */
  readonly data: number
  readonly firstChild: number
  readonly childCount: number
}

/** The native parser's tree as it comes: nodes, lists of children, data of the nodes, and a pool of strings. */
export class NativeBytes {
  readonly #source: string
  readonly #words: Uint32Array
  readonly #view: DataView
  readonly #nodes: number
  readonly #children: number
  readonly #data: number
  readonly #pool: Buffer
  /** The pool begins with so many bytes of the source, where each character is one; 0 where not. */
  readonly #plainLength: number

  /** @throws TypeError for other bytes than such a tree */
  constructor(bytes: Uint8Array, source: string) {
    this.#source = source
    this.#words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#word(header.magic) !== magic || this.#word(header.nodeSize) !== nodeWords * 4)
      throw new TypeError('Unexpected bytes, expected a tree')
    this.#nodes = this.#word(header.nodes) >> 2
    this.#children = this.#word(header.children) >> 2
    this.#data = this.#word(header.data)
    const pool = bytes.byteOffset + this.#word(header.pool)
    this.#pool = Buffer.from(bytes.buffer, pool, this.#word(header.poolLength))
    const length = Buffer.byteLength(source)
    this.#plainLength = length === source.length ? length : 0
  }

  nodeAt(id: number): NativeNode {
    const at = this.#nodes + id * nodeWords
    return {
      type: this.#word(at + field.type) & 255,
      start: this.#word(at + field.start),
      end: this.#word(at + field.end),
      line: this.#word(at + field.line),
      data: this.#data + this.#word(at + field.data),
      firstChild: this.#children + this.#word(at + field.firstChild),
      childCount: this.#word(at + field.childCount),
    }
  }

  /** The node at a place in the lists of children. */
  childAt(place: number): number {
    return this.#word(place)
  }

  byte(at: number): number {
    return this.#view.getUint8(at)
  }

  word(at: number): number {
    return this.#view.getUint32(at, true)
  }

  /** The string of the pool whose offset and length stand at a place. */
  string(at: number): string {
    const start = this.word(at)
    const length = this.word(at + 4)
    const end = start + length
    if (length === 0) return ''
    if (end <= this.#plainLength) return this.#source.slice(start, end)
    for (let i = start; i < end; i++)
      if ((this.#pool[i] ?? 0) > 127) return this.#pool.toString('utf8', start, end)
    return this.#pool.toString('latin1', start, end)
  }

  #word(index: number): number {
    return this.#words[index] ?? 0
  }
}
