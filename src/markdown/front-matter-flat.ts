import { wordsType, type Field } from './front-matter.ts'

/** `title: Configure mail`, `title: 'Configure mail'`, `sidebar:`: what YAML reads as it stands, without escapes or lines that go on. */
const line =
  /^(?<indent> *)(?<key>[A-Za-z_][\w-]{0,99}):(?: +(?:'(?<single>[^']*)'|"(?<double>[^"\\]*)"|(?<plain>\p{L}(?:[^#:]|(?<! )#|:(?=[^\s:#]))*|\d{1,15}|\d{4}-\d{2}-\d{2})))?$/u

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

/**
 * The fields of front matter that is nothing but lines of `key: value`, of maps within maps at most, as YAML reads
 * them; undefined for any other.
 */
export function readFlatFields(content: string, base: number): Field[] | undefined {
  if (odd.test(content)) return undefined
  const fields: Field[] = []
  const levels: Level[] = [{ indent: 0, prefix: '', field: undefined, keys: new Set() }]
  let start = base
  let open: Growing | undefined
  for (const each of content.split('\n')) {
    const own = start
    start += each.length + 1
    if (each === '' || /^ *#/.test(each)) continue
    const { indent = '', key = '', ...values } = line.exec(each)?.groups ?? {}
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
    const value = valueOf(values, own + each.length)
    if (!value) return undefined
    const { type, value: words, valueRange } = value
    const field = { key: level.prefix + key, type, value: words, keyRange, valueRange }
    fields.push(field)
    open = value.type === 'map' ? field : undefined
    const end = Math.min(start, base + content.length)
    for (const { field: map } of levels) if (map) map.valueRange = { start: map.valueRange.start, end }
  }
  return open ? undefined : fields
}

function valueOf(
  { single, double, plain }: Readonly<Record<string, string | undefined>>,
  lineEnd: number,
): Pick<Field, 'type' | 'value' | 'valueRange'> | undefined {
  const quoted = single ?? double
  const value = quoted ?? plain
  if (value === undefined) return { type: 'map', value: '', valueRange: { start: lineEnd, end: lineEnd } }
  const end = quoted === undefined ? lineEnd : lineEnd - 1
  const valueRange = { start: end - value.length, end }
  if (quoted !== undefined) return { type: wordsType(value), value, valueRange }
  if (value === 'true' || value === 'false') return { type: 'boolean', value, valueRange }
  if (special.test(value) || value.endsWith(' ')) return undefined
  if (!/^\d+$/.test(value)) return { type: wordsType(value), value, valueRange }
  return value === String(Number(value)) ? { type: 'number', value, valueRange } : undefined
}
