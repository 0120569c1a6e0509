import { LineCounter, isCollection, isMap, isPair, isScalar, parseDocument, type YAMLError } from 'yaml'
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import type { Range } from '../text/range.ts'
import { lineStartAt } from '../text/source.ts'

/** What kind of value a field holds. A date is a string that looks like one: `2026-11-24`. */
export type FieldType = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'map' | 'null'

/** One key of the front matter; `routes.canonical` for a key within a key. */
export interface Field {
  readonly key: string
  readonly type: FieldType
  /** The value as a text: `true`, `1346`, `Konfiguracja konta`; empty for lists, maps and null. */
  readonly value: string
  /** The key alone: `title` of `title: 'x'`. */
  readonly keyRange: Range
  /** The value without quotation marks where it stands on one line: `x` of `title: 'x'`. */
  readonly valueRange: Range
}

/** Why the block cannot be read, and where. */
export interface FrontMatterProblem {
  /** In the reader's own words: `Nested mappings are not allowed in compact mappings`. */
  readonly reason: string
  readonly range: Range
}

/** The block between `---` or `+++` at the top of a document. */
export interface FrontMatter {
  readonly syntax: 'yaml' | 'toml'
  /** With its fences. */
  readonly range: Range
  /** Without its fences. */
  readonly contentRange: Range
  readonly fields: readonly Field[]
  readonly problem?: FrontMatterProblem
}

/** Reads a front matter block whose fences have been found by the parser; unreadable ones carry their problem. */
export function frontMatterOf(text: string, syntax: 'yaml' | 'toml', range: Range): FrontMatter {
  const contentRange = contentOf(text, range)
  const content = text.slice(contentRange.start, contentRange.end)
  const read = syntax === 'yaml' ? readYaml : readToml
  return { syntax, range, contentRange, ...read(content, contentRange.start) }
}

interface Reading {
  readonly fields: readonly Field[]
  readonly problem?: FrontMatterProblem
}

function contentOf(text: string, { start, end }: Range): Range {
  const first = text.indexOf('\n', start) + 1
  const last = lineStartAt(text, end)
  return first === 0 || last < first ? { start: end, end } : { start: first, end: last }
}

function readYaml(content: string, base: number): Reading {
  const lines = new LineCounter()
  const document = parseDocument(content, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: true,
  })
  const fields: Field[] = []
  const error = document.errors[0]
  if (error) return { fields, problem: yamlProblem(error, content, base) }
  if (document.contents !== null && !isMap(document.contents)) {
    const reason = 'This is no map of `key: value` lines'
    return { fields, problem: { reason, range: { start: base, end: base + content.trimEnd().length } } }
  }
  collect(document.contents, '', content, base, fields)
  return { fields }
}

/** The problem's place runs to the end of its line: the reader's own often covers one character. */
function yamlProblem(error: YAMLError, content: string, base: number): FrontMatterProblem {
  const [start] = error.pos
  const lineLength = content.slice(start).search(/[ \t]*(?:\r?\n|$)/)
  const range = { start: base + start, end: base + start + lineLength }
  return { reason: error.message.replace(/\s+/g, ' '), range }
}

function collect(node: unknown, prefix: string, content: string, base: number, fields: Field[]): void {
  if (!isMap(node)) return
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const key = prefix + String(pair.key.value)
    const [keyStart, keyEnd] = pair.key.range ?? [0, 0]
    const keyRange = { start: base + keyStart, end: base + keyEnd }
    const value = pair.value
    if (isMap(value)) {
      fields.push({ key, type: 'map', value: '', keyRange, valueRange: rangeOf(value, keyRange, base) })
      collect(value, `${key}.`, content, base, fields)
    } else if (isScalar(value)) {
      const range = rangeOf(value, keyRange, base)
      const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0
      const valueRange = { start: range.start + quoted, end: range.end - quoted }
      fields.push({ key, ...typed(value.value), keyRange, valueRange })
    } else {
      const type = isCollection(value) ? 'list' : 'null'
      fields.push({ key, type, value: '', keyRange, valueRange: rangeOf(value, keyRange, base) })
    }
  }
}

function rangeOf(node: unknown, fallback: Range, base: number): Range {
  const range = (isScalar(node) || isCollection(node)) && node.range ? node.range : undefined
  return range ? { start: base + range[0], end: base + range[1] } : { start: fallback.end, end: fallback.end }
}

const datePattern = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/

function typed(value: unknown): Pick<Field, 'type' | 'value'> {
  if (typeof value === 'string') return { type: datePattern.test(value) ? 'date' : 'string', value }
  if (typeof value === 'number' || typeof value === 'bigint') return { type: 'number', value: String(value) }
  if (typeof value === 'boolean') return { type: 'boolean', value: String(value) }
  if (value instanceof TomlDate) return { type: 'date', value: value.toISOString() }
  if (Array.isArray(value)) return { type: 'list', value: '' }
  return typeof value === 'object' && value !== null
    ? { type: 'map', value: '' }
    : { type: 'null', value: '' }
}

function readToml(content: string, base: number): Reading {
  try {
    const fields: Field[] = []
    collectToml(parseToml(content), '', content, base, fields)
    return { fields }
  } catch (error) {
    if (error instanceof RangeError) {
      return { fields: [], problem: { reason: 'It is nested too deeply', range: { start: base, end: base } } }
    }
    if (!(error instanceof TomlError)) throw error
    const start = base + offsetOf(content, error.line, error.column)
    const reason = firstLineOf(error.message)
    return { fields: [], problem: { reason, range: { start, end: start } } }
  }
}

function collectToml(
  table: Record<string, unknown>,
  prefix: string,
  content: string,
  base: number,
  fields: Field[],
): void {
  for (const [name, value] of Object.entries(table)) {
    const key = prefix + name
    const { keyRange, valueRange } = tomlPlace(content, name, base)
    const field = { key, ...typed(value), keyRange, valueRange }
    fields.push(field)
    if (field.type === 'map') collectToml(value as Record<string, unknown>, `${key}.`, content, base, fields)
  }
}

/** The TOML reader keeps no places: the first line that begins with the key, or names it as a table, is where it stands. */
function tomlPlace(content: string, name: string, base: number): { keyRange: Range; valueRange: Range } {
  let lineStart = 0
  for (const line of content.split('\n')) {
    const bare = line.trimStart()
    const indent = line.length - bare.length
    const key = [name, `"${name}"`, `[${name}]`].find(
      (form) => bare.startsWith(form) && !/[\w-]/.test(bare.charAt(form.length)),
    )
    if (key !== undefined) {
      const start = base + lineStart + indent
      const keyRange = { start, end: start + key.length }
      const match = /^\s*=\s*("([^"\n]*)"|'([^'\n]*)'|[^#\n\r]*)/.exec(bare.slice(key.length))
      if (!match) return { keyRange, valueRange: { start: keyRange.end, end: keyRange.end } }
      const whole = match[1] ?? ''
      const inner = match[2] ?? match[3] ?? whole.trimEnd()
      const valueStart = keyRange.end + match[0].length - whole.length + (inner === whole.trimEnd() ? 0 : 1)
      return { keyRange, valueRange: { start: valueStart, end: valueStart + inner.length } }
    }
    lineStart += line.length + 1
  }
  return { keyRange: { start: base, end: base }, valueRange: { start: base, end: base } }
}

function offsetOf(content: string, line: number, column: number): number {
  const before = content.split('\n').slice(0, line - 1)
  return Math.min(content.length, before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1)
}

function firstLineOf(message: string): string {
  return message.split('\n')[0] ?? message
}
