import type { Range } from '../text/range.ts'
import { tags, wordNumbers } from './packing.ts'

/** Writes plain data as bytes: what JSON can say, in a fifth of its size. */
export class Packer {
  #bytes: Buffer = Buffer.allocUnsafe(4096)
  #length = 0
  /** Where the last range began: the next one is told by its distance. */
  #start = 0
  readonly #texts = new Map<string, number>()
  readonly #shapes = new Map<string, number>()

  /** The bytes so far. */
  get length(): number {
    return this.#length
  }

  /** All that was written; the packer must not be used afterwards. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** What follows is read without what was written so far. */
  begin(): void {
    this.#start = 0
    this.#texts.clear()
    this.#shapes.clear()
  }

  write(value: unknown): void {
    if (typeof value === 'string') this.#text(value)
    else if (typeof value === 'number') this.#number(value)
    else if (Array.isArray(value)) this.#list(value)
    else if (typeof value === 'object' && value !== null)
      this.#record(value as Readonly<Record<string, unknown>>)
    else this.#byte(value === true ? tags.yes : value === false ? tags.no : tags.none)
  }

  /** A whole number from 0 on, seven bits a byte. */
  count(value: number): void {
    while (value > 0x7f) {
      this.#byte((value % 0x80) + 0x80)
      value = Math.floor(value / 0x80)
    }
    this.#byte(value)
  }

  #number(value: number): void {
    if (Number.isSafeInteger(value) && value >= 0) {
      this.#byte(tags.whole)
      this.count(value)
      return
    }
    this.#byte(tags.float)
    this.#reserve(8)
    this.#length = this.#bytes.writeDoubleLE(value, this.#length)
  }

  #text(value: string): void {
    const word = wordNumbers.get(value)
    const known = word === undefined ? this.#texts.get(value) : undefined
    if (word !== undefined) {
      this.#byte(tags.word)
      this.count(word)
    } else if (known !== undefined) {
      this.#byte(tags.again)
      this.count(known)
    } else {
      this.#texts.set(value, this.#texts.size)
      this.#newText(value)
    }
  }

  #newText(value: string): void {
    const size = Buffer.byteLength(value)
    const [tag, encoding, length] =
      size === value.length
        ? ([tags.ascii, 'latin1', size] as const)
        : !halfPair.test(value)
          ? ([tags.unicode, 'utf8', size] as const)
          : ([tags.units, 'utf16le', 2 * value.length] as const)
    this.#byte(tag)
    this.count(length)
    this.#reserve(length)
    this.#length += this.#bytes.write(value, this.#length, encoding)
  }

  #list(values: readonly unknown[]): void {
    const areRanges = values.length > 0 && values.every(isRange)
    this.#byte(areRanges ? tags.ranges : tags.list)
    this.count(values.length)
    if (areRanges) for (const range of values) this.#range(range)
    else for (const value of values) this.write(value)
  }

  #record(value: Readonly<Record<string, unknown>>): void {
    if (isRange(value)) {
      this.#byte(tags.range)
      this.#range(value)
      return
    }
    const told = Object.keys(value).filter((key) => value[key] !== undefined)
    this.#byte(tags.record)
    this.#shape(told)
    for (const key of told) this.write(value[key])
  }

  #shape(keys: readonly string[]): void {
    const name = `${keys.length}\uffff${keys.join('\uffff')}`
    const known = this.#shapes.get(name)
    this.count(known ?? this.#shapes.size)
    if (known !== undefined) return
    this.#shapes.set(name, this.#shapes.size)
    this.count(keys.length)
    for (const key of keys) this.#text(key)
  }

  #range({ start, end }: Range): void {
    const distance = start - this.#start
    this.count(distance < 0 ? -2 * distance - 1 : 2 * distance)
    this.count(end - start)
    this.#start = start
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#length + size))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}

/** Half of a surrogate pair, which UTF-8 cannot say. */
const halfPair = /\p{Surrogate}/u

function isRange(value: unknown): value is Range {
  if (typeof value !== 'object' || value === null) return false
  const { start, end } = value as Partial<Range>
  if (!isWhole(start) || !isWhole(end) || end < start) return false
  return Object.keys(value).length === 2
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
