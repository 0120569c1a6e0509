import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Root } from 'mdast'
import type { Config } from '../corpus/config.ts'
import { Corpus } from '../corpus/corpus.ts'
import type { Document, OpenDocument } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import { documentsAmong, locateBy, type Located } from '../corpus/locate.ts'
import { refusedFacts } from '../markdown/facts.ts'
import { hashOf } from '../text/edit.ts'
import type { FactsReader } from './facts-reader.ts'
import { listFiles, type FileEntry } from './files.ts'
import { readText } from './read-text.ts'

/** A corpus as it stands on disk. */
export interface CorpusOnDisk {
  readonly corpus: Corpus
  readonly textOf: (path: string) => string
  /** Documents that no layout fits: linted alone. */
  readonly strays: readonly string[]
  /** Of all documents that are there, those that were not read included. */
  readonly locales: ReadonlySet<Locale>
}

export interface ReadOptions {
  readonly root: string
  readonly config: Config
  readonly reader: FactsReader
  /** Which documents are read; all where nothing is said. */
  readonly isAsked?: (document: Located) => boolean
  /** Called with the tree of a document, where this thread made one; it is let go afterwards. */
  readonly onTree?: (document: Document, tree: Root) => void
  /** Called after each document. */
  readonly progress?: (done: number, all: number) => void
}

/** Reads the documents below a root. */
export async function readCorpus({
  root,
  config,
  reader,
  isAsked = () => true,
  onTree,
  progress,
}: ReadOptions): Promise<CorpusOnDisk> {
  const entries = listFiles(root, config.exclude)
  const all = documentsAmong(entries, config)
  const wanted = all.filter(isAsked)
  const texts = new Map<string, string>()
  const documents = new Array<Document>(wanted.length)
  let done = 0
  const readOne = async (index: number, located: FileEntry & Located): Promise<void> => {
    const { path } = located
    const { text, hash, refusal } = readText(root, located)
    texts.set(path, text)
    let tree: Root | undefined
    const keep = (made: Root): void => {
      tree = made
    }
    const facts = refusal ? refusedFacts(refusal) : await reader.read(text, path, onTree && keep)
    const document = { ...located, hash, facts }
    documents[index] = document
    if (tree) onTree?.(document, tree)
    progress?.(++done, wanted.length)
  }
  const readings: Promise<void>[] = []
  for (const [index, each] of wanted.entries()) {
    const reading = readOne(index, each)
    readings.push(reading)
    // What remark reads in its thread is not waited for: others are read meanwhile.
    await Promise.race([reading, nextTurn()])
  }
  await Promise.all(readings)
  const strays = wanted.flatMap(({ path, isStray }) => (isStray ? [path] : []))
  const corpus = new Corpus(
    config,
    documents,
    entries.map(({ path }) => path),
  )
  const locales = new Set(all.flatMap(({ locale, isStray }) => (isStray ? [] : (locale ?? []))))
  return { corpus, textOf: (path) => texts.get(path) ?? '', strays, locales }
}

/** Reads one text as the document that it would be at a path. */
export async function readDocument(
  path: string,
  text: string,
  corpus: Corpus,
  reader: FactsReader,
): Promise<OpenDocument> {
  return { ...locateBy(corpus.config)(path), hash: hashOf(text), facts: await reader.read(text, path), text }
}
