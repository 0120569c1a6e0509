import type { OpenDocument } from '../../src/corpus/document.ts'
import { ordinalOf } from '../../src/markdown/ordinal.ts'
import { outlineOf } from '../../src/markdown/outline.ts'
import type { Segment } from '../../src/markdown/segment.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { sliceOf, type Range } from '../../src/text/range.ts'
import type { Random } from '../bench/random.ts'

/** A clean document, and the dice. */
export interface Soil {
  readonly document: OpenDocument
  readonly random: Random
  /** Other documents of the same locale and type. */
  readonly others: readonly OpenDocument[]
}

/** A document with one defect in it, and where the finding must be. */
export interface Sown {
  readonly path: string
  /** Left out where a file was added that is no document. */
  readonly text?: string
  readonly place: Range
}

/** Makes a defect of one rule; undefined where the document has no room for it. */
export type Sower = (soil: Soil) => Sown | undefined

/** A replacement whose new words are where the finding must be; `around` widens that. */
function replace({ document: { path, text } }: Soil, range: Range, words: string, around = 0): Sown {
  const end = range.start + words.length
  return {
    path,
    text: applyEdits(text, [{ range, text: words }]),
    place: { start: range.start - around, end: Math.max(end, range.start + 1) + around },
  }
}

function insert(soil: Soil, at: number, words: string): Sown {
  return replace(soil, { start: at, end: at }, words)
}

function pick<Item>({ random }: Soil, items: readonly Item[]): Item | undefined {
  return items.length === 0 ? undefined : random.pick(items)
}

/** A paragraph of one line at the top of a page, which words can be put behind. */
function paragraphOf(soil: Soil): Segment | undefined {
  const { facts, text } = soil.document
  return pick(
    soil,
    facts.segments.filter(
      ({ kind, range, lines }) =>
        kind === 'paragraph' &&
        lines.length === 1 &&
        text.slice(range.start - 2, range.start) === '\n\n' &&
        /^[\p{L}][^|:]*\.$/u.test(sliceOf(text, range)),
    ),
  )
}

/** Blocks of their own behind a paragraph; the words between `⟦` and `⟧` are where the finding must be. */
function insertBlocks(soil: Soil, marked: string): Sown | undefined {
  const paragraph = paragraphOf(soil)
  if (!paragraph) return undefined
  const { path, text } = soil.document
  const words = `\n\n${marked.replace(/[⟦⟧]/g, '')}`
  const start = paragraph.range.end + 2 + marked.indexOf('⟦')
  const end = paragraph.range.end + 1 + marked.indexOf('⟧')
  const at = { start: paragraph.range.end, end: paragraph.range.end }
  return { path, text: applyEdits(text, [{ range: at, text: words }]), place: { start, end } }
}

const wordsByLanguage = {
  de: {
    step: 'Schritt',
    here: 'hier',
    panel: 'Kundencenter',
    label: 'Eingangsserver',
    updated: 'Zuletzt aktualisiert am',
  },
  en: {
    step: 'Step',
    here: 'click here',
    panel: 'control panel',
    label: 'Incoming server',
    updated: 'Last updated',
  },
  es: {
    step: 'Paso',
    here: 'aquí',
    panel: 'área de cliente',
    label: 'Servidor entrante',
    updated: 'Última actualización:',
  },
  fr: {
    step: 'Étape',
    here: 'ici',
    panel: 'espace client',
    label: 'Serveur entrant',
    updated: 'Dernière mise à jour le',
  },
  it: {
    step: 'Passo',
    here: 'qui',
    panel: 'spazio cliente',
    label: 'Server in entrata',
    updated: 'Ultimo aggiornamento:',
  },
  nl: {
    step: 'Stap',
    here: 'hier',
    panel: 'klantenpaneel',
    label: 'Inkomende server',
    updated: 'Laatst bijgewerkt op',
  },
  pl: {
    step: 'Krok',
    here: 'tutaj',
    panel: 'panel klienta',
    label: 'Serwer poczty',
    updated: 'Ostatnia aktualizacja z dnia',
  },
  pt: {
    step: 'Passo',
    here: 'aqui',
    panel: 'área de cliente',
    label: 'Servidor de entrada',
    updated: 'Última atualização:',
  },
} as const

