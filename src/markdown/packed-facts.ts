import { emptyFacts, type FactKind, type Facts } from './facts.ts'
import { Packer } from './pack.ts'
import { cursorAt, unpack, unpackCount } from './unpack.ts'

/** What a document shows to others: all that a rule of the whole corpus may ask of one. */
const outward = [
  'refused',
  'syntaxError',
  'frontMatter',
  'headings',
  'anchors',
  'links',
  'images',
  'definitions',
  'comments',
  'mentions',
] as const satisfies readonly FactKind[]

/** The outward facts as bytes, kind by kind: to be stored, and handed from thread to thread. */
export function packFacts(facts: Facts): Uint8Array {
  const head = new Packer()
  const body = new Packer()
  for (const kind of outward) {
    const start = body.length
    body.begin()
    if (!isEmpty(facts[kind])) body.write(facts[kind])
    head.count(body.length - start)
  }
  return Buffer.concat([head.bytes(), body.bytes()])
}

function isEmpty(fact: Facts[FactKind]): boolean {
  return fact === undefined || (Array.isArray(fact) && fact.length === 0)
}

/** Where the bytes of each outward kind are, and what was read of them. */
interface Packed {
  readonly bytes: Buffer
  /** Where each kind begins; the last one ends at the last offset. */
  readonly offsets: readonly number[]
  readonly read: Map<FactKind, unknown>
}

const packedOf = new WeakMap<object, Packed>()

/** Facts that are read from their bytes, kind by kind, when they are asked for. */
const lazyFacts = Object.create(null, {
  ...Object.fromEntries(
    (Object.keys(emptyFacts()) as FactKind[]).map((kind) => [kind, { get: () => refuse(kind) }]),
  ),
  ...Object.fromEntries(
    outward.map((kind, index) => [
      kind,
      {
        get(this: object) {
          return factOf(kind, index, packedOf.get(this))
        },
      },
    ]),
  ),
}) as object

/** The facts of such bytes. Each kind is read when it is asked for, and kept; what is not outward cannot be asked for. */
export function unpackFacts(bytes: Uint8Array): Facts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = cursorAt(buffer)
  const sizes = outward.map(() => unpackCount(head))
  let at = head.at
  const offsets = [at, ...sizes.map((size) => (at += size))]
  const facts = Object.create(lazyFacts) as Facts
  packedOf.set(facts, { bytes: buffer, offsets, read: new Map() })
  return facts
}

function factOf(kind: FactKind, index: number, packed: Packed | undefined): unknown {
  if (!packed) return undefined
  const { bytes, offsets, read } = packed
  if (read.has(kind)) return read.get(kind)
  const [start = 0, end = 0] = offsets.slice(index, index + 2)
  const fact = start === end ? nothing[kind] : unpack(cursorAt(bytes, start))
  read.set(kind, fact)
  return fact
}

const nothing: Facts = emptyFacts()

function refuse(kind: string): never {
  throw new RangeError(`Unexpected look at the ${kind} of a document from outside its guide`)
}
