import { KitFault, type ReturnedKit, type ReturnedUnit } from './kit.ts'
import { listenToXml, type Opening, type XmlListener } from './xml.ts'

/** What is being read of a unit. */
interface Draft {
  readonly id: string
  readonly line: number
  source: string
  target: string
  hasTarget: boolean
  isDone: boolean
}

const done: ReadonlySet<string> = new Set(['translated', 'reviewed', 'final'])

/**
 * Reads XLIFF 2, whatever program wrote it: inline elements become numbered tags again, segments of a unit that was
 * split are joined, matches and notes are passed over.
 * @throws KitFault for what is no XLIFF 2, or damaged.
 */
export async function readXliff(chunks: AsyncIterable<string> | Iterable<string>): Promise<ReturnedKit[]> {
  const reader = new Reader()
  await listenToXml(chunks, reader)
  return reader.kits
}

class Reader implements XmlListener {
  readonly kits: ReturnedKit[] = []
  #languages: { source: string; target: string } | undefined
  #file: { readonly path: string; readonly units: ReturnedUnit[] } | undefined
  #unit: Draft | undefined
  /** Where words go. */
  #side: 'source' | 'target' | undefined
  /** Elements that are passed over with all in them. */
  #skipped = 0
  /** The closing tags of inline elements that are open. */
  readonly #open: string[] = []

  open({ name, attributes, line }: Opening): void {
    if (this.#skipped > 0 || skipped.has(name)) this.#skipped++
    else if (!this.#languages) this.#begin(name, attributes, line)
    else if (name === 'file') this.#file = { path: required(attributes, 'original', line), units: [] }
    else if (name === 'unit') this.#beginUnit(required(attributes, 'id', line), line)
    else if (name === 'segment') this.#beginSegment(attributes)
    else if (name === 'source' || name === 'target') this.#beginSide(name)
    else if (this.#side) this.#beginInline(name, attributes, line)
  }

  text(words: string): void {
    if (this.#skipped > 0 || !this.#unit || !this.#side) return
    this.#unit[this.#side] += words
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--
    else if (name === 'source' || name === 'target') this.#side = undefined
    else if (this.#side) this.text(this.#open.pop() ?? '')
    else if (name === 'unit') this.#endUnit()
    else if (name === 'file') this.#endFile()
  }

  #begin(name: string, attributes: Opening['attributes'], line: number): void {
    if (name !== 'xliff' || !/^2\.\d$/.test(attributes.version ?? ''))
      throw new KitFault(
        line,
        `Unexpected \`<${name} version="${attributes.version ?? ''}">\`, expected XLIFF 2`,
      )
    this.#languages = {
      source: required(attributes, 'srcLang', line),
      target: required(attributes, 'trgLang', line),
    }
  }

  #beginUnit(id: string, line: number): void {
    if (!this.#file) throw new KitFault(line, 'Unexpected `<unit>`, expected it in a `<file>`')
    this.#unit = { id, line, source: '', target: '', hasTarget: false, isDone: true }
  }

  #beginSegment({ state }: Opening['attributes']): void {
    if (this.#unit && !done.has(state ?? '')) this.#unit.isDone = false
  }

  #beginSide(side: 'source' | 'target'): void {
    this.#side = side
    if (this.#unit && side === 'target') this.#unit.hasTarget = true
  }

  #beginInline(name: string, attributes: Opening['attributes'], line: number): void {
    const tag = inlines[name]
    if (!tag) throw new KitFault(line, `Unexpected \`<${name}>\` among words, expected the tags of XLIFF`)
    const [before, after] = tag(attributes)
    this.text(before)
    this.#open.push(after)
  }

  #endUnit(): void {
    const unit = this.#unit
    if (unit && this.#file) {
      const { id, source, target, isDone, line } = unit
      this.#file.units.push({ id, source, target, isDone, line })
    }
    this.#unit = undefined
  }

  #endFile(): void {
    if (this.#file && this.#languages) this.kits.push({ ...this.#file, languages: this.#languages })
    this.#file = undefined
  }
}

/** What says nothing of the translation itself. */
const skipped: ReadonlySet<string> = new Set([
  'matches',
  'notes',
  'originalData',
  'skeleton',
  'glossary',
  'metadata',
  'changeTrack',
  'validation',
  'resourceData',
])

/** What inline elements are in numbered tags: before what they hold, and behind it. */
const inlines: Readonly<Record<string, (attributes: Opening['attributes']) => readonly [string, string]>> = {
  pc: ({ id = '' }) => [`<${id}>`, `</${id}>`],
  sc: ({ id = '' }) => [`<${id}>`, ''],
  ec: ({ startRef, id = '' }) => [`</${startRef ?? id}>`, ''],
  ph: ({ id = '' }) => [`{${id}}`, ''],
  cp: ({ hex = 'FFFD' }) => [String.fromCharCode(Number.parseInt(hex, 16) || 0xfffd), ''],
  mrk: () => ['', ''],
  sm: () => ['', ''],
  em: () => ['', ''],
}

function required(attributes: Opening['attributes'], name: string, line: number): string {
  const value = attributes[name]
  if (value === undefined || value === '')
    throw new KitFault(line, `Unexpected element without \`${name}\`, expected one`)
  return value
}
