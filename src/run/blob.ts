import * as z from 'zod'
import type { Located } from '../corpus/locate.ts'
import type { Message } from '../lint/message.ts'
import type { KnownLedger } from './known.ts'

/** One of the parts that a corpus is looked at in: the second of four is `{ index: 2, count: 4 }`. */
export interface ShardNumber {
  readonly index: number
  readonly count: number
}

/** What was asked of the command line, so that all parts, and what is made of them, are asked the same. */
export interface Asked {
  readonly paths: readonly string[]
  readonly config?: string | undefined
  readonly locale?: readonly string[] | undefined
  readonly rule?: readonly string[] | undefined
}

/** What was seen of one document. */
export interface BlobDocument extends Located {
  readonly hash: string
  readonly ledger?: KnownLedger
  readonly isHushed: boolean
  readonly near: readonly Message[]
  /** What it shows to the documents of other guides. */
  readonly facts: Uint8Array
}

/** What one shard saw: all that the rules of the whole corpus need, and what the others found. */
export interface Blob {
  readonly shard: ShardNumber
  readonly asked: Asked
  /** Of the program, its config, the settings and the rules. */
  readonly key: string
  /** A hash of all paths, which all shards see. */
  readonly shape: string
  /** All paths; in the first shard alone. */
  readonly files: readonly string[]
  readonly documents: readonly BlobDocument[]
  /** The messages of guides as a whole. */
  readonly guides: readonly (readonly [string, readonly Message[]])[]
}

const mark = 'hexapla-blob 1'

const headSchema = z.strictObject({
  mark: z.literal(mark),
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1) }),
  asked: z.strictObject({
    paths: z.array(z.string()),
    config: z.string().optional(),
    locale: z.array(z.string()).optional(),
    rule: z.array(z.string()).optional(),
  }),
  key: z.string(),
  shape: z.string(),
})

type SizedDocument = Omit<BlobDocument, 'facts'> & { readonly size: number }
type Body = Pick<Blob, 'files' | 'guides'> & { readonly documents: readonly SizedDocument[] }

/** A blob as bytes: a line that says what it is, a line that says what was seen, and the facts one behind another. */
export function packBlob({ shard, asked, key, shape, files, documents, guides }: Blob): Uint8Array {
  const body: Body = {
    files,
    guides,
    documents: documents.map(({ facts, ...rest }) => ({ ...rest, size: facts.length })),
  }
  const head = JSON.stringify({ mark, shard, asked, key, shape })
  return Buffer.concat([
    Buffer.from(`${head}\n${JSON.stringify(body)}\n`),
    ...documents.map(({ facts }) => facts),
  ])
}

/** What such bytes hold; those of another key are not read. Undefined where they are no blob. */
export function unpackBlob(bytes: Buffer, expected: string): Blob | 'foreign' | undefined {
  const head = headSchema.safeParse(parsed(lineAt(bytes, 0)))
  if (!head.success) return undefined
  const { shard, asked, key, shape } = head.data
  if (key !== expected) return 'foreign'
  const start = bytes.indexOf(10) + 1
  const { files, guides, documents } = parsed(lineAt(bytes, start)) as Body
  let at = bytes.indexOf(10, start) + 1
  return {
    shard,
    asked,
    key,
    shape,
    files,
    guides,
    documents: documents.map(({ size, ...rest }) => ({ ...rest, facts: bytes.subarray(at, (at += size)) })),
  }
}

/** What a blob was asked, whoever made it; undefined where it is none. */
export function askedIn(bytes: Buffer): Asked | undefined {
  return headSchema.safeParse(parsed(lineAt(bytes, 0))).data?.asked
}

function lineAt(bytes: Buffer, start: number): string {
  return bytes.toString('utf8', start, Math.max(bytes.indexOf(10, start), start))
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
