import type { UnitState } from '../l10n/unit.ts'
import { lettersOf, type KitFormat } from './format.ts'
import { givenName, givenWords } from './given.ts'
import { piecesOf, type Kit, type KitUnit } from './kit.ts'
import { readXliff } from './read-xliff.ts'
import { xmlAttribute, xmlText } from './xml.ts'

/** What a unit's state is called; Weblate takes a fuzzy one for a translation under most of the other names. */
const states: Readonly<Record<UnitState, string>> = {
  untranslated: 'needs-translation',
  fuzzy: 'needs-translation',
  translated: 'translated',
}

/**
 * Kits as XLIFF 1.2, which older programs know, a guide a `file`.
 * @see https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 */
function* xliff12Of(kits: readonly Kit[]): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
  for (const { path, languages, units } of kits) {
    yield `  <file original="${xmlAttribute(path)}" source-language="${xmlAttribute(languages.source)}" target-language="${xmlAttribute(languages.target)}" datatype="x-markdown" xml:space="preserve">\n    <body>\n`
    for (const unit of units) yield unitText(unit)
    yield '    </body>\n  </file>\n'
  }
  yield '</xliff>\n'
}

function unitText(unit: KitUnit): string {
  const { id, kind, source, state, notes, previous, matches } = unit
  const words = givenWords(unit)
  return [
    `      <trans-unit id="${id}" resname="${givenName(words, state)}" restype="x-${kind}">\n`,
    `        <source>${inline(source.text, unit)}</source>\n`,
    ...(words === '' ? [] : [`        <target state="${states[state]}">${inline(words, unit)}</target>\n`]),
    ...matches.map(
      ({ score, source: from, target: to }) =>
        `        <alt-trans match-quality="${Math.min(score, 100)}" origin="memory">\n          <source>${inline(from, unit)}</source>\n          <target>${inline(to, unit)}</target>\n        </alt-trans>\n`,
    ),
    ...notes.map((note) => `        <note from="hexapla">${xmlText(note)}</note>\n`),
    ...(previous === undefined
      ? []
      : [`        <note from="hexapla-previous">${xmlText(previous)}</note>\n`]),
    '      </trans-unit>\n',
  ].join('')
}

/** Words with their tags as `g` and `x`, which show what they stand for. */
function inline(words: string, { source }: KitUnit): string {
  return piecesOf(words)
    .map((piece) => {
      if (piece.kind === 'text')
        return xmlText(piece.text, (code) => `<x id="cp-${code.toString(16).padStart(4, '0')}"/>`)
      if (piece.kind === 'close') return '</g>'
      const code = source.codes[piece.number - 1]
      if (piece.kind === 'open') return `<g id="${piece.number}" ctype="x-markup">`
      const shown = code?.kind === 'lone' ? ` equiv-text="${xmlAttribute(code.text.slice(0, 200))}"` : ''
      return `<x id="${piece.number}" ctype="x-markup"${shown}/>`
    })
    .join('')
}

export const format: KitFormat = {
  format: 'xliff12',
  extension: 'xlf',
  write: (kits) => [...xliff12Of(kits)].join(''),
  fits: (beginning) => /<(?:\w+:)?xliff[^>]*\sversion=["']1/.test(lettersOf(beginning)),
  read: (file) => readXliff(file.text()),
}
