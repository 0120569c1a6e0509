import type { Code, Phrase } from '../l10n/phrase.ts'
import type { UnitState } from '../l10n/unit.ts'
import type { Kit, KitMatch, KitUnit } from './kit.ts'
import { givenName, givenWords } from './given.ts'
import { lettersOf, type KitFormat } from './format.ts'
import { piecesOf } from './kit.ts'
import { readXliff } from './read-xliff.ts'
import { xmlAttribute, xmlText } from './xml.ts'

const core = 'urn:oasis:names:tc:xliff:document:2.0'
const matches = 'urn:oasis:names:tc:xliff:matches:2.0'

/** What a unit's state is called; a fuzzy one is to be looked at, whatever it holds. */
const states: Readonly<Record<UnitState, string>> = {
  untranslated: 'state="initial"',
  fuzzy: 'state="initial" subState="hexapla:fuzzy"',
  translated: 'state="translated"',
}

/**
 * Kits of one pair of locales as XLIFF 2.1, a guide a `file`.
 * @see https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
 */
function* xliffOf(kits: readonly Kit[]): Iterable<string> {
  const { source = 'und', target = 'und' } = kits[0]?.languages ?? {}
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="${core}" xmlns:mtc="${matches}" version="2.1" srcLang="${xmlAttribute(source)}" trgLang="${xmlAttribute(target)}">\n`
  for (const [index, kit] of kits.entries()) {
    yield `  <file id="f${index + 1}" original="${xmlAttribute(kit.path)}" xml:space="preserve" canResegment="no">\n`
    for (const unit of kit.units) yield unitText(unit)
    yield '  </file>\n'
  }
  yield '</xliff>\n'
}

function unitText(unit: KitUnit): string {
  const { id, source, target, state, notes, kind } = unit
  const data = dataOf(source.codes, target?.codes ?? source.codes)
  const words = givenWords(unit)
  return [
    `    <unit id="${id}" name="${givenName(words, state)}" type="hexapla:${kind}">\n`,
    ...(unit.matches.length > 0 ? [matchesText(unit.matches, data)] : []),
    ...(notes.length > 0 || unit.previous !== undefined ? [notesText(unit)] : []),
    ...(data.texts.length > 0 ? [dataText(data)] : []),
    `      <segment id="s1" ${states[state]}>\n`,
    `        <source>${inline(source.text, data, 'source')}</source>\n`,
    ...(words === '' ? [] : [`        <target>${inline(words, data, 'target')}</target>\n`]),
    '      </segment>\n    </unit>\n',
  ].join('')
}

function notesText({ notes, previous }: KitUnit): string {
  const lines = [
    ...notes.map(
      (note, index) => `        <note category="${index === 0 ? 'place' : 'help'}">${xmlText(note)}</note>\n`,
    ),
    ...(previous === undefined ? [] : [`        <note category="previous">${xmlText(previous)}</note>\n`]),
  ]
  return `      <notes>\n${lines.join('')}      </notes>\n`
}

/** The original data of a unit's codes: each text once, by name. */
interface Data {
  readonly texts: readonly string[]
  readonly nameOf: (text: string) => string
  readonly source: readonly Code[]
  readonly target: readonly Code[]
}

function dataOf(source: readonly Code[], target: readonly Code[]): Data {
  const texts = [...new Set([...source, ...target].flatMap(textsOf))]
  const names = new Map(texts.map((text, index) => [text, `d${index + 1}`]))
  return { texts, nameOf: (text) => names.get(text) ?? 'd1', source, target }
}

function textsOf(code: Code): string[] {
  return code.kind === 'pair' ? [code.open, code.close] : [code.text]
}

function dataText({ texts, nameOf }: Data): string {
  const lines = texts.map((text) => `        <data id="${nameOf(text)}">${characters(text)}</data>\n`)
  return `      <originalData>\n${lines.join('')}      </originalData>\n`
}

/** What a memory has for a unit: one list, as the matches module wants it; an `icm` is one with the same neighbours. */
function matchesText(found: readonly KitMatch[], data: Data): string {
  const bare = (words: string): string => inline(words, data, 'source', true)
  const lines = found.map(
    ({ score, source, target }) =>
      `        <mtc:match ref="#s1" type="${score > 100 ? 'icm' : 'tm'}" similarity="${Math.min(score, 100)}">\n          <source>${bare(source)}</source>\n          <target>${bare(target)}</target>\n        </mtc:match>\n`,
  )
  return `      <mtc:matches>\n${lines.join('')}      </mtc:matches>\n`
}

/** Tags of HTML that stand alone in a phrase depend on their order. */
const ordered = /^<\/?[A-Za-z]/

/** Words with their tags as inline elements; those of a match have no data here. */
function inline(words: Phrase['text'], data: Data, side: 'source' | 'target', isBare = false): string {
  const codes = data[side]
  let hasOrdered = false
  return piecesOf(words)
    .map((piece) => {
      if (piece.kind === 'text') return characters(piece.text)
      if (piece.kind === 'close') return '</pc>'
      const code = codes[piece.number - 1]
      const id = String(piece.number)
      if (piece.kind === 'open') {
        const refs =
          !isBare && code?.kind === 'pair'
            ? ` dataRefStart="${data.nameOf(code.open)}" dataRefEnd="${data.nameOf(code.close)}"`
            : ''
        return `<pc id="${id}" canCopy="no" canDelete="no"${refs}>`
      }
      const ref = !isBare && code?.kind === 'lone' ? ` dataRef="${data.nameOf(code.text)}"` : ''
      const isOrdered = code?.kind === 'lone' && ordered.test(code.text)
      const order = isOrdered ? ` canReorder="${hasOrdered ? 'no' : 'firstNo'}"` : ''
      hasOrdered ||= isOrdered
      return `<ph id="${id}" canCopy="no" canDelete="no"${order}${ref}/>`
    })
    .join('')
}

/** Text with `cp` elements for what XML cannot hold. */
function characters(text: string): string {
  return xmlText(text, (code) => `<cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`)
}

export const format: KitFormat = {
  format: 'xliff',
  extension: 'xlf',
  write: (kits) => [...xliffOf(kits)].join(''),
  fits: (beginning) => /<(?:\w+:)?xliff[^>]*\sversion=["']2/.test(lettersOf(beginning)),
  read: (file) => readXliff(file.text()),
}
