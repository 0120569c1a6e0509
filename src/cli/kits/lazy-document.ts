import type { OpenDocument } from '../../corpus/document.ts'
import type { Located } from '../../corpus/locate.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import type { FileEntry } from '../../io/files.ts'
import { readText } from '../../io/read-text.ts'
import { refusedFacts } from '../../markdown/facts.ts'

/** A document of which no more is read than is asked for; what was read goes with it. */
export class LazyDocument {
  readonly located: FileEntry & Located
  readonly text: string
  readonly hash: string
  readonly #read: () => Promise<OpenDocument>
  #document: Promise<OpenDocument> | undefined

  constructor(
    located: FileEntry & Located,
    { root, reader }: { readonly root: string; readonly reader: FactsReader },
  ) {
    const { text, hash, refusal } = readText(root, located)
    this.located = located
    this.text = text
    this.hash = hash
    this.#read = async () => {
      const facts = refusal ? refusedFacts(refusal) : await reader.read(text, located.path)
      return { ...located, text, hash, facts }
    }
  }

  open(): Promise<OpenDocument> {
    this.#document ??= this.#read()
    return this.#document
  }
}
