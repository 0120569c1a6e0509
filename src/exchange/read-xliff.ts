import { KitFault, type ReturnedKit, type ReturnedUnit } from './kit.ts'
import { dialectOf, type Dialect } from './xliff-dialect.ts'
import { halfway, unitOf, type UnitDraft, type UnitPart } from './xliff-unit.ts'
import { listenToXml, type Opening, type XmlListener } from './xml.ts'

/**
 * Reads XLIFF 2 or 1.2, whatever program wrote it: inline elements become numbered tags again, segments of a unit that was
 * split are joined, matches, notes and what is of other vocabularies are passed over.
 * @throws KitFault for what is no XLIFF, or damaged.
 */
export async function readXliff(chunks: AsyncIterable<string> | Iterable<string>): Promise<ReturnedKit[]> {
  const reader = new Reader()
  await listenToXml(chunks, reader)
  return reader.kits
}

/** An inline element that is open. */
interface OpenInline {
  readonly behind: string
  /** Where its words begin in the target, where it is a sentence that a program keeps apart. */
  readonly sentenceAt?: number
}

class Reader implements XmlListener {
  readonly kits: ReturnedKit[] = []
  #dialect: Dialect | undefined
  #root: Opening | undefined
  #file:
    | { readonly path: string; readonly languages: ReturnedKit['languages']; readonly units: ReturnedUnit[] }
    | undefined
  #unit: UnitDraft | undefined
  #part: UnitPart | undefined
  /** Where words go. */
  #side: 'source' | 'target' | undefined
  /** Elements that are passed over with all in them. */
  #skipped = 0
  readonly #open: OpenInline[] = []
  /** Whether the sentences of a target have words. */
  #sentences: boolean[] = []

  open(element: Opening): void {
    const { name } = element
    if (this.#skipped > 0) this.#skipped++
    else if (!this.#dialect) this.#begin(element)
    else if (this.#side) this.#beginInline(this.#dialect, element)
    else if (this.#isForeign(element) || this.#dialect.skipped.has(name)) this.#skipped++
    else if (name === 'file') this.#beginFile(this.#dialect, element)
    else if (name === this.#dialect.unit) this.#beginUnit(this.#dialect, element)
    else this.#beginPart(this.#dialect, element)
  }

  text(words: string): void {
    if (this.#skipped > 0 || !this.#part || !this.#side) return
    this.#part[this.#side] = (this.#part[this.#side] ?? '') + words
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--
      // Of an inline element that is passed over, the place among the words counts.
      if (this.#skipped > 0 || !this.#side) return
    }
    if (this.#open.length > 0) this.#endInline()
    else if (name === 'source' || name === 'target') this.#endSide()
    else if (name === this.#dialect?.unit) this.#endUnit()
    else if (name === 'file') {
      if (this.#file) this.kits.push(this.#file)
      this.#file = undefined
    }
  }

  #begin(element: Opening): void {
    const { name, attributes, line } = element
    this.#root = element
    this.#dialect = dialectOf(element)
    if (!this.#dialect)
      throw new KitFault(
        line,
        `Unexpected \`<${name} version="${attributes.version ?? ''}">\`, expected XLIFF 2 or XLIFF 1.2`,
      )
  }

  /** Whether an element is of another vocabulary than its file: a memory's hit has a \`source\` and a \`target\`, too. */
  #isForeign({ prefix, attributes }: Opening): boolean {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
    const { prefix: own = '', attributes: known = {} } = this.#root ?? {}
    if (prefix === own && attributes[name] === undefined) return false
    return (attributes[name] ?? known[name]) !== known[own === '' ? 'xmlns' : `xmlns:${own}`]
  }

  #beginFile({ attributes: [from, to] }: Dialect, { attributes, line }: Opening): void {
    const known = this.#root?.attributes ?? {}
    const languages = {
      source: known[from] ?? required(attributes, from, line),
      target: known[to] ?? required(attributes, to, line),
    }
    this.#file = { path: required(attributes, 'original', line), languages, units: [] }
  }

  #beginUnit({ name, unit, segments }: Dialect, { attributes, line }: Opening): void {
    if (!this.#file) throw new KitFault(line, `Unexpected \`<${unit}>\`, expected it in a \`<file>\``)
    const id = required(attributes, 'id', line)
    const isApproved = attributes.approved === 'yes'
    this.#unit = { id, line, name: attributes[name], isApproved, parts: [] }
    if (segments.size === 0) this.#addPart(this.#unit, false)
  }

  #addPart({ parts }: UnitDraft, isBetween: boolean): void {
    this.#part = { source: '', target: undefined, order: parts.length + 1, isBetween, state: undefined }
    parts.push(this.#part)
  }

  #beginPart({ stated, states, segments }: Dialect, { name, attributes }: Opening): void {
    if (this.#unit && segments.has(name)) this.#addPart(this.#unit, name !== stated)
    const part = this.#part
    if (!part) return
    if (name === stated && attributes.state !== undefined) part.state = states[attributes.state] ?? 'fuzzy'
    if (name !== 'source' && name !== 'target') return
    this.#side = name
    part[name] ??= ''
    if (name === 'target' && attributes.order !== undefined) part.order = Number(attributes.order)
  }

  #beginInline({ inlines }: Dialect, element: Opening): void {
    const { name, attributes } = element
    const inline = this.#isForeign(element) ? undefined : inlines[name]
    if (!inline && this.#unit)
      this.#unit.fault ??= `Unexpected \`<${name}>\` among words, expected the tags of XLIFF`
    const { before, behind, isOpaque } = inline?.(attributes) ?? { before: '', behind: '', isOpaque: true }
    this.text(before)
    const isSentence = this.#side === 'target' && attributes.mtype === 'seg'
    this.#open.push({ behind, ...(isSentence && { sentenceAt: this.#part?.target?.length ?? 0 }) })
    if (isOpaque) this.#skipped = 1
  }

  #endInline(): void {
    const { behind, sentenceAt } = this.#open.pop() ?? { behind: '' }
    if (sentenceAt !== undefined) this.#sentences.push(this.#part?.target?.slice(sentenceAt).trim() !== '')
    this.text(behind)
  }

  #endSide(): void {
    if (this.#unit && this.#sentences.includes(true) && this.#sentences.includes(false))
      this.#unit.fault ??= halfway
    this.#sentences = []
    this.#side = undefined
  }

  #endUnit(): void {
    if (this.#unit) this.#file?.units.push(unitOf(this.#unit))
    this.#unit = undefined
    this.#part = undefined
  }
}

function required(attributes: Opening['attributes'], name: string, line: number): string {
  const value = attributes[name]
  if (value === undefined || value === '')
    throw new KitFault(line, `Unexpected element without \`${name}\`, expected one`)
  return value
}
