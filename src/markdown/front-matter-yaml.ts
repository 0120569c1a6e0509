import {
  LineCounter,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml'
import type { Range } from '../text/range.ts'
import { wordsType, type Field, type FrontMatterProblem, type FrontMatterReading } from './front-matter.ts'

/** Reads the fields of YAML front matter; the content stands at an offset of the document. */
export function readYamlFields(content: string, base: number): FrontMatterReading {
  const lines = new LineCounter()
  const document = parseDocument(content, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: true,
  })
  const fields: Field[] = []
  const error = document.errors[0]
  if (error) return { fields, problem: yamlProblem(document, error, content, base) }
  if (document.contents !== null && !isMap(document.contents)) {
    const reason = 'This is no map of `key: value` lines'
    return { fields, problem: { reason, range: { start: base, end: base + content.trimEnd().length } } }
  }
  collect(document.contents, '', content, base, fields)
  return { fields }
}

/** The problem's place runs to the end of its line: the reader's own often covers one character. */
function yamlProblem(
  document: Document,
  error: YAMLError,
  content: string,
  base: number,
): FrontMatterProblem {
  const start = unclosedQuote(document, error) ?? error.pos[0]
  const lineLength = content.slice(start).search(/[ \t]*(?:\r?\n|$)/)
  const range = { start: base + start, end: base + start + lineLength }
  return { reason: error.message.replace(/\s+/g, ' '), range }
}

/** The quotation mark that is never closed; the reader misses its partner at the end of all. */
function unclosedQuote(document: Document, { code, pos: [end] }: YAMLError): number | undefined {
  let start: number | undefined
  if (code !== 'MISSING_CHAR') return start
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (isQuoted && range && range[0] < end && end <= range[2]) start = range[0]
    },
  })
  return start
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

function typed(value: unknown): Pick<Field, 'type' | 'value'> {
  if (typeof value === 'string') return { type: wordsType(value), value }
  if (typeof value === 'number' || typeof value === 'bigint') return { type: 'number', value: String(value) }
  if (typeof value === 'boolean') return { type: 'boolean', value: String(value) }
  if (Array.isArray(value)) return { type: 'list', value: '' }
  return typeof value === 'object' && value !== null
    ? { type: 'map', value: '' }
    : { type: 'null', value: '' }
}
