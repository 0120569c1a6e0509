import { isSomeones } from './given.ts'
import { KitFault, type ReturnedKit, type ReturnedUnit } from './kit.ts'
import { listenToXml, type Opening, type XmlListener } from './xml.ts'

/** What is being read of a unit. */
interface Draft {
  readonly id: string
  readonly line: number
  /** What tells the words that it was given out with. */
  readonly name: string | undefined
  source: string
  target: string
  isMarked: boolean
}

/** What the two versions of XLIFF call their parts. */
interface Dialect {
  readonly unit: string
  readonly name: string
  /** Of the languages. */
  readonly attributes: readonly [source: string, target: string]
  /** The element that carries a state. */
  readonly stated: string
  readonly done: ReadonlySet<string>
  /** What says nothing of the translation itself. */
  readonly skipped: ReadonlySet<string>
  /** What inline elements are in numbered tags: before what they hold, and behind it; undefined where it is markup. */
  readonly inlines: Readonly<Record<string, Inline>>
}

type Inline = (attributes: Opening['attributes']) => readonly [before: string, behind: string]

/**
 * Reads XLIFF 2 or 1.2, whatever program wrote it: inline elements become numbered tags again, segments of a unit that was
 * split are joined, matches and notes are passed over.
 * @throws KitFault for what is no XLIFF, or damaged.
 */
export async function readXliff(chunks: AsyncIterable<string> | Iterable<string>): Promise<ReturnedKit[]> {
  const reader = new Reader()
  await listenToXml(chunks, reader)
  return reader.kits
}

class Reader implements XmlListener {
  readonly kits: ReturnedKit[] = []
  #dialect: Dialect | undefined
  /** Those of the whole file, where it has them. */
  #languages: Partial<ReturnedKit['languages']> = {}
  #file:
    | { readonly path: string; readonly languages: ReturnedKit['languages']; readonly units: ReturnedUnit[] }
    | undefined
  #unit: Draft | undefined
  /** Where words go. */
  #side: 'source' | 'target' | undefined
  /** Elements that are passed over with all in them. */
  #skipped = 0
  /** The closing tags of inline elements that are open. */
  readonly #open: string[] = []

  open({ name, attributes, line }: Opening): void {
    if (this.#skipped > 0) this.#skipped++
    else if (!this.#dialect) this.#begin(name, attributes, line)
    else if (this.#dialect.skipped.has(name)) this.#skipped++
    else if (name === 'file') this.#beginFile(this.#dialect, attributes, line)
    else if (name === this.#dialect.unit) this.#beginUnit(this.#dialect, attributes, line)
    else this.#beginPart(this.#dialect, { name, attributes, line })
  }

  text(words: string): void {
    if (this.#skipped > 0 || !this.#unit || !this.#side) return
    this.#unit[this.#side] += words
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--
    else if (name === 'source' || name === 'target') this.#side = undefined
    else if (this.#side) this.text(this.#open.pop() ?? '')
    else if (name === this.#dialect?.unit) this.#endUnit()
    else if (name === 'file') {
      if (this.#file) this.kits.push(this.#file)
      this.#file = undefined
    }
  }

  #begin(name: string, attributes: Opening['attributes'], line: number): void {
    const { version = '' } = attributes
    this.#dialect = dialects.find(([pattern]) => name === 'xliff' && pattern.test(version))?.[1]
    if (!this.#dialect)
      throw new KitFault(line, `Unexpected \`<${name} version="${version}">\`, expected XLIFF 2 or XLIFF 1.2`)
    const [source, target] = this.#dialect.attributes.map((each) => attributes[each])
    this.#languages = { ...(source !== undefined && { source }), ...(target !== undefined && { target }) }
  }

  #beginFile({ attributes: [from, to] }: Dialect, attributes: Opening['attributes'], line: number): void {
    const languages = {
      source: this.#languages.source ?? required(attributes, from, line),
      target: this.#languages.target ?? required(attributes, to, line),
    }
    this.#file = { path: required(attributes, 'original', line), languages, units: [] }
  }

  #beginUnit({ name, unit }: Dialect, attributes: Opening['attributes'], line: number): void {
    if (!this.#file) throw new KitFault(line, `Unexpected \`<${unit}>\`, expected it in a \`<file>\``)
    const id = required(attributes, 'id', line)
    this.#unit = { id, line, name: attributes[name], source: '', target: '', isMarked: true }
  }

  #beginPart({ stated, done, inlines }: Dialect, { name, attributes, line }: Opening): void {
    if (name === stated && this.#unit && !done.has(attributes.state ?? '')) this.#unit.isMarked = false
    if (name === 'source' || name === 'target') this.#side = name
    else if (this.#side) {
      const tag = inlines[name]
      if (!tag) throw new KitFault(line, `Unexpected \`<${name}>\` among words, expected the tags of XLIFF`)
      const [before, behind] = tag(attributes)
      this.text(before)
      this.#open.push(behind)
    }
  }

  #endUnit(): void {
    const unit = this.#unit
    if (unit && this.#file) {
      const { id, source, target, isMarked, name, line } = unit
      this.#file.units.push({ id, source, target, isDone: isSomeones(target, isMarked, name), line })
    }
    this.#unit = undefined
  }
}

function character(hex: string): string {
  return String.fromCodePoint(Math.min(Number.parseInt(hex, 16) || 0xfffd, 0x10ffff))
}

const none: Inline = () => ['', '']
const lone: Inline = ({ id = '' }) => [id.startsWith('cp-') ? character(id.slice(3)) : `{${id}}`, '']
const pair: Inline = ({ id = '' }) => [`<${id}>`, `</${id}>`]

const dialects: readonly (readonly [RegExp, Dialect])[] = [
  [
    /^2\.\d$/,
    {
      unit: 'unit',
      name: 'name',
      attributes: ['srcLang', 'trgLang'],
      stated: 'segment',
      done: new Set(['translated', 'reviewed', 'final']),
      skipped: new Set(
        'matches notes originalData skeleton glossary metadata changeTrack validation resourceData'.split(
          ' ',
        ),
      ),
      inlines: {
        pc: pair,
        sc: ({ id = '' }) => [`<${id}>`, ''],
        ec: ({ startRef, id = '' }) => [`</${startRef ?? id}>`, ''],
        ph: lone,
        cp: ({ hex = '' }) => [character(hex), ''],
        mrk: none,
        sm: none,
        em: none,
      },
    },
  ],
  [
    /^1\.2$/,
    {
      unit: 'trans-unit',
      name: 'resname',
      attributes: ['source-language', 'target-language'],
      stated: 'target',
      done: new Set(['translated', 'final', 'signed-off']),
      skipped: new Set('alt-trans note header seg-source context-group count-group prop-group'.split(' ')),
      inlines: {
        g: pair,
        x: lone,
        bx: ({ id = '' }) => [`<${id}>`, ''],
        ex: ({ rid, id = '' }) => [`</${rid ?? id}>`, ''],
        mrk: none,
      },
    },
  ],
]

function required(attributes: Opening['attributes'], name: string, line: number): string {
  const value = attributes[name]
  if (value === undefined || value === '')
    throw new KitFault(line, `Unexpected element without \`${name}\`, expected one`)
  return value
}
