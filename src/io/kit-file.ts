import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** Larger ones are given out in parts: reading takes memory for every unit. */
export const largestKit: number = 64 * 1024 * 1024

/** A file that may be a kit, opened for reading. */
export interface OpenKitFile {
  readonly name: string
  readonly size: number
  /** Its first bytes. */
  readonly beginning: Uint8Array
  /** Its text, piece by piece. @throws TypeError where a byte is none of the encoding, RangeError where that is unknown. */
  text(): AsyncIterable<string>
  bytes(): Promise<Uint8Array>
}

/** Opens a file that may be a kit. @throws Node's error where it cannot be read. */
export async function openKitFile(path: string): Promise<OpenKitFile> {
  const { size } = await stat(path)
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    const beginning = buffer.subarray(0, bytesRead)
    return {
      name: basename(path),
      size,
      beginning,
      text: () => decoded(createReadStream(path, { highWaterMark: 1 << 18 }), encodingOf(beginning)),
      bytes: () => readFile(path),
    }
  } finally {
    await handle.close()
  }
}

/** A file whose bytes are in another encoding than it says. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding'
}

/** What XML, and the head of a PO, declare. */
const declared = [
  /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?\sencoding=["']([\w.:-]+)["']/,
  /^(?!\s*<)[^]*?\n"Content-Type: text\/[\w-]+; charset=([\w.:-]+)\\n"/i,
]

/** By a byte order mark, else by what the file declares, else UTF-8. */
function encodingOf(beginning: Uint8Array): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be'
  const words = Buffer.from(beginning).toString('latin1')
  const named = declared.flatMap((pattern) => pattern.exec(words)?.[1] ?? [])[0]
  // What a template of PO says until someone fills it in.
  return named === undefined || named === 'CHARSET' ? 'utf-8' : named
}

async function* decoded(chunks: AsyncIterable<unknown>, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const doubt = /^(?:utf|us-ascii|ascii)/i.test(encoding) ? undefined : new Utf8Doubt()
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue
    doubt?.hear(chunk)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
  if (doubt?.isUtf8())
    throw new WrongEncoding(
      `Unexpected bytes of UTF-8 in a file that declares \`${encoding}\`, expected one of the two throughout`,
    )
}

/** Bytes of another encoding are UTF-8 by chance only where they are letters of ASCII alone. */
class Utf8Doubt {
  #decoder: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true })
  #hasMore = false

  hear(chunk: Uint8Array): void {
    this.#hasMore ||= chunk.some((byte) => byte > 127)
    this.#try((decoder) => decoder.decode(chunk, { stream: true }))
  }

  /** Asked once, at the end. */
  isUtf8(): boolean {
    this.#try((decoder) => decoder.decode())
    return this.#hasMore && this.#decoder !== undefined
  }

  #try(decode: (decoder: TextDecoder) => void): void {
    try {
      if (this.#decoder) decode(this.#decoder)
    } catch {
      this.#decoder = undefined
    }
  }
}
