import { formatOf, type OpenDocument } from '../../src/corpus/document.ts'
import type { FactsReader } from '../../src/io/facts-reader.ts'
import { hashOf } from '../../src/text/edit.ts'

/** A text as the British source of a guide by itself. */
export async function sourceDocument(path: string, text: string, reader: FactsReader): Promise<OpenDocument> {
  const facts = await reader.read(text, path)
  return {
    path,
    guide: path,
    locale: 'en-gb',
    type: 'guide',
    format: formatOf(path),
    hash: hashOf(text),
    facts,
    text,
  }
}
