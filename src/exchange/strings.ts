import { KitFault } from './kit.ts'
import { entriesIn } from './read-po.ts'

/** What a file of an interface says, by its keys. */
type Strings = ReadonlyMap<string, string>

/** Readers by the endings of their files. */
const readers: Readonly<Record<string, (text: string) => Strings>> = {
  json: jsonStrings,
  po: poStrings,
  properties: propertyStrings,
}

/** Deeper ones are no strings of an interface. */
const deepest = 32

/** Reads what an interface says from its own file: JSON, PO or properties, by its ending. @throws KitFault with the line that is wrong. */
export function readStrings(text: string, path: string): Strings {
  const read = readers[path.slice(path.lastIndexOf('.') + 1)]
  if (!read) throw new KitFault(1, 'Unexpected ending, expected `.json`, `.po` or `.properties`')
  return read(text.replace(/^\uFEFF/, ''))
}

/** The texts that a translation is made from, where the keys of a file are these. */
export function sourceStrings(path: string, keys: Iterable<string>): Strings | undefined {
  return path.endsWith('.po')
    ? new Map([...keys].map((key) => [key, key.slice(key.indexOf('\u0004') + 1)]))
    : undefined
}

function jsonStrings(text: string): Strings {
  const strings = new Map<string, string>()
  const add = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') strings.set(path.join('.'), value)
    else if (typeof value === 'object' && value !== null && path.length < deepest)
      for (const [key, inner] of Object.entries(value)) add(inner, [...path, key])
  }
  try {
    add(JSON.parse(text), [])
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new KitFault(
      faultyLine(text),
      `Unexpected JSON, expected valid one: ${error.message.split(/, (?:\.\.\.)?"/)[0] ?? ''}`,
    )
  }
  return strings
}

/** The line up to which a text is no beginning of JSON any more; Node tells the places of some faults alone. */
function faultyLine(text: string): number {
  const lines = text.split('\n')
  let [low, high] = [1, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBeginning(lines.slice(0, middle).join('\n'))) low = middle + 1
    else high = middle
  }
  return low
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    const place = / at position (\d+)/.exec(message)?.[1]
    return /end of JSON|Unterminated/.test(message) || Number(place ?? -1) >= text.length
  }
}

/** Translations that nobody has looked at yet are no words of the product. */
function poStrings(text: string): Strings {
  const strings = new Map<string, string>()
  for (const { msgctxt, msgid = '', msgstr = '', isFuzzy } of entriesIn(text))
    if (msgid !== '' && msgstr !== '' && !isFuzzy)
      strings.set(msgctxt === undefined ? msgid : `${msgctxt}\u0004${msgid}`, msgstr)
  return strings
}

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' }

/** @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html */
function propertyStrings(text: string): Strings {
  const strings = new Map<string, string>()
  const whole = text.replace(/(?<!\\)((?:\\\\)*)\\\r?\n[ \t\f]*/g, '$1')
  for (const line of whole.split(/\r?\n/)) {
    const words = line.trimStart()
    if (words === '' || words.startsWith('#') || words.startsWith('!')) continue
    const key = /^(?:\\.|[^\\=:\s])*/.exec(words)?.[0] ?? ''
    strings.set(unescaped(key), unescaped(words.slice(key.length).replace(/^\s*[=:]?\s*/, '')))
  }
  return strings
}

function unescaped(words: string): string {
  return words.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, code: string | undefined, sign = '') =>
    code === undefined
      ? (signs[String(sign)] ?? String(sign))
      : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
