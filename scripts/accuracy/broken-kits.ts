import { readFileSync } from 'node:fs'
import { globbySync } from 'globby'
import { defaultConfig } from '../../src/corpus/config.ts'
import { format } from '../../src/exchange/xliff.ts'
import { KitFault, type KitUnit } from '../../src/exchange/kit.ts'
import { takeKit } from '../../src/exchange/take.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { unitsOf } from '../../src/l10n/unit.ts'
import type { SegmentKind } from '../../src/markdown/segment.ts'
import { pseudo } from '../../src/translate/pseudo.ts'
import { sourceDocument } from './source-document.ts'

const languages = { source: 'en-GB', target: 'x-pseudo' }
const locales = { source: 'en-gb', target: 'x-pseudo' }

/** How one translation is broken; undefined where it has nothing to break so. */
const ofUnits: Readonly<Record<string, (words: string, kind: SegmentKind) => string | undefined>> = {
  'tag dropped': (words) => changed(words, words.replace(/<\d+>|\{\d+\}/, '')),
  'tag doubled': (words) => changed(words, words.replace(/(\{\d+\}|<(\d+)>[^]*?<\/\2>)/, '$1 $1')),
  'tag unknown': (words) => changed(words, words.replace(/\{\d+\}|<\/?\d+>/, '{99}')),
  'nested wrong': (words) =>
    changed(
      words,
      words.replace(/<(\d+)>([^<]*)<\/\1>([^<]*)<(\d+)>([^<]*)<\/\4>/, '<$1>$2$3<$4>$5</$4></$1>'),
    ),
  'number changed': (words) =>
    changed(words, words.replace(/(?<![\p{L}\d<{/.-])\d{2,}(?![\p{L}\d>}])/u, '9173')),
  emptied: () => '…',
  'link added': (words) => `${words} [x](https://evil.example)`,
  'code added': (words) => `${words} \`x\``,
  'control added': (words) => `${words}\u0007`,
  'damaged letter': (words) => `${words}\uFFFD`,
  // In a heading, a cell or the front matter the same sign is one of the words.
  'list begun': (words, kind) => (kind === 'paragraph' ? `- ${words}` : undefined),
}

/** How a whole file is broken: nothing of it may be taken. */
const ofFiles: Readonly<Record<string, (file: string) => string>> = {
  'cut off': (file) => file.slice(0, Math.floor(file.length * 0.7)),
  'tags of XML crossed': (file) => file.replace('</segment>', '</unit>'),
  'entity declared': (file) => file.replace('\n', '\n<!DOCTYPE x [<!ENTITY a "b">]>\n'),
  'id removed': (file) => file.replace(/ id="u[^"]*"/, ''),
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after
}

async function unlessDamaged<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  return reading.catch((error: unknown) => {
    if (error instanceof KitFault) return undefined
    throw error
  })
}

/**
 * Breaks a translation in each unit of the guides in every way that it can be, one a kit, and whole kits: true where
 * each is refused or told, every other unit goes in, and the sums of units agree.
 */
export async function run([most = '400']: readonly string[]): Promise<boolean> {
  const reader = await FactsReader.open(defaultConfig)
  const sums = { kits: 0, silent: 0, others: 0, whole: 0, wholeTaken: 0 }
  for (const path of globbySync('guides/**/*.en-gb.md').sort()) {
    const text = readFileSync(path, 'utf8')
    const source = await sourceDocument(path, text, reader)
    const units = unitsOf(source, source)
    const fileWith = (broken: string, words: string): string =>
      String(
        format.write([
          {
            guide: path,
            path,
            locales,
            languages,
            units: units.map((unit): KitUnit => ({
              ...unit,
              target: {
                text: unit.id === broken ? words : pseudo(unit.source.text),
                codes: unit.source.codes,
              },
              state: 'translated',
              notes: [],
              matches: [],
            })),
          },
        ]),
      )
    const take = async (file: string) => {
      // Words whose tags no longer pair are no XML, and the file is refused whole.
      const [kit] = await format.read({
        name: path,
        bytes: () => Promise.resolve(Buffer.from(file)),
        text: () => [file],
      })
      return (
        kit &&
        takeKit(kit, {
          source: () => Promise.resolve(source),
          target: source,
          units,
          about: { languages, locales },
          read: (each) => reader.read(each, path),
        })
      )
    }
    for (const [name, breaking] of Object.entries(ofUnits)) {
      const fitting = units
        .filter(({ source: phrase, kind }) => breaking(pseudo(phrase.text), kind) !== undefined)
        .slice(0, 6)
      for (const { id, source: phrase, kind } of fitting) {
        if (sums.kits >= Number(most)) continue
        sums.kits++
        const words = breaking(pseudo(phrase.text), kind) ?? ''
        const result = await unlessDamaged(take(fileWith(id, words)))
        if (!result) continue
        const own = result.notes.find((note) => note.id === id)
        const others = result.notes.filter((note) => note.id !== id && note.severity === 'error')
        const refused = own?.severity === 'error' ? 1 : 0
        if (!own) {
          sums.silent++
          console.log(`${path} ${id} ${name}: accepted in silence: ${JSON.stringify(words)}`)
        }
        if (others.length > 0 || result.written.length + result.same.length + refused !== units.length) {
          sums.others++
          console.log(`${path} ${id} ${name}: other units did not go in`)
        }
      }
    }
    for (const [name, breaking] of Object.entries(ofFiles)) {
      sums.whole++
      const result = await unlessDamaged(take(breaking(fileWith('', ''))))
      if (!result) continue
      sums.wholeTaken++
      console.log(`${path} ${name}: taken`)
    }
  }
  await reader.close()
  console.log(
    `${sums.kits} kits with one broken unit: ${sums.silent} accepted in silence, in ${sums.others} another unit did not go in; ${sums.whole} broken files: ${sums.wholeTaken} taken`,
  )
  return sums.silent + sums.others + sums.wholeTaken === 0 && sums.kits >= 200
}
