import { lettersOf, type KitFormat } from './format.ts'
import { givenWords } from './given.ts'
import type { Kit, KitUnit } from './kit.ts'
import { readPo } from './read-po.ts'
import { tagNotes } from './tag-notes.ts'

/** A text in PO: between quotation marks, with escapes, a line a line. */
function quoted(text: string): string {
  const lines = text
    .replace(/[\\"\t\r\v\f\u0007\b\0]/g, (sign) => escapes[sign] ?? '')
    .split('\n')
    .map((line, index, all) => `"${line}${index < all.length - 1 ? '\\n' : ''}"`)
    .filter((line, index) => line !== '""' || index === 0)
  return lines.length === 1 ? lines.join('') : ['""', ...lines].join('\n')
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\t': '\\t',
  '\r': '\\r',
  '\v': '\\v',
  '\f': '\\f',
  '\u0007': '\\a',
  '\b': '\\b',
  '\0': '\\000',
}

/** One line of a comment: what would begin another is a space. */
function comment(sign: string, words: string): string {
  return `#${sign} ${words.replace(/[\r\n\u2028\u2029]+/g, ' ')}\n`
}

function header({ languages }: Pick<Kit, 'languages'>, isTemplate: boolean): string {
  const fields = [
    'Project-Id-Version: hexapla',
    'PO-Revision-Date: 2000-01-01 00:00+0000',
    'Last-Translator: none',
    'Language-Team: none',
    ...(isTemplate ? [] : [`Language: ${languages.target.replaceAll('-', '_')}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `X-Source-Language: ${languages.source.replaceAll('-', '_')}`,
  ]
  return `msgid ""\nmsgstr ""\n${fields.map((field) => `"${field}\\n"\n`).join('')}`
}

function entry(unit: KitUnit, path: string, isTemplate: boolean): string {
  const { id, line, notes, source, state, previous, kind } = unit
  const words = isTemplate ? '' : givenWords(unit)
  const isFuzzy = state === 'fuzzy' && words !== ''
  return [
    '\n',
    comment('.', kind),
    // The place has a sign of its own.
    ...notes.filter((note) => note !== `${path}:${line}`).map((note) => comment('.', note)),
    ...tagNotes(source).map((note) => comment('.', note)),
    comment(':', `${path.replaceAll(' ', '%20')}:${line}`),
    // What looks like a format of C in a guide is none.
    isFuzzy ? '#, fuzzy, no-c-format\n' : '#, no-c-format\n',
    ...(isFuzzy && previous !== undefined
      ? [`#| msgid ${quoted(previous).replaceAll('\n', '\n#| ')}\n`]
      : []),
    `msgctxt ${quoted(`${path}#${id}`)}\n`,
    `msgid ${quoted(source.text)}\n`,
    `msgstr ${quoted(words)}\n`,
  ].join('')
}

/** Kits as PO, the tags as they are numbered; a context for each unit, so that equal ones stay apart. */
export function poOf(kits: readonly Kit[], isTemplate = false): string {
  const [first] = kits
  const languages = first?.languages ?? { source: 'und', target: 'und' }
  return [
    header({ languages }, isTemplate),
    ...kits.flatMap(({ path, units }) => units.map((unit) => entry(unit, path, isTemplate))),
  ].join('')
}

export const format: KitFormat = {
  format: 'po',
  extension: 'po',
  write: (kits) => poOf(kits),
  fits: (beginning) =>
    /(?:^|\n)\s*(?:msgid|msgctxt)\s+"/.test(lettersOf(beginning)) ||
    /^(?:\u00EF\u00BB\u00BF)?#[ ,.:|~\r\n]/.test(lettersOf(beginning)),
  read: (file) => readPo(file.text()),
}
