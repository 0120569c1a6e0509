import type { MemoryEntry } from '../l10n/memory.ts'
import { KitFault, piecesOf, type Kit } from './kit.ts'
import { lettersOf, type KitFormat } from './format.ts'
import { listenToXml, xmlAttribute, xmlText } from './xml.ts'

/**
 * The translated units of kits as TMX 1.4, a translation memory for other programs.
 * @see https://www.gala-global.org/tmx-14b
 */
function* tmxOf(kits: readonly Kit[]): Iterable<string> {
  const { source = 'und', target = 'und' } = kits[0]?.languages ?? {}
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header creationtool="hexapla" creationtoolversion="1" segtype="block" o-tmf="hexapla" adminlang="en" srclang="${xmlAttribute(source)}" datatype="plaintext"/>\n  <body>\n`
  for (const { units, path } of kits) {
    for (const { id, source: from, target: to } of units) {
      if (!to) continue
      yield `    <tu tuid="${xmlAttribute(`${path}#${id}`)}">\n${variant(source, from.text)}${variant(target, to.text)}    </tu>\n`
    }
  }
  yield '  </body>\n</tmx>\n'
}

function variant(language: string, words: string): string {
  return `      <tuv xml:lang="${xmlAttribute(language)}"><seg>${seg(words)}</seg></tuv>\n`
}

/** Words with their tags as pairs and placeholders, named by their numbers. */
function seg(words: string): string {
  return piecesOf(words)
    .map((piece) => {
      if (piece.kind === 'text') return xmlText(piece.text)
      const { number } = piece
      if (piece.kind === 'lone') return `<ph x="${number}">{${number}}</ph>`
      return piece.kind === 'open'
        ? `<bpt i="${number}" x="${number}">&#60;${number}&#62;</bpt>`
        : `<ept i="${number}">&#60;/${number}&#62;</ept>`
    })
    .join('')
}

/**
 * The entries of a TMX for two languages, whatever program wrote it.
 * @throws KitFault for what is no TMX, or damaged.
 */
export async function readTmx(
  chunks: AsyncIterable<string> | Iterable<string>,
  languages: { readonly source: string; readonly target: string },
): Promise<MemoryEntry[]> {
  const entries: MemoryEntry[] = []
  let isTmx = false
  let variants = new Map<string, string>()
  let language = ''
  let words: string | undefined
  await listenToXml(chunks, {
    open: ({ name, attributes, line }) => {
      if (!isTmx && name !== 'tmx') throw new KitFault(line, `Unexpected \`<${name}>\`, expected TMX`)
      isTmx = true
      if (name === 'tu') variants = new Map()
      else if (name === 'tuv') language = (attributes['xml:lang'] ?? attributes.lang ?? '').toLowerCase()
      else if (name === 'seg') words = ''
    },
    text: (text) => {
      if (words !== undefined) words += text
    },
    close: (name) => {
      if (name === 'seg' && words !== undefined) {
        variants.set(language, words)
        words = undefined
      } else if (name === 'tu') {
        const [source, target] = [pick(variants, languages.source), pick(variants, languages.target)]
        if (source !== undefined && target !== undefined) entries.push({ source, target })
      }
    },
  })
  return entries
}

/** The words in a language: in its very region, else in the language at large. */
function pick(variants: ReadonlyMap<string, string>, tag: string): string | undefined {
  const lower = tag.toLowerCase()
  const [language = ''] = lower.split('-', 1)
  return (
    variants.get(lower) ??
    variants.get(language) ??
    [...variants].find(([key]) => key.split(/[-_]/, 1)[0] === language)?.[1]
  )
}

export const format: KitFormat = {
  format: 'tmx',
  extension: 'tmx',
  holds: ({ state, target }) => state === 'translated' && target !== undefined,
  write: (kits) => [...tmxOf(kits)].join(''),
  fits: (beginning) => /<tmx[\s>]/.test(lettersOf(beginning)),
  read: () => {
    throw new KitFault(
      1,
      'Unexpected translation memory, expected a kit; `hexapla export --memory` reads memories',
    )
  },
}
