import type { Nodes } from 'mdast'
import { overlaps, type Range } from '../text/range.ts'
import { lineAround } from '../text/source.ts'
import { emptyDraft, type Draft, type Facts, type Mention } from './facts.ts'
import type { Parsed } from './parse.ts'
import { blockReaders, noteTouch } from './read-blocks.ts'
import { holdsBlocks, markupReaders } from './read-markup.ts'
import { wordReaders } from './read-words.ts'
import { amongBlocks, rangeOf, type Reading, type Surroundings } from './reading.ts'

type AnyReader = (node: Nodes, range: Range, around: Surroundings, reading: Reading) => void

/** By node type; what has no reader is walked through. */
const readers: ReadonlyMap<string, AnyReader> = new Map(
  Object.entries({ ...blockReaders, ...wordReaders, ...markupReaders }) as [string, AnyReader][],
)

/** Reads a parsed document into facts, in one walk over its tree. */
export function factsOf(parsed: Parsed, text: string): Facts {
  const facts = emptyDraft()
  if (parsed.syntaxError) facts.syntaxError = parsed.syntaxError
  const reading: Reading = {
    text,
    facts,
    notes: [],
    previous: undefined,
    within: (node, around) => {
      walkChildren(node, around, reading)
    },
  }
  walkChildren(parsed.tree, amongBlocks(0, false, 0), reading)
  const asRead = { ...facts }
  resolveReferences(facts)
  facts.segments.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  if (facts.syntaxError) setAside(lineAround(text, facts.syntaxError.offset), facts)
  facts.mentions = mentionsIn(text, facts)
  return Object.assign(new LazyBlocks(() => reading.notes.map((note) => note(asRead))), facts)
}

/** The same facts with their blocks made, as plain data that may be copied. */
export function plainFacts(facts: Facts): Facts {
  return { ...facts, blocks: facts.blocks }
}

/**
 * Blocks are made when somebody asks for them: most runs never do. A class: the engine takes an object with a getter of
 * its own for the only one of its kind, and every look at it then costs several times as much.
 */
class LazyBlocks {
  readonly #make: () => Facts['blocks']
  #blocks: Facts['blocks'] | undefined

  constructor(make: () => Facts['blocks']) {
    this.#make = make
  }

  get blocks(): Facts['blocks'] {
    return (this.#blocks ??= this.#make())
  }
}

function walkChildren(parent: Nodes, around: Surroundings, reading: Reading): void {
  if (!('children' in parent)) return
  const mayTouch = !around.inItem && holdsBlocks(parent)
  let previous: Nodes | undefined
  for (const child of parent.children) {
    reading.previous = previous
    walk(child, around, reading)
    if (previous && mayTouch) noteTouch(previous, child, reading)
    previous = child
  }
}

function walk(node: Nodes, around: Surroundings, reading: Reading): void {
  const range = rangeOf(node)
  const reader = readers.get(node.type)
  if (reader) reader(node, range, around, reading)
  else walkChildren(node, around, reading)
}

/** Gives reference links and pictures the address of their definition; the first of several holds. */
function resolveReferences(facts: Draft): void {
  if (facts.definitions.length === 0) return
  const definitions = new Map([...facts.definitions].reverse().map((each) => [each.identifier, each]))
  const resolve = <Item extends Facts['links'][number] | Facts['images'][number]>(item: Item): Item => {
    const definition = item.form === 'reference' ? definitions.get(item.url) : undefined
    return definition ? { ...item, url: definition.url, urlRange: definition.urlRange } : item
  }
  facts.links = facts.links.map(resolve)
  facts.images = facts.images.map(resolve)
}

/** What is no MDX is not read for words either: a line of a document that was read as Markdown. */
function setAside(line: Range, facts: Draft): void {
  facts.opaque.push(line)
  facts.prose = facts.prose.filter((range) => !overlaps(range, line))
  facts.segments = facts.segments.filter(({ range }) => !overlaps(range, line))
  facts.labelGroups = facts.labelGroups.filter(({ range }) => !overlaps(range, line))
}

const fileNames = /[^\s"'`()<>{}[\]=,;|?#&]+/g
const pictureEnd = /\.(?:png|jpe?g|gif|svg|webp|avif|apng|bmp|tiff?)$/i
/** What holds no such thing names no picture: looked for before the names, of which code has thousands. */
const pictureName = /\.(?:png|jpe?g|gif|svg|webp|avif|apng|bmp|tiff?)(?![^\s"'`()<>{}[\]=,;|?#&])/i

/** The pictures that opaque stretches and the front matter name, besides those that are facts already. */
function mentionsIn(text: string, { opaque, frontMatter, links, images }: Draft): Mention[] {
  const ranges = frontMatter ? [frontMatter.contentRange, ...opaque] : opaque
  const found = ranges.flatMap(({ start, end }) => {
    const stretch = text.slice(start, end)
    if (!pictureName.test(stretch)) return []
    return Array.from(stretch.matchAll(fileNames), ({ 0: path, index }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      range: { start: start + index, end: start + index + path.length },
    })).filter(({ name }) => pictureEnd.test(name))
  })
  if (found.length === 0) return []
  const known = new Set([...links, ...images].map(({ urlRange }) => urlRange.start))
  return found.filter(({ range }) => !known.has(range.start))
}
