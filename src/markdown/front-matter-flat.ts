import { wordsType, type Field } from './front-matter.ts'

/**
 * `title: Configure mail`, `title: 'Configure mail'`, `tags: ['mail']`, `text: |-`, `sidebar:`: what YAML reads as it
 * stands, without escapes.
 */
const line =
  /^(?<indent> *)(?<key>[A-Za-z_][\w-]{0,99}):(?: +(?:'(?<single>[^']*)'|"(?<double>[^"\\]*)"|(?<list>\[(?:'[^']*'(?:, *'[^']*')*)?\])|(?<block>[|>]-)|(?<plain>\p{L}(?:[^#:]|(?<! )#|:(?=[^\s:#]))*|\d{1,15}|\d{4}-\d{2}-\d{2})))?$/u

/** Signs that YAML does not take as they stand, or that part lines for some and not for others. */
const odd = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/

/** Words that are no words to YAML, in any letter case. */
const special = /^(?:true|false|null|yes|no|on|off|y|n)$/i

type Growing = { -readonly [Key in keyof Field]: Field[Key] }

/** A map that is being read; the outermost has no field. */
interface Level {
  readonly indent: number
  readonly prefix: string
  readonly field: Growing | undefined
  readonly keys: Set<string>
}

/** Lines of a text that stands below its key, all of them as far in: no more than this is read here. */
interface Block {
  readonly words: string
  /** How many lines. */
  readonly count: number
  readonly length: number
}

/**
 * The fields of front matter that is nothing but lines of `key: value`, of maps within maps and plain blocks at most,
 * as YAML reads them; undefined for any other.
 */
export function readFlatFields(content: string, base: number): Field[] | undefined {
  if (odd.test(content)) return undefined
  const fields: Field[] = []
  const levels: Level[] = [{ indent: 0, prefix: '', field: undefined, keys: new Set() }]
  let start = base
  let open: Growing | undefined
  const lines = content.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const whole = lines[at] ?? ''
    const own = start
    start += whole.length + 1
    if (whole === '' || /^ *#/.test(whole)) continue
    const each = whole.replace(/ +$/, '')
    const { indent = '', key = '', block: sign, ...values } = line.exec(each)?.groups ?? {}
    if (key === '' || special.test(key)) return undefined
    const above = levels.at(-1)
    if (open && above) {
      if (indent.length <= above.indent) return undefined
      open.valueRange = { start: own + indent.length, end: 0 }
      levels.push({ indent: indent.length, prefix: `${open.key}.`, field: open, keys: new Set() })
    } else while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > indent.length) levels.pop()
    const level = levels.at(-1)
    if (level?.indent !== indent.length || level.keys.has(key)) return undefined
    level.keys.add(key)
    const keyRange = { start: own + indent.length, end: own + indent.length + key.length }
    const block = sign === undefined ? undefined : blockBelow(lines, at + 1, indent.length, sign)
    if (block) {
      at += block.count
      start += block.length
    }
    const value = block
      ? blockValue(block, own + each.length - 2, Math.min(start, base + content.length))
      : valueOf(values, own + each.length)
    if (!value || (sign !== undefined && !block)) return undefined
    const { type, value: words, valueRange } = value
    const field = { key: level.prefix + key, type, value: words, keyRange, valueRange }
    fields.push(field)
    open = value.type === 'map' ? field : undefined
    const end = Math.min(start, base + content.length)
    for (const { field: map } of levels) if (map) map.valueRange = { start: map.valueRange.start, end }
  }
  return open ? undefined : fields
}

/** A block that is plain: none of its lines is empty, further in than the first, or ends in a space. */
function blockBelow(lines: readonly string[], from: number, indent: number, sign: string): Block | undefined {
  const inner = /^ */.exec(lines[from] ?? '')?.[0].length ?? 0
  if (inner <= indent) return undefined
  let to = from
  while (/^ *(?=[^ ])/.exec(lines[to] ?? '')?.[0].length === inner) to++
  const own = lines.slice(from, to)
  // An empty line belongs to the block, and one further in keeps its line end.
  const next = lines[to]
  const isAtEnd = next === undefined || (next === '' && to === lines.length - 1)
  if (own.length === 0 || own.some((each) => each.endsWith(' '))) return undefined
  if (!isAtEnd && (/^ *$/.test(next) || /^ */.exec(next)?.[0].length !== indent)) return undefined
  return {
    words: own.map((each) => each.slice(inner)).join(sign === '>-' ? ' ' : '\n'),
    count: own.length,
    length: own.reduce((sum, each) => sum + each.length + 1, 0),
  }
}

function blockValue(
  { words }: Block,
  start: number,
  end: number,
): Pick<Field, 'type' | 'value' | 'valueRange'> {
  return { type: wordsType(words), value: words, valueRange: { start, end } }
}

function valueOf(
  { single, double, list, plain }: Readonly<Record<string, string | undefined>>,
  lineEnd: number,
): Pick<Field, 'type' | 'value' | 'valueRange'> | undefined {
  if (list !== undefined)
    return { type: 'list', value: '', valueRange: { start: lineEnd - list.length, end: lineEnd } }
  const quoted = single ?? double
  const value = quoted ?? plain
  if (value === undefined) return { type: 'map', value: '', valueRange: { start: lineEnd, end: lineEnd } }
  const end = quoted === undefined ? lineEnd : lineEnd - 1
  const valueRange = { start: end - value.length, end }
  if (quoted !== undefined) return { type: wordsType(value), value, valueRange }
  if (value === 'true' || value === 'false') return { type: 'boolean', value, valueRange }
  if (special.test(value)) return undefined
  if (!/^\d+$/.test(value)) return { type: wordsType(value), value, valueRange }
  return value === String(Number(value)) ? { type: 'number', value, valueRange } : undefined
}
