import { readDocument, type CorpusOnDisk } from '../../io/read.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { placeOfPath } from '../../corpus/layout.ts'

/** All that comes in on a stream, as text. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
}

/** The corpus as it would be with a text at a path. */
export async function withText(
  disk: CorpusOnDisk,
  path: string,
  text: string,
  reader: FactsReader,
): Promise<CorpusOnDisk> {
  const document = await readDocument(path, text, disk.corpus, reader)
  const isStray = placeOfPath(path, disk.corpus.layouts) === undefined
  return {
    corpus: disk.corpus.with([document]),
    textOf: (other) => (other === path ? text : disk.textOf(other)),
    strays: isStray ? [path] : [],
    locales: disk.locales,
  }
}