function wordsOf({
  document: { locale = 'en' },
}: Soil): (typeof wordsByLanguage)[keyof typeof wordsByLanguage] {
  return wordsByLanguage[locale.slice(0, 2) as keyof typeof wordsByLanguage]
}

function fieldOf({ document: { facts } }: Soil, key: string) {
  return facts.frontMatter?.fields.find((field) => field.key === key)
}

/** The line of a text that an offset lies in, its line end included. */
function wholeLine(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, end: text.indexOf('\n', offset) + 1 }
}

function seriesWith(soil: Soil, numbers: readonly number[], bad: number): Sown | undefined {
  const { step } = wordsOf(soil)
  const colon = soil.document.locale?.startsWith('fr') ? '\u00A0:' : ':'
  const names = ['Alpha', 'Beta', 'Gamma', 'Delta']
  const headings = numbers.map((number, index) => {
    const shown = index === bad ? `⟦${number}⟧` : String(number)
    return `##### ${step} ${shown}${colon} ${names[index] ?? ''}`
  })
  const below = ['## Prolog', '### Omega', '#### Sigma', ...headings, '## Epilog']
  return insertBlocks(soil, below.join('\n\nAlpha beta gamma.\n\n') + '\n\nAlpha beta gamma.')
}

/** By rule. A rule with several kinds of defects has one sower for each. */
export const sowers: Readonly<Record<string, readonly Sower[]>> = {
  limits: [(soil) => insertBlocks(soil, `⟦${'alpha '.repeat(12_000).trim()}.⟧`)],
  'front-matter-syntax': [
    (soil) => {
      const field = fieldOf(soil, 'title')
      return field && replace(soil, field.valueRange, `"${field.value}`, 4)
    },
  ],
  'mdx-syntax': [
    (soil) => insertBlocks(soil, 'Alpha ⟦<Beta>gamma.⟧'),
    (soil) => insertBlocks(soil, 'Alpha ⟦{ beta gamma.⟧'),
    (soil) => insertBlocks(soil, 'Alpha beta</⟦Gamma>.⟧'),
  ],
  'front-matter-schema': [
    (soil) => {
      const field = fieldOf(soil, 'title')
      if (!field) return undefined
      const sown = replace(soil, wholeLine(soil.document.text, field.keyRange.start), '')
      return { ...sown, place: { start: 0, end: 4 } }
    },
    (soil) => {
      const field = fieldOf(soil, 'excerpt')
      return field && replace(soil, field.keyRange, 'exerpt')
    },
    (soil) => {
      const field = fieldOf(soil, 'updated')
      return field && replace(soil, field.valueRange, 'yesterday')
    },
  ],
  'slug-unique': [
    (soil) => {
      const field = fieldOf(soil, 'slug')
      const other = pick(soil, soil.others)?.facts.frontMatter?.fields.find(({ key }) => key === 'slug')
      return field && other && other.value !== field.value
        ? replace(soil, field.valueRange, other.value)
        : undefined
    },
  ],
  'date-agreement': [
    (soil) => {
      const field = fieldOf(soil, 'updated')
      if (!field) return undefined
      const { locale = 'en' } = soil.document
      const days = new Date(
        Date.UTC(2015 + soil.random.below(9), soil.random.below(12), 1 + soil.random.below(28)),
      )
      const style = soil.random.pick(['long', 'short'] as const)
      const date = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: style === 'long' ? 'long' : '2-digit',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(days)
      return insertBlocks(soil, `**${wordsOf(soil).updated} ⟦${date}⟧**`)
    },
  ],
  'link-fragment': [
    (soil) => {
      const link = pick(
        soil,
        soil.document.facts.links.filter(({ url }) => /#./.test(url)),
      )
      return link && replace(soil, { start: link.urlRange.end, end: link.urlRange.end }, 'xq', 2)
    },
    (soil) => insertBlocks(soil, 'Alpha [beta](⟦#nowhere-to-be-found⟧) gamma.'),
  ],
  'link-target': [
    (soil) => {
      const link = pick(
        soil,
        soil.document.facts.links.filter(({ url }) => url.startsWith('../')),
      )
      return link && replace(soil, { start: link.urlRange.start + 3, end: link.urlRange.start + 3 }, 'xq-', 4)
    },
    (soil) => insertBlocks(soil, 'Alpha [beta](⟦../nowhere/guide.en-gb.md⟧) gamma.'),
  ],
  'link-locale': [
    (soil) => {
      const country = soil.document.locale === 'nl-nl' ? 'pl' : 'nl'
      return insertBlocks(soil, `Alpha [beta](⟦https://www.ovhcloud.com/${country}/mail/⟧) gamma.`)
    },
    (soil) => {
      const { locale = '' } = soil.document
      const link = pick(
        soil,
        soil.document.facts.links.filter(({ url }) => url.startsWith('../') && url.includes(locale)),
      )
      const other = soil.random.pick(['fr-fr', 'en-gb', 'pl-pl'].filter((each) => each !== locale))
      if (!link || link.url.includes('#')) return undefined
      return replace(soil, link.urlRange, link.url.replace(locale, other))
    },
  ],
  'link-canonical': [
    (soil) => insertBlocks(soil, 'Alpha [beta](⟦https://www.ovh.com/managerv3/⟧) gamma.'),
    (soil) => insertBlocks(soil, 'Alpha [beta](⟦https://www.ovh.com/auth/?action=x⟧) gamma.'),
  ],
  'link-text': [
    (soil) => insertBlocks(soil, 'Alpha ⟦[](https://www.example.com/beta)⟧ gamma.'),
    (soil) => insertBlocks(soil, `Alpha ⟦[${wordsOf(soil).here}](https://www.example.com/beta)⟧ gamma.`),
    (soil) => {
      const link = pick(
        soil,
        soil.document.facts.links.filter(({ form }) => form === 'inline'),
      )
      return link && replace(soil, { start: link.textRange.end, end: link.textRange.end }, ' ', 1)
    },
  ],
  'reference-defined': [
    (soil) => {
      const link = pick(
        soil,
        soil.document.facts.links.filter(({ form }) => form === 'inline'),
      )
      return link && replace(soil, { start: link.textRange.end + 1, end: link.range.end }, '[nowhere]', 1)
    },
    (soil) => insertBlocks(soil, '⟦[nowhere]: https://www.example.com/beta⟧'),
  ],
  'image-target': [
    (soil) => {
      const image = pick(soil, soil.document.facts.images)
      return image && replace(soil, { start: image.urlRange.end - 5, end: image.urlRange.end - 4 }, 'xq', 2)
    },
    (soil) => {
      const image = pick(soil, soil.document.facts.images)
      return image && replace(soil, image.urlRange, image.url.replace(/svg$/, 'SVG'))
    },
  ],
  'image-alt': [
    (soil) => {
      const image = pick(soil, soil.document.facts.images)
      return image?.altRange && replace(soil, image.altRange, '', 1)
    },
  ],
  'image-unused': [
    ({ document: { path }, random }) => ({
      path: `${path.slice(0, path.lastIndexOf('/'))}/images/old-${random.below(1000)}.${random.pick(['svg', 'png', 'jpg'])}`,
      place: { start: 0, end: 1 },
    }),
  ],
  'heading-increment': [
    (soil) => {
      const { headings } = soil.document.facts
      const fit = headings.filter(
        ({ depth, text }, index) =>
          depth < 5 &&
          [text, headings[index - 1]?.text ?? '', headings[index + 1]?.text ?? ''].every(
            (each) => !ordinalOf(each),
          ) &&
          (headings[index + 1]?.depth ?? 0) <= depth &&
          (headings[index - 1]?.depth ?? 1) <= depth,
      )
      const heading = pick(soil, fit)
      return heading && replace(soil, { start: heading.range.start, end: heading.range.start }, '##', 1)
    },
    // Between numbered headings a title would part them: two defects.
    (soil) =>
      soil.document.facts.headings.some(({ text }) => ordinalOf(text))
        ? undefined
        : insertBlocks(soil, '# Alpha\n\nBeta gamma.\n\n⟦# Delta⟧\n\nBeta gamma.'),
  ],
  'heading-numbering': [
    (soil) => seriesWith(soil, [1, 2, 4], 2),
    (soil) => seriesWith(soil, [1, 2, 2, 3], 2),
    (soil) => seriesWith(soil, [1, 2, 1], 2),
    (soil) => seriesWith(soil, [2, 3, 4], 0),
  ],
  'heading-duplicate': [
    (soil) => {
      const { facts, text, path } = soil.document
      const entries = outlineOf(facts.headings)
      const last = entries.at(-1)
      const equal = pick(
        soil,
        entries.filter(
          ({ heading, section }) => section === last?.section && heading.depth === last?.heading.depth,
        ),
      )
      if (!equal || ordinalOf(equal.heading.text)) return undefined
      const words = `\n${'#'.repeat(equal.heading.depth)} ${sliceOf(text, equal.heading.contentRange)}\n\nAlpha beta gamma.\n`
      return {
        path,
        text: text.trimEnd() + '\n' + words,
        place: { start: text.trimEnd().length + 2, end: text.length + words.length },
      }
    },
  ],
  'table-delimiter': [
    (soil) => {
      const table = pick(soil, soil.document.facts.tables)
      const header = table?.rows[0]
      if (!table || !header || table.rows.length < 3) return undefined
      const line = wholeLine(soil.document.text, header.range.end + 1)
      return { ...replace(soil, line, ''), place: header.range }
    },
  ],
  'table-shape': [
    (soil) => {
      const row = pick(
        soil,
        soil.document.facts.tables.flatMap(({ rows }) => rows.slice(1)),
      )
      return row && replace(soil, { start: row.range.end, end: row.range.end }, ' alpha |', 2)
    },
  ],
  'label-lines': [
    (soil) => {
      const { label } = wordsOf(soil)
      const colon = soil.document.locale?.startsWith('fr') ? '\u00A0:' : ':'
      return insertBlocks(soil, `⟦${label}${colon} **alpha**\nPort${colon} **beta**\nSSL${colon} **gamma**⟧`)
    },
  ],
  'block-spacing': [
    (soil) => {
      const heading = pick(
        soil,
        soil.document.facts.headings.filter(
          ({ range }) =>
            soil.document.text.startsWith('\n\n', range.end) &&
            /\p{L}/u.test(soil.document.text.charAt(range.end + 2)),
        ),
      )
      if (!heading) return undefined
      const sown = replace(soil, { start: heading.range.end, end: heading.range.end + 1 }, '')
      return { ...sown, place: heading.range }
    },
    (soil) => insertBlocks(soil, '⟦Alpha beta⟧\n- gamma\n- delta'),
  ],
  'callout-type': [
    (soil) => {
      const callout = pick(soil, soil.document.facts.callouts)
      return callout && replace(soil, callout.kindRange, soil.random.pick(['warnnig', 'beta', 'uwaga']))
    },
    (soil) => {
      const callout = pick(soil, soil.document.facts.callouts)
      return (
        callout &&
        replace(
          soil,
          callout.markRange,
          soil.random.pick([`[${callout.kind}]`, `\\[!${callout.kind}]`, `[! ${callout.kind}]`]),
        )
      )
    },
    (soil) => insertBlocks(soil, '⟦[!warning]⟧\n\nAlpha beta gamma.'),
  ],
  'markup-residue': [
    (soil) => {
      const paragraph = paragraphOf(soil)
      return (
        paragraph &&
        insert(soil, paragraph.range.end - 1, soil.random.pick(['[/b]', '[/url]', '[/ b]', '&amp;nbsp;']))
      )
    },
    (soil) => insertBlocks(soil, 'Alpha ⟦[url="https://www.example.com/"]⟧beta gamma.'),
  ],
  'word-boundary': [
    (soil) => {
      const { facts, text } = soil.document
      const link = pick(
        soil,
        facts.links.filter(
          ({ form, range }) =>
            form === 'inline' && /\p{Ll}{2} $/u.test(text.slice(range.start - 3, range.start)),
        ),
      )
      return (
        link && {
          ...replace(soil, { start: link.range.start - 1, end: link.range.start }, ''),
          place: { start: link.range.start - 4, end: link.range.start + 1 },
        }
      )
    },
    (soil) => insertBlocks(soil, 'Alpha TLS beta ⟦TLSgamma⟧ delta.'),
  ],
  'repeated-words': [
    (soil) => {
      const { facts, text } = soil.document
      const words = facts.prose.flatMap(({ start, end }) =>
        Array.from(text.slice(start, end).matchAll(/(?<= )\p{Ll}{5,}(?= )/gu), ({ 0: word, index }) => ({
          word,
          end: start + index + word.length,
        })),
      )
      const found = pick(soil, words)
      return found && insert(soil, found.end, ` ${found.word}`)
    },
  ],
  'trailing-space': [
    (soil) => {
      const paragraph = paragraphOf(soil)
      return paragraph && insert(soil, paragraph.range.end, ' ')
    },
  ],
  'invisible-character': [
    (soil) => {
      const paragraph = paragraphOf(soil)
      const sign = soil.random.pick([
        '\u200B',
        '\u200C',
        '\u200D',
        '\u2060',
        '\u202E',
        '\u2066',
        '\uFEFF',
        '\u200E',
      ])
      return paragraph && insert(soil, paragraph.range.start + 1, sign)
    },
    (soil) => {
      const { facts, text } = soil.document
      const words = facts.prose.flatMap(({ start, end }) =>
        Array.from(
          text.slice(start, end).matchAll(/[\p{L}]*[éèêàçñóáíúüöäżźśćń][\p{L}]*/gu),
          ({ 0: word, index }) => ({ start: start + index, end: start + index + word.length, word }),
        ),
      )
      const headings = facts.headings
      const found = pick(
        soil,
        words.filter(
          (word) => !headings.some(({ range }) => range.start <= word.start && word.end <= range.end),
        ),
      )
      return found && replace(soil, found, found.word.normalize('NFD'))
    },
  ],
  typography: [
    (soil) => insertBlocks(soil, 'Alpha ⟦"beta gamma"⟧ delta.'),
    (soil) => {
      const { facts, text, locale } = soil.document
      if (locale !== 'fr-fr') return undefined
      const places = facts.prose.flatMap(({ start, end }) =>
        Array.from(
          text.slice(start, end).matchAll(/[\u00A0\u202F](?=[:;?!])/g),
          ({ index }) => start + index,
        ),
      )
      const at = pick(soil, places)
      return at === undefined
        ? undefined
        : replace(soil, { start: at, end: at + 1 }, soil.random.pick([' ', '']), 1)
    },
  ],
  'unused-suppression': [
    (soil) => insertBlocks(soil, '<!-- hexapla-disable-next-line ⟦image-alt⟧ -->\n\nAlpha beta gamma.'),
    (soil) => insertBlocks(soil, '<!-- hexapla-disable-next-line ⟦image-allt⟧ -->\n\nAlpha beta gamma.'),
    (soil) => insertBlocks(soil, '⟦<!-- hexapla-enable -->⟧\n\nAlpha beta gamma.'),
  ],
}
