import { parseTOML, ParseError, type AST } from 'toml-eslint-parser'
import type { Range } from '../text/range.ts'
import { lineAround, lineStartAt } from '../text/source.ts'
import { wordsType, type Field, type FieldType, type FrontMatterReading } from './front-matter.ts'

/** Reads the fields of TOML front matter; the content stands at an offset of the document. */
export function readTomlFields(content: string, base: number): FrontMatterReading {
  try {
    const fields: Field[] = []
    const [table] = parseTOML(content, { tomlVersion: '1.0' }).body
    for (const node of table.body) {
      if (node.type === 'TOMLKeyValue') addPair(node, [], base, fields)
      else addTable(node, base, fields)
    }
    return { fields }
  } catch (error) {
    if (error instanceof ParseError) {
      const range = problemRange(content, error.index, base)
      return { fields: [], problem: { reason: error.message, range } }
    }
    if (!(error instanceof RangeError)) throw error
    return { fields: [], problem: { reason: 'It is nested too deeply', range: { start: base, end: base } } }
  }
}

/** The rest of the line; where the reader missed something at the end of a line, all of that line. */
function problemRange(content: string, index: number, base: number): Range {
  const read = content.slice(0, index).trimEnd()
  const isMissing = index >= content.trimEnd().length || read.endsWith('=')
  const start = isMissing ? lineStartAt(content, read.length) : index
  return { start: base + start, end: base + lineAround(content, start).end }
}

/** `[routes]` is a map and holds its keys; the keys within the maps of a list, `[[menu]]`, are no fields. */
function addTable({ kind, key, body }: AST.TOMLTable, base: number, fields: Field[]): void {
  const names = namesOf(key)
  const keyRange = shifted(key.range, base)
  const valueRange = { start: keyRange.end, end: keyRange.end }
  fields.push({
    key: names.join('.'),
    type: kind === 'array' ? 'list' : 'map',
    value: '',
    keyRange,
    valueRange,
  })
  if (kind === 'standard') for (const pair of body) addPair(pair, names, base, fields)
}

function addPair(
  { key, value }: AST.TOMLKeyValue,
  above: readonly string[],
  base: number,
  fields: Field[],
): void {
  const names = [...above, ...namesOf(key)]
  const keyRange = shifted(key.range, base)
  fields.push({ key: names.join('.'), keyRange, ...valueOf(value, base) })
  if (value.type === 'TOMLInlineTable') for (const pair of value.body) addPair(pair, names, base, fields)
}

function namesOf({ keys }: AST.TOMLKey): string[] {
  return keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
}

function valueOf(node: AST.TOMLContentNode, base: number): Omit<Field, 'key' | 'keyRange'> {
  const range = shifted(node.range, base)
  if (node.type !== 'TOMLValue') {
    return { type: node.type === 'TOMLArray' ? 'list' : 'map', value: '', valueRange: range }
  }
  if (node.kind !== 'string') {
    const value = 'datetime' in node ? node.datetime : String(node.value)
    return { type: types[node.kind], value, valueRange: range }
  }
  const quote = node.multiline ? 3 : 1
  return {
    type: wordsType(node.value),
    value: node.value,
    valueRange: { start: range.start + quote, end: range.end - quote },
  }
}

const types: Readonly<Record<Exclude<AST.TOMLValue['kind'], 'string'>, FieldType>> = {
  integer: 'number',
  float: 'number',
  boolean: 'boolean',
  'offset-date-time': 'date',
  'local-date-time': 'date',
  'local-date': 'date',
  'local-time': 'string',
}

function shifted([start, end]: AST.Range, base: number): Range {
  return { start: base + start, end: base + end }
}
