import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aliasesOf, type Config } from '../corpus/config.ts'
import { Corpus } from '../corpus/corpus.ts'
import { formatOf, type Document, type OpenDocument } from '../corpus/document.ts'
import { compileLayouts, placeOfPath, localeOfPath, type CompiledLayout } from '../corpus/layout.ts'
import { refusedFacts, type Refusal } from '../markdown/facts.ts'
import { hashOf } from '../text/edit.ts'
import type { FactsReader } from './facts-reader.ts'
import { listFiles, type FileEntry } from './files.ts'

/** A corpus as it stands on disk. */
export interface CorpusOnDisk {
  readonly corpus: Corpus
  readonly textOf: (path: string) => string
  /** Documents that no layout fits: linted alone. */
  readonly strays: readonly string[]
}

export interface ReadOptions {
  readonly root: string
  readonly config: Config
  readonly reader: FactsReader
  /** Called after each document. */
  readonly progress?: (done: number, all: number) => void
}

/** Reads every document below a root. */
export async function readCorpus({ root, config, reader, progress }: ReadOptions): Promise<CorpusOnDisk> {
  const entries = listFiles(root, config.exclude)
  const layouts = compileLayouts(config.layouts, aliasesOf(config), Object.keys(config.frontMatter))
  const wanted = entries.filter(({ path }) => /\.mdx?$/.test(path))
  const placed = wanted.filter(({ path }) => placeOfPath(path, layouts) !== undefined)
  const texts = new Map<string, string>()
  const documents: Document[] = []
  for (const [index, entry] of wanted.entries()) {
    const { text, hash, refusal } = readText(root, entry)
    texts.set(entry.path, text)
    const facts = refusal ? refusedFacts(refusal) : await reader.read(text, entry.path)
    documents.push({ ...placeFor(entry.path, layouts, config), hash, facts })
    progress?.(index + 1, wanted.length)
  }
  const corpus = new Corpus(
    config,
    documents,
    entries.map(({ path }) => path),
  )
  const isPlaced = new Set(placed.map(({ path }) => path))
  const strays = wanted.map(({ path }) => path).filter((path) => !isPlaced.has(path))
  return { corpus, textOf: (path) => texts.get(path) ?? '', strays }
}

/** Reads one text as the document that it would be at a path. */
export async function readDocument(
  path: string,
  text: string,
  corpus: Corpus,
  reader: FactsReader,
): Promise<OpenDocument> {
  const place = placeFor(path, corpus.layouts, corpus.config)
  return { ...place, hash: hashOf(text), facts: await reader.read(text, path), text }
}

function placeFor(
  path: string,
  layouts: readonly CompiledLayout[],
  config: Config,
): Omit<Document, 'hash' | 'facts'> {
  const place = placeOfPath(path, layouts)
  const format = formatOf(path)
  if (place) return { path, guide: place.guide, locale: place.locale, type: place.type, format }
  const locale = localeOfPath(path, aliasesOf(config))
  return { path, guide: path.replace(/\.mdx?$/, ''), locale, type: 'guide', format }
}

interface FileText {
  readonly text: string
  readonly hash: string
  readonly refusal?: Refusal
}

function readText(root: string, { path, outside }: FileEntry): FileText {
  const range = { start: 0, end: 0 }
  if (outside !== undefined) {
    return { text: '', hash: hashOf(''), refusal: { kind: 'link', range, target: outside } }
  }
  const bytes = bytesOf(join(root, path))
  if (typeof bytes === 'string') {
    return { text: '', hash: hashOf(''), refusal: { kind: 'unreadable', range, why: bytes } }
  }
  const hash = hashOf(bytes)
  // Where bytes are not UTF-8, they are read leniently, so that the place can be shown.
  const text = bytes.toString()
  if (isUtf8(bytes)) return { text, hash }
  const start = firstDamage(text, bytes)
  const byte = Buffer.byteLength(text.slice(0, start))
  return { text, hash, refusal: { kind: 'encoding', range: { start, end: start + 1 }, byte } }
}

/** The bytes of a file, or why it cannot be opened: one such file is no reason to leave the others unread. */
function bytesOf(path: string): Buffer | string {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why = unreadable[code]
    if (why === undefined) throw error
    return why
  }
}

const unreadable: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  ENOENT: 'it is gone',
  EIO: 'the disk fails',
}

/** The offset of the first replacement character that the bytes do not hold themselves. */
function firstDamage(text: string, bytes: Uint8Array): number {
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const byte = Buffer.byteLength(text.slice(0, at))
    if (!(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) return at
  }
  return 0
}
