import type { OpenDocument } from '../../src/corpus/document.ts'
import { formatOf } from '../../src/corpus/document.ts'
import type { KitFile, KitFormat } from '../../src/exchange/format.ts'
import { loadKitFormat } from '../../src/exchange/formats.ts'
import type { Kit, ReturnedKit } from '../../src/exchange/kit.ts'
import { takeKit, type Taken } from '../../src/exchange/take.ts'
import { unitsOf } from '../../src/l10n/unit.ts'
import { hashOf } from '../../src/text/edit.ts'
import { readFacts } from './corpus.ts'

const languages = { source: 'en-GB', target: 'pl-PL' }
const locales = { source: 'en-gb', target: 'pl-pl' }

/** A document of the guide `mail`. */
export function documentIn(locale: string, text: string, path = `mail/guide.${locale}.md`): OpenDocument {
  const facts = readFacts(text, path)
  return {
    path,
    guide: 'mail',
    locale,
    type: 'guide',
    format: formatOf(path),
    hash: hashOf(text),
    facts,
    text,
  }
}

/** A format by its name; the test fails where there is none. */
export async function formatNamed(name: string): Promise<KitFormat> {
  const format = await loadKitFormat(name)
  if (!format) throw new Error(`no format ${name}`)
  return format
}

/** A file in memory. */
export function fileOf(content: string | Uint8Array): KitFile {
  const bytes = Buffer.from(content)
  return { name: 'kit', bytes: () => Promise.resolve(bytes), text: () => [bytes.toString()] }
}

/** The kit of a source, with translations by the source’s words; what has none is untranslated. */
export function kitOf(
  source: OpenDocument,
  translations: Readonly<Record<string, string>> = {},
  target?: OpenDocument,
): Kit {
  const units = unitsOf(source, target).map((unit) => {
    const words = translations[unit.source.text]
    const notes = [`${source.path}:${unit.line}`]
    if (words === undefined) return { ...unit, notes, matches: [] }
    return {
      ...unit,
      notes,
      matches: [],
      state: 'translated' as const,
      target: { text: words, codes: unit.source.codes },
    }
  })
  return { guide: source.guide, path: source.path, locales, languages, units }
}

/** Takes a kit back into a target; a new one where there is none. */
export function take(kit: ReturnedKit, source: OpenDocument, target: OpenDocument = source): Promise<Taken> {
  return takeKit(kit, {
    source: () => Promise.resolve(source),
    target,
    units: unitsOf(source, target),
    about: { languages, locales },
    read: (text) => Promise.resolve(readFacts(text, target.path)),
  })
}
