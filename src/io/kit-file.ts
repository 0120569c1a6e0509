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

/** By a byte order mark, else by what XML declares, else UTF-8. */
function encodingOf(beginning: Uint8Array): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be'
  const words = Buffer.from(beginning).toString('latin1')
  return /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?\sencoding=["']([\w.:-]+)["']/.exec(words)?.[1] ?? 'utf-8'
}

async function* decoded(chunks: AsyncIterable<unknown>, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of chunks)
    if (chunk instanceof Uint8Array) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
